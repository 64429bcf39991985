"""The overview: the whole portfolio on one page."""
