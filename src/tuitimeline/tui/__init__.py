"""The explorer: a terminal app over a story."""
