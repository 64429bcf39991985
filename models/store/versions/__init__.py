"""Every version of the plan file: what it declares, and how the rows of an older one are brought over."""
