"""Subtitling in the window: how captions look, and how a recording is cut before it is subtitled."""
