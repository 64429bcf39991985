"""Blank cards for a workshop, to be printed, cut, filled in by hand and read by id when they come back."""
