"""Citing clauses of the sources: the chips of what is cited, and the picker that finds a clause without accents."""
