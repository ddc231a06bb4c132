"""What changed between two reports, for people and as a patch from one to the other."""
