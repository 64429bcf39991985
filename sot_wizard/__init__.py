"""The SOT wizard: the six steps of three questions and a conclusion each, with what a planner needs to answer them."""
