"""What is said of an initiative itself: title, who leads and answers for it, status, place in the plan."""
