"""Every read of a plan: plain functions that return frozen records, one module for each kind of thing."""
