"""How a plan is kept: the plan file, its private working copy, publishing, locks, backups and recovery."""
