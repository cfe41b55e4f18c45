"""Which language a resume is written in, by its small words; by its letters where those tell."""

from __future__ import annotations

import collections
import re

SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": frozenset(["the", "and", "of", "to", "in", "for", "with", "on", "by", "from", "as", "at", "is", "are", "was", "were", "that", "this", "an", "my", "our", "their", "using", "into", "over", "years", "team", "work", "which", "been"]),
    "de": frozenset(["und", "der", "die", "das", "den", "dem", "mit", "von", "für", "im", "in", "auf", "bei", "zur", "zum", "ein", "eine", "einer", "sowie", "als", "ich", "des", "durch", "nach", "über", "aus", "seit", "bis", "wurde", "sind", "jahre"]),
    "es": frozenset(["de", "la", "el", "los", "las", "en", "y", "del", "para", "con", "por", "una", "un", "como", "se", "al", "su", "más", "entre", "desde", "hasta", "sobre", "años", "gestión", "equipo", "mi", "que"]),
    "fr": frozenset(["de", "la", "le", "les", "des", "et", "en", "du", "pour", "avec", "dans", "une", "un", "sur", "au", "aux", "par", "ans", "que", "sein", "mise", "projets", "gestion", "équipe", "mes", "chez", "à"]),
    "pt": frozenset(["de", "da", "do", "e", "em", "para", "com", "uma", "um", "dos", "das", "na", "no", "ao", "por", "os", "as", "mais", "como", "gestão", "equipe", "anos", "desenvolvimento", "à", "não"]),
    "it": frozenset(["di", "e", "il", "la", "le", "per", "con", "del", "della", "dei", "in", "un", "una", "nel", "alla", "da", "che", "sono", "gestione", "presso", "anni", "degli", "gli", "sviluppo", "più"]),
    "nl": frozenset(["de", "het", "een", "en", "van", "voor", "met", "op", "in", "bij", "als", "naar", "aan", "door", "te", "dat", "deze", "zijn", "ik", "jaar", "ontwikkeling", "binnen"]),
    "sv": frozenset(["och", "att", "för", "med", "på", "som", "av", "till", "en", "ett", "den", "det", "är", "från", "inom", "har", "vid", "jag", "samt", "utveckling"]),
    "da": frozenset(["og", "at", "for", "med", "på", "som", "af", "til", "en", "et", "den", "det", "er", "fra", "inden", "har", "ved", "jeg", "samt", "udvikling"]),
    "nb": frozenset(["og", "å", "for", "med", "på", "som", "av", "til", "en", "et", "den", "det", "er", "fra", "innen", "har", "ved", "jeg", "samt", "utvikling"]),
    "pl": frozenset(["i", "w", "na", "z", "do", "oraz", "dla", "się", "przez", "od", "po", "o", "za", "jest", "lat", "zespołu", "projektów", "obsługa"]),
    "tr": frozenset(["ve", "bir", "için", "ile", "bu", "olarak", "da", "de", "çok", "yıl", "ekip", "geliştirme", "üzerinde"]),
}  # fmt: skip
SCRIPTS = (("ja", re.compile("[\u3040-\u30ff]")), ("ko", re.compile("[\uac00-\ud7a3]")), ("zh", re.compile("[\u4e00-\u9fff]")), ("ru", re.compile("[\u0400-\u04ff]")), ("ar", re.compile("[\u0600-\u06ff]")), ("el", re.compile("[\u0370-\u03ff]")))  # fmt: skip
ONLY_UKRAINIAN = re.compile("[іїєґ]", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """The ISO 639-1 code of a text's language, empty where nothing tells."""
    letters = sum(sign.isalpha() for sign in text) or 1
    for code, script in SCRIPTS:
        if len(script.findall(text)) > 0.12 * letters:
            return "uk" if code == "ru" and len(ONLY_UKRAINIAN.findall(text)) > 0.02 * letters else code
    counts = collections.Counter(word.lower() for word in WORD.findall(text))
    scores = {code: sum(counts[word] for word in words) for code, words in SMALL_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] >= 3 else ""
