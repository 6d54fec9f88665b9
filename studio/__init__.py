"""Siar Studio without its window: plan, scripts, thumbnails, speech, subtitles, decks."""

__version__ = "0.1.0"
