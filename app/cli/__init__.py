"""The command line: a thin layer over the same reading, editing and documents that the window uses."""
