"""The command line: arguments, one module for each command, and where results go.

Built on argparse: importing typer and letting it coerce one option took 190 ms here, more than a
whole report on five articles; argparse takes 20.
"""
