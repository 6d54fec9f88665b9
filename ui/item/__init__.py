"""One item: the inspector that shows its build graph, and the form that edits its fields."""
