"""The two-minute update: the measures of one body, each set with a key or two."""
