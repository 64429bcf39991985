"""A running program: the command line, documents and pictures over what models keep."""
