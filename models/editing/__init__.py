"""Every write to a plan: plain functions with a transaction, one module for each kind of thing."""
