"""Bytes to articles: finding files, decoding them, and one reader for each format."""
