"""The window of Siar Studio: a view of `studio`, and nothing else."""
