"""Pictures of a plan, without any toolkit: measured text, scenes of boxes, lines and text, and their painters."""
