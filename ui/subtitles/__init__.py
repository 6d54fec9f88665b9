"""Subtitles in the window: how they read."""
