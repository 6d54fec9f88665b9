"""Long work in a process of its own: a durable queue, one spawned worker, and what it tells on the way."""
