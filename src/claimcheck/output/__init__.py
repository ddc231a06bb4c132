"""The outputs: a report as text, JSON, JSON Lines or CSV."""
