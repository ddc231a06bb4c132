"""The commands as typer sees them: a signature each; the work is imported when one runs."""
