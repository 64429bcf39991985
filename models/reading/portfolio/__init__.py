"""Reading over all initiatives at once: how every cell stands, and the measures of one body."""
