"""Live sessions: a rundown that keeps time, and the deck that is presented from it."""
