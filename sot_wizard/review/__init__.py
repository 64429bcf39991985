"""Reading an initiative through: what it is, its six conclusions, then every answer, as one page."""
