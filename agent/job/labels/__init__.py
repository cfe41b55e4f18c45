"""How each kind of requirement is labelled against a resume."""
