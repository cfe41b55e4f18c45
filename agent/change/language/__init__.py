"""Texts as words: tokens, dictionary forms, phrases and scenes of four languages, numbers and units as they are spelled."""
