"""Numbers and dates: text to mentions, by a shared pre-scan and a ladder of named productions."""
