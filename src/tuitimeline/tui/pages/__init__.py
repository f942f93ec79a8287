"""Pure functions from what a story holds to lines on a screen. No Textual here."""
