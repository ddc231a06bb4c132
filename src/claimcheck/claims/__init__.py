"""Claims: what each number and date is about, when it holds, and who says so."""
