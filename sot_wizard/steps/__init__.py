"""The parts of one step on screen: its button in the rail, its cards, and the foot that leads to the next."""
