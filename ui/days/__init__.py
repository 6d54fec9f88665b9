"""The marked days in the window: what a team marks itself, what it hides, what clashes, and when steps are due."""
