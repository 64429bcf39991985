"""The SOT cycles of an initiative: closing one, opening the next, reading earlier ones, comparing two."""
