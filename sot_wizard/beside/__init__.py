"""The panel beside the questions: what an answer stands on, and what stands beside it elsewhere in the plan."""
