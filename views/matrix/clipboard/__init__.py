"""Measures to and from the clipboard: cells, lines of text, and tables of Excel and Word with their columns."""
