"""From answers to measures: words selected in an answer are placed in a cell of the driving matrix."""
