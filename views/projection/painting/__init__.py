"""Painting the room's picture."""
