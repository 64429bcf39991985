"""The presenter's console: private, on the first screen."""
