"""The basis page: the twelve statements, the triangle F–P–K, and which initiative keeps to which of its items."""
