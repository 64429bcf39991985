"""Which measures the matrix shows, and the bar on which that is chosen."""
