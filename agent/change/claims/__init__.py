"""What a text claims beyond the evidence: word by word, and deed by deed."""
