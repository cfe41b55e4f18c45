"""The evidence as the gate looks things up in it: every line read once, every key with the places that give it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from agent.change.entries import Part, infer_parts
from agent.change.languages import guess_language
from agent.change.lemmas import Language
from agent.change.model import EvidenceLine
from agent.change.periods import Period, find_periods
from agent.change.reading import Reading, gives, read


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the evidence something stands: a line of the book and a token of it."""

    line: int
    token: int


@dataclass(frozen=True)
class Line:
    """A line of evidence, read; `entry` is the role it belongs to, empty for the person as a whole."""

    source: EvidenceLine
    reading: Reading
    entry: str
    periods: tuple[Period, ...]
    header: bool = False
    asked: bool = False


@dataclass(frozen=True)
class Book:
    """All lines that count, and where each key is given."""

    lines: tuple[Line, ...]
    index: dict[str | int, list[Place]] = field(repr=False)
    entries: frozenset[str] = frozenset()
    led: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()

    def allows(self, line: int, entry: str) -> bool:
        """Whether a line may support what is said of the role `entry` (any line if empty)."""
        return not entry or self.lines[line].entry in ("", entry)


@lru_cache(maxsize=64)
def open_book(evidence: tuple[EvidenceLine, ...], entry: str, language: Language | None) -> Book:
    """Read the evidence that may support a text; with `entry`, what belongs to other roles is left out."""
    spoken = guess_language("\n".join(line.text for line in evidence), language or "en")
    lines: list[Line] = []
    for part in infer_parts(evidence):
        if entry and part.entry not in ("", entry):
            continue
        lines.extend(
            Line(part.source, read(text, None, spoken), part.entry, find_periods(text), part.header, asked)
            for text, asked in _statements(part)
        )
    index: dict[str | int, list[Place]] = {}
    for number, line in enumerate(lines):
        for token, keys in enumerate(gives(line.reading)[0]):
            if line.periods and line.reading.tokens[token].low in NOW:
                continue
            place = Place(number, token)
            for key in keys:
                index.setdefault(key, []).append(place)
    led = frozenset(line.entry for line in lines if line.header and line.entry and _LEADING.search(line.source.text))
    return Book(
        tuple(lines),
        index,
        frozenset(line.entry for line in lines if line.entry),
        led,
        _languages(lines, spoken),
    )


def _languages(lines: Sequence[Line], spoken: Language) -> frozenset[str]:
    """The languages of the evidence: that of all of it, and any that much of it is in."""
    counts = Counter(line.reading.language for line in lines)
    return frozenset({spoken} | {language for language, count in counts.items() if count >= _MUCH * len(lines)})


_MUCH = 0.3
_ANSWERED = re.compile(
    r"^\s*(?:question|q|frage|pregunta)\s*:\s*(?P<question>.*?)\s*(?:answer|a|antwort|réponse|respuesta)\s*:\s*(?P<answer>.*)$",
    re.IGNORECASE | re.DOTALL,
)
NOW = frozenset(
    ["present", "current", "now", "date", "today", "heute", "jetzt", "présent", "actualidad", "presente", "hoy"]
)
_LEADING = re.compile(
    r"\b(?:lead|head|manager|supervisor|director|chief|foreman|forewoman|captain|principal|president|owner|founder|team leader|leiter\w*|\w+leiter(?:in)?|\w*leitung|directeur|directrice|gérante?|chef|cheffe|responsable|jef[ea]|encargad[oa]|gerente|director[a]?)\b",
    re.IGNORECASE,
)
_YES = re.compile(r"^(?:yes|yeah|yep|correct|right|i did|i do|i have|sure|ja|oui|sí|si)\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"^\s*(?:ha(?:ve|s)|do|did|does|are|were|was|is|can|could|any|ever|haben|hast|sind|können|avez|êtes|est-ce|ha\b|tiene|sabe)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\s*(?:how|where|when|why|wie|wo|wann|warum|comment|où|quand|pourquoi|cómo|dónde|cuándo)\b", re.IGNORECASE
)
_HALF = frozenset({"coursework", "learning", "trial", "unreal", "failed"})
_NO = re.compile(r"^(?:no|nope|never|none|nein|non)\b[\s,.]*", re.IGNORECASE)
_WORTH_READING = 20
_SENTENCE = re.compile(
    r"(?<=[a-zà-ÿ0-9)]{3}[.!?])\s+(?=[A-ZÀ-Þ])|;\s+(?!(?:it|this|that|which|but|however|both|never|not|all)\b)"
)
_COMMAND = re.compile(
    r"""(?:^|[.\]\)>]\s+|^\W*)(?:(?:assistant|user|developer|attention\s+\w+)\s*:(?=.{0,120}(?:applicant|candidate|include|verif|must|ignore|resume|summary|add\b|say\b|write\b|claim))|(?:system|ai|note\s+to\s+(?:the\s+)?\w+|instructions?)\s*:)|\bsystem\s+(?:override|prompt|message|note)\b|\boverride\s*:|\bthe\s+user\s+(?:is|has|was)\b|\bverified\s+as\b|\bstate\s+(?:this|so)\b|\b(?:ignore|disregard|forget|override)\s+(?:all|any|the|your|my|these|those|every|earlier|previous|prior|above)\s+(?:\w+\s+){0,2}(?:rules?|instructions?|prompts?|guidelines?|directions?|orders?|constraints?|above|text|messages?|policies|everything)|\b(?:add|say|state|write|mention|claim|note|report)\s+that\s+(?:he|she|they|i|the|this|it)\b
    |\b(?:include|add|insert|mention|state|write|say|put|append|list)\s+(?:this|that|the\s+following|it)\b.{0,60}(?:resume|résumé|cv|summary|profile|letter|application|report|candidate|applicant)
    |(?:^|[.;:!?]\s+)\W*(?:please\s+)?(?:include|add|insert|mention|state|write|say|put|append|list)\s+(?:this|that|the\s+following|it)\b.{0,60}$
    |\bthe\s+(?:applicant|candidate)\s+(?:is|was|has|also|should|must|holds|led|meets)\b|\byou\s+(?:must|should|are\s+now)\b|as\s+an\s+ai\b|\blanguage\s+models?\s+(?:must|should|reading)|\b(?:describe|rate|rank|score|present|recommend)\s+(?:the|this|him|her|them)\s+(?:applicant|candidate|person|resume|cv)
    |<!--|-->|\b(?:der|die)\s+bewerber(?:in)?\s+(?:hat|ist|war|verfügt|besitzt|soll|spricht)\b|\b(?:le|la)\s+candidate?\s+(?:a|est|était|parle|possède|doit|maîtrise)\b|\bel\s+candidato\b|\bla\s+candidata\b
    |\b(?:hinweis|anweisung|notiz)\s+(?:an|für)\s+(?:die\s+)?(?:ki|den\s+leser|das\s+system|recruiter)|\b(?:bitte\s+)?(?:erwähne|erwähnen\s+sie|schreibe\b.{0,20}\bdass|füge\b.{0,40}\bhinzu)|\binstructions?\s*:|\b(?:ajoute[zr]?|mentionne[zr]?|indique[zr]?|écri(?:s|vez))\s+(?:que|aussi|également)\b|\b(?:añade|añada|agrega|agregue|menciona|mencione|escribe|escriba|indica|indique)\s+(?:que|también)\b
    |(?:note|message|instruction|hint)\s+(?:to|for)\s+(?:the\s+)?(?:ai|model|llm|assistant|bot|system|recruiter|screener|reader|reviewer)\b|\b(?:describe|present|call|portray)\s+(?:him|her|them|me|this\s+person)\s+as\b
    |\b(?:ai|llm|gpt|chatgpt|chatbot|bot|summari[sz]er|rewriter)\s*[:,](?=.{0,60}\b(?:insert|include|add|say|state|write|claim|mention|describe|call|give|rate|list|must|should|ignore)\b)|\[\s*(?:instruction|system|note|prompt|ai|admin)[^\]]{0,30}\]|\{\{|\bfrom\s+now\s+on\s*,?\s+(?:the|you|always|every|all|this)\b|\bwhoever\s+reads\b|\b(?:dear|hey|hello)\s+(?:model|ai|assistant|bot|llm|chatgpt)\b
    |\b(?:treat|credit|mark|flag|portray|regard|consider|show)\s+(?:this|the|him|her|them|me)\s*(?:person|applicant|candidate|author|writer)?\s+(?:as|with|for)\b|\bthe\s+(?:profile|resume|résumé|cv)\s+(?:must|should|has\s+to|shall)\b|\binsert\s+['"‘“]
    |\#\s*new\s+\w+|\bnew\s+(?:task|instructions?)\s*[:#]|\boutput\s+only\b|\bpretend\s+(?:that\s+)?(?:the|this|he|she|they)\b|\bact\s+as\s+if\b|\bset\s+\w+_\w+\b|\bend\s+of\s+(?:resume|document|file|cv)\b|\bthe\s+following\s+is\s+verified\b|\b(?:final|rewritten|new|tailored|generated)\s+(?:text|resume|résumé|cv|summary|letter|profile|version)\s+(?:says?|must|should|shows?|states?|includes?)\b|\bwhen\s+generating\b|\bwhen\s+(?:you\s+)?(?:rewrite|tailor|summari[sz]e|edit|polish|read|review|process|parse)\w*\b.{0,40}\b(?:always|must|please|report|say|state|add|include|mention|write|give)\b|(?<![Ii]\s)\b(?:always|please)\s+(?:report|say|state|mention|claim|include|add|write|describe|list)\b(?!\s*:|\s+to\b)
    |(?:prompt|hidden)\s+(?:text|instruction)|\balso\s+(?:list|add|mention|include|claim)\b|when\s+(?:rewriting|tailoring|summari[sz]ing)|\b(?:reviewers?|recruiters?|screeners?|bots?|parsers?|ats|models?)\s*(?:must|should|:)|ignorier\w*\s+(?:alle|die)|ignora\s+(?:las|todas|todo)|ignore[zr]?\s+(?:les|toutes)""",
    re.IGNORECASE | re.VERBOSE,
)


def is_command(text: str) -> bool:
    """Whether a line speaks to its reader instead of about the person; such a line proves nothing."""
    return _COMMAND.search(text) is not None


def _statements(part: Part) -> Sequence[tuple[str, bool]]:
    """What a line states, and whether it was only asked: a question counts as said if the answer is yes and takes nothing
    back, not at all if it is no or tells of somebody else.
    """
    text = part.text
    command = _COMMAND.search(text)
    if command is not None:
        before = text[: command.start()].strip(" [(<{*#-!")
        ends = len(before) > _WORTH_READING or before.endswith((".", "!", "?", ";")) or text[command.start()] in ".!?;"
        return [(before, False)] if before and ends else []
    match = _ANSWERED.match(text)
    if match is None:
        return [(sentence, False) for sentence in _SENTENCE.split(text) if sentence.strip()]
    answer, question = match["answer"], match["question"].rstrip("?")
    if _NO.match(answer):
        return [(answer, False)]
    first = read(_SENTENCE.split(answer)[0])
    if (
        _CLOSED.match(question)
        and not _YES.match(answer)
        and any(mark.other and not mark.clause for mark in first.marks)
    ):
        return [(answer, False)]
    limited = any(mark.denied or mark.other or mark.limits & _HALF for mark in first.marks)
    return [(answer, False), (question, limited or not (_YES.match(answer) or _OPEN.match(question)))]
