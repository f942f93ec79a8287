"""A Timeline leaves: one module a format."""
