"""What stands beside the matrix over the fields of a measure: what the cell, the conclusions and the answers say."""
