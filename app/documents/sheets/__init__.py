"""Initiative sheets as blocks: the sheet, its matrix, its assignment of tasks and its references."""
