"""The plan and other programs: a file comes in with its difference shown first, and the plan goes out as a file."""
