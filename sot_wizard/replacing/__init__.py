"""Finding words in the answers and replacing them: every place is seen, before and after, and ticked or left."""
