"""What stands in the rows and columns of the matrix: one initiative, or several side by side."""
