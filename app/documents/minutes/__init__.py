"""The minutes of a workshop: as a document, as data, and played again."""
