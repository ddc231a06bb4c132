"""The gate: which findings count, which were accepted or silenced before, and the exit code."""
