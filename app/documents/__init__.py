"""Documents of a plan: read results become neutral blocks, and writers found by kind and suffix make files of them."""
