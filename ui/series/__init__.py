"""Items that repeat: how they do, and which of them a change means."""
