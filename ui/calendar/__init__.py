"""The calendar page: a painted month, its header, and the tray of ideas with no date."""
