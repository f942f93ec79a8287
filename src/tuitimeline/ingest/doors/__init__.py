"""One module a format, each a function from bytes to articles; `entrance.articles` chooses by content."""
