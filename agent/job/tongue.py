"""Which of our four languages a text is in, by its smallest words."""

from __future__ import annotations

from agent.job.words import words

SMALL = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "in",
            "for",
            "with",
            "on",
            "at",
            "from",
            "by",
            "a",
            "is",
            "are",
            "was",
            "i",
            "my",
            "as",
            "an",
            "or",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "mit",
            "im",
            "in",
            "von",
            "für",
            "bei",
            "auf",
            "als",
            "zur",
            "zum",
            "des",
            "den",
            "ist",
            "sind",
            "ein",
            "eine",
            "nicht",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "et",
            "de",
            "des",
            "du",
            "en",
            "avec",
            "pour",
            "par",
            "sur",
            "au",
            "aux",
            "dans",
            "une",
            "un",
            "est",
            "sont",
            "vous",
            "nos",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "y",
            "de",
            "del",
            "en",
            "con",
            "por",
            "para",
            "un",
            "una",
            "es",
            "son",
            "al",
            "su",
            "que",
            "como",
            "más",
        ]
    ),
}


def language_of(text: str) -> str:
    """`en`, `de`, `fr` or `es`; "" where no small word of any is found."""
    found = words(text[:20_000])
    counts = {language: sum(word in small for word in found) for language, small in SMALL.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] else ""
