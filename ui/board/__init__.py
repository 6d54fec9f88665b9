"""The plan as a board: a column for each stage."""
