"""Single values of a posting, read from however a page writes them."""
