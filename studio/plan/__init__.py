"""The plan: items and the rules of their time."""
