"""From words with times to what a viewer reads: cues, the rules they keep, their files, and their burning in."""
