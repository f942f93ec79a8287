"""A story in one SQLite file."""
