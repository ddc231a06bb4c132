"""Rules: what is said of linked claims, read from YAML, decided by interval and time."""
