"""The heat of the portfolio: every cell of every initiative at a glance."""
