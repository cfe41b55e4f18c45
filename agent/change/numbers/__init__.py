"""Numbers: what they count, and whether those of a text follow from those of the evidence."""
