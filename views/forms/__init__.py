"""The editors of forms: one line, codes out of a list, days, percentages, states; an inspector is made of them."""
