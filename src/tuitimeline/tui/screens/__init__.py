"""A screen each for the timeline, a document, all documents, sources, conflicts, help and settings."""
