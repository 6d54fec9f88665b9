"""The page with every item in one sortable table."""
