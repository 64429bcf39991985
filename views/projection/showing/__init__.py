"""What is being shown: where we are, what the plan says there, and which keys lead on."""
