"""Speech: from a recording's sound to words with times, by a known script or by a Whisper checkpoint."""
