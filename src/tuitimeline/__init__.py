"""What happened when, who says so, and how many of them there really are."""

__version__ = "0.1.0"
