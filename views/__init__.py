"""Every screen but the SOT wizard, and the parts that screens share."""
