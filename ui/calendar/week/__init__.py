"""The week by the hour, and the day, which is a week of one column."""
