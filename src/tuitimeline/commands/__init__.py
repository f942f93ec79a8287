"""One module a command: what it takes, and what it calls and prints. Rooms are imported when a command runs."""
