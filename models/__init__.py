"""What a plan is and how it is kept: no Qt, no drawing, no printing."""
