"""The workshop's two windows: what the room sees, and the presenter's console."""
