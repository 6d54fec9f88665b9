"""Video: what a recording holds, its frames, and ffmpeg."""
