"""The command line: a typer app, one module for each command's work, and where results go."""
