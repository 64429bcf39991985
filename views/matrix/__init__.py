"""The driving matrix of one initiative: 8 × 4 cells of measures, edited in place, with an inspector beside them."""
