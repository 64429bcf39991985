"""What stands where, and how large, in the room's picture: no Qt, so that it is tested without pixels."""
