"""How the matrix is drawn: entries set in lines, cells, headers."""
