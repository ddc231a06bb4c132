"""Engines: run `extract` over many articles, here or in several processes; the report is the same."""
