"""English: one module for each kind of number or date, its corpus beside it."""
