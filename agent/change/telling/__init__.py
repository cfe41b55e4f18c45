"""How a sentence tells: who did it, how far, denied or limited; and the evidence read so, as a book to look things up in."""
