"""Lexicons of the languages of job pages; data and their compiled patterns only."""
