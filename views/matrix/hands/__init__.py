"""The keys and the mouse of the matrix."""
