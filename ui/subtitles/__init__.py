"""Subtitling in the window: the queue, how captions look and read, and how a recording is cut before."""
