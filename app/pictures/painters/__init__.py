"""Painters of scenes: PDF, SVG and PNG files."""
