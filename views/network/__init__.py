"""The network page: how initiatives depend on one another, as cards and links that can be moved, made and changed."""
