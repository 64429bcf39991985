"""The dialog that writes documents, its form and the choice of initiatives."""
