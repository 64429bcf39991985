"""How screens lay things out: flowing rows, scrolling columns, side panels, bars."""
