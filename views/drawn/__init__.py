"""What screens draw themselves: pills, rings, mini heats, dots, the triangle, signs of status."""
