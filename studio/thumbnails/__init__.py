"""Thumbnails: templates of named layers, text fitted by measurement, drawing, and checks on what was drawn."""
