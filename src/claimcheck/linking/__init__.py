"""Linking: which claims answer the same question, with the evidence in bits."""
