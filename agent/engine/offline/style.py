"""What a person says in an answer, said as resumes say it: no "yes", no "I", the tense of the role. No word is added."""

from __future__ import annotations

import re

from agent.change.lexicon import related, words
from agent.engine.offline.lexicon import known, table
from agent.engine.offline.vocabulary import hedged

_LONGEST = 45
"""Words of the longest line."""
_HERE = (
    r"(?:my |the )?(?:current|present|last|previous) (?:job|role|position|employer|company)|this (?:job|role)"
    r"|(?:meiner |der )?(?:aktuellen|jetzigen|letzten) (?:stelle|firma)|(?:mon )?poste actuel|(?:mi )?(?:trabajo|puesto) actual"
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ¿¡\"“(0-9])|\n+")
_PAST = {
    "run": "ran", "lead": "led", "build": "built", "write": "wrote", "teach": "taught", "keep": "kept", "hold": "held", "drive": "drove",
    "sell": "sold", "buy": "bought", "bring": "brought", "grow": "grew", "win": "won", "set": "set", "cut": "cut", "make": "made",
    "give": "gave", "take": "took", "do": "did", "speak": "spoke", "find": "found", "draw": "drew", "oversee": "oversaw", "put": "put",
    "read": "read", "send": "sent", "ship": "shipped", "plan": "planned", "fit": "fitted", "stock": "stocked", "see": "saw", "own": "owned",
    "program": "programmed", "scan": "scanned", "get": "got", "know": "knew", "go": "went", "have": "had", "use": "used",
    "debug": "debugged", "submit": "submitted", "refer": "referred", "transfer": "transferred", "control": "controlled", "equip": "equipped",
    "prep": "prepped", "spend": "spent", "pay": "paid", "meet": "met", "feed": "fed", "deal": "dealt", "begin": "began", "stand": "stood",
    "tell": "told", "think": "thought", "choose": "chose", "wear": "wore", "rewrite": "rewrote", "rebuild": "rebuilt", "undertake": "undertook",
    "understand": "understood", "throw": "threw", "lay": "laid", "leave": "left", "come": "came", "become": "became", "ride": "rode",
    "fly": "flew", "sing": "sang", "shoot": "shot", "show": "showed", "say": "said", "lose": "lost", "learn": "learned", "let": "let",
}  # fmt: skip
_DROPPED = {
    "en": (
        r"i(?:'|’)?ve been |i have been |i was also |i was (?=\w+ed\b|on |the |an? |responsible|in charge|part|involved|tasked)|i am also |i am |i(?:'|’)m "
        r"|i(?:'|’)ve (?:also )?(?=\w+(?:ed|en|t|n)\b)|i have (?:also )?(?=(?:\w+ed|led|run|built|written|taught|kept|held|driven|sold|done|made|given|taken|set)\b)"
        r"|i(?:'|’)ve (?:also )?(?:got )?|i have (?:also )?(?:got )?|i (?:also |personally |usually |mainly |mostly )?"
    ),
    "de": r"(?:dort |da )?habe ich |ich habe (?:auch |außerdem )?|ich hatte |ich bin |ich (?:auch )?|dort habe ich |da habe ich ",
    "fr": r"j(?:'|’)ai (?:aussi |également )?|j(?:'|’)(?=\w)|je suis |je ",
    "es": r"yo (?:también )?|he (?:también )?(?=\w+(?:ado|ido)\b)|soy ",
}


def restyle(said: str, *, past: bool, language: str, full_stop: bool, place: str = "") -> str:
    """One line in resume style; the sentences after the first follow behind semicolons, so that no limit is lost.

    A long answer gives its first sentence, or nothing where a later one bounds it.

    `place` is the employer whose role the line will stand in: it need not be said again.
    """
    text = said.rsplit("Answer:", 1)[-1] if said.startswith("Question:") else said
    text = _placed(text, place)
    kept = [each for part in _SENTENCE.split(text.strip()) if (each := _sentence(part, past=past, language=language))]
    if not kept:
        return ""
    if len(" ".join(kept).split()) > _LONGEST:
        first = kept[0] if len(kept[0].split()) <= _LONGEST else ""
        return (
            "" if any(hedged(each) for each in kept[1:]) or not first else _capital(first) + ("." if full_stop else "")
        )
    line = "; ".join([kept[0], *(_lowered(each, text) for each in kept[1:])])
    return _capital(line) + ("." if full_stop else "")


def stripped(said: str) -> str:
    """Without the yes or no that opens it."""
    openers = "|".join(re.escape(each) for each in sorted(table("words")["answer_openers"], key=len, reverse=True))
    text = said.strip()
    for _ in range(2):
        text = re.sub(rf"^(?:{openers})\b[\s,.;:!–—-]*", "", text, flags=re.IGNORECASE).strip()
    return text


def _sentence(sentence: str, *, past: bool, language: str) -> str:
    text = stripped(sentence).rstrip(" .!;,")
    spoken = known(language)
    own = bool(re.match(r"(?:and |but |so )?i\b", text, re.IGNORECASE))
    acts = bool(re.match(r"(?:and |but |so )?i (?!am\b|was\b|have\b|had\b)", text, re.IGNORECASE))
    text = re.sub(rf"^(?:and |but |so |und |et |y )?(?:{_DROPPED[spoken]})", "", text, flags=re.IGNORECASE)
    if spoken == "en":
        if own:
            text = re.sub(r"\b(and|but|then|,) i (?:also |then )?(?=\w)", r"\1 ", text, flags=re.IGNORECASE)
        text = re.sub(
            r"\bmy (?=patients|clients|customers|students|pupils|residents|colleagues)", "", text, flags=re.IGNORECASE
        )
        text = re.sub(r"\bmy (?=colleague\b|coworker\b|co-worker\b)", "a ", text, flags=re.IGNORECASE)
        text = re.sub(
            r"\bmy (?=team|manager|department|colleagues|company|class|ward|unit|crew|shift)",
            "the ",
            text,
            flags=re.IGNORECASE,
        )
        if past and acts:
            text = _in_past(text)
    return text.strip()


def _placed(text: str, place: str) -> str:
    """The text without the place it belongs to: "at Calloway Electric", "in my current job"."""
    parts = place.split()
    starts = [parts[:length] for length in range(len(parts), 0, -1)]
    telling = [start for start in starts if len(start) > 1 or start == parts or start[0].casefold() not in related()]
    here = "|".join([*(r"\s+".join(map(re.escape, start)) for start in telling), _HERE])
    at = r"(?:at|with|for|in|bei(?: der| dem)?|beim|chez|aux?|à la|en)"
    text = re.sub(rf"(?:(?<=^)|(?<=[.!?]\s)){at}\s+(?:{here})\b,?\s*", "", text, flags=re.IGNORECASE)
    return re.sub(rf"\s+{at}\s+(?:{here})\b(?!['’-])", "", text, flags=re.IGNORECASE)


def _in_past(text: str) -> str:
    first, _, rest = text.partition(" ")
    word = first.casefold()
    if word in _PAST:
        return f"{_PAST[word]} {rest}".strip()
    if (
        not word.isalpha()
        or word in table("words")["past"]
        or word in table("words")["no_verbs"]
        or word.endswith(("ed", "ly", "ing"))
    ):
        return text
    return f"{_regular_past(word)} {rest}".strip()


def _regular_past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ied"
    doubled = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word)
    return word + (word[-1] if doubled else "") + "ed"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lowered(text: str, whole: str) -> str:
    """A sentence that goes on behind a semicolon starts small, unless it starts with a name."""
    first = text.split(" ", 1)[0].strip(",.;:")
    word = first.casefold()
    ordinary = (
        word in words("classes", "free", "en")
        or word in _PAST.values()
        or word in table("words")["past"]
        or word.endswith("ed")
    )
    named = any(sign.isupper() for sign in first[1:]) or not (ordinary or f" {word} " in whole)
    return text if named else text[:1].lower() + text[1:]
