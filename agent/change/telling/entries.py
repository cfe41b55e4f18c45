"""Which role each line of a flat resume belongs to.

Why: lines of a stored resume carry their entry; a pasted one is a list of lines, and a fact must stay with its role.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from agent.change.model import EvidenceLine
from agent.change.numbers.periods import find_periods

_ROLES = re.compile(
    r"^\W*(?:(?:work|professional|relevant|kitchen|teaching|clinical|legal|nursing|other|employment|career|military|industry|further|\w+)\s+)?(?:experience|employment|history|positions|berufserfahrung|berufliche\s\w+|praxis|werdegang|expériences?(?:\s\w+)?|parcours|experiencia(?:\s\w+)?|trayectoria|jobs|work)\W*$",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"""^\W*(?:education|training|skills|tools|software|languages?|certificat\w*|licen[cs]es?|courses?|publications?|interests|hobbies|projects?|volunteer\w*|community|memberships?|awards?|honou?rs|references|other|summary|profile
    |objective|about(?:\sme)?|further\s+information|additional\s+information|technical\s+skills|key\s+skills|personal|contact|patents|military|activities|equipment|systems|methods|security|clearance|strengths
    |ausbildung|bildung|studium|kenntnisse|edv\S*|sprachen|zertifikate|weiterbildung\w*|ehrenamt|sonstiges|interessen|profil|führerschein|qualifikationen|fähigkeiten|mitgliedschaften|kurse|projekte
    |formation|compétences|langues|certifications|bénévolat|loisirs|centres?\sd.intérêt|divers|logiciels|permis|projets|diplômes
    |formación(?:\sacadémica)?|educación|estudios|habilidades|competencias|idiomas|certificados|voluntariado|intereses|otros|cursos|informática|datos\spersonales|permisos?|licenses?\s+and\s+certificat\w*|certificat\w*\s+and\s+licen\w*)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_AT = re.compile(
    r"(?:\b(?:[Aa]t|[Ff]or|[Cc]hez|[Bb]eim?|[Pp]ara|@|Project|Projekt|Projet|Proyecto)\s+(?:the\s+|der\s+|la\s+)?|^(?:With|Mit|Avec|Con)\s+(?:the\s+)?|(?:^|[;:,.]\s+|\by\s+)(?:[Ee]n|[Àà])\s+(?:la\s+|el\s+)?)(?P<name>[A-ZÀ-Þ][\w&'’.-]*(?:\s+(?:(?:&|of|and|de)(?=\s)|[A-ZÀ-Þ][\w&'’.-]*))*)"
)
_HEAD = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][\w&'’.-]*(?:\s+(?:&|of|and|de|[A-ZÀ-Þ][\w&'’.-]*)){0,4})\s*\([^)]*\d{4}[^)]*\)\s*[:,-]"
)
_TITLED = re.compile(
    r"^[A-ZÀ-Þ][^,:;.()]{2,50},\s+(?P<name>[A-ZÀ-Þ][^,:;()\d]{1,50}?)\s*[,(]\s*(?P<dates>[^:;)]{4,40})\)?\s*(?:[:;.,–-]|$)"
)
_ANSWERED = re.compile(r"^\s*(?:question|frage|pregunta)\s*:", re.IGNORECASE)
_SMALL = re.compile(r"[^\W\d_A-Z]+:?")
_SEVERAL = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Part:
    """A line of evidence with the role it belongs to; `header` if it names the role."""

    source: EvidenceLine
    text: str
    entry: str
    header: bool = False


def infer_parts(evidence: Sequence[EvidenceLine]) -> list[Part]:
    """The lines with their entries: as given, else read from headings and headers, else from the employers they name."""
    if any(line.entry for line in evidence):
        heads = {line.entry: number for number, line in reversed(list(enumerate(evidence)))}
        return [
            Part(line, line.text, line.entry, bool(line.entry) and heads[line.entry] == number)
            for number, line in enumerate(evidence)
        ]
    if any(_ROLES.match(line.text) or _OTHER.match(line.text) for line in evidence):
        return _from_headings(evidence)
    return _from_names(evidence)


def _from_headings(evidence: Sequence[EvidenceLine]) -> list[Part]:
    parts: list[Part] = []
    inside, entry = False, ""
    lowered = _writes_headings_small([line.text.strip() for line in evidence])
    for number, line in enumerate(evidence):
        text = line.text.strip()
        header = False
        if _ANSWERED.match(text):
            entry, inside = "", False
        elif _ROLES.match(text):
            inside, entry = True, ""
        elif _OTHER.match(text) or (lowered and _SMALL.fullmatch(text)):
            inside, entry = False, ""
        elif inside and _is_header(text):
            entry, header = f"entry-{number}", True
        parts.append(Part(line, line.text, entry, header))
    return parts


def _writes_headings_small(texts: Sequence[str]) -> bool:
    """Whether the headings of a resume are single words in lower case ("work", "school", "tools")."""
    known = [text for text in texts if _ROLES.match(text) or _OTHER.match(text)]
    return len(known) >= _SEVERAL and all(map(_SMALL.fullmatch, known))


def _is_header(text: str) -> bool:
    """A line with a time span at its end or an employer and a year: the head of a role."""
    if len(text) > 140 or text.endswith("."):
        return False
    years = list(_YEAR.finditer(text))
    if not years:
        return False
    tail = text[years[-1].end() :]
    capitals = sum(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", text))
    spans = find_periods(text)
    return len(tail.strip(" ).")) <= 12 and "," in text and (bool(spans) or capitals >= 3) and capitals >= 2


def _from_names(evidence: Sequence[EvidenceLine]) -> list[Part]:
    """Entries of a handful of loose lines: those that name the same employer belong together."""
    names: list[str] = []
    pieces = [(line, text) for line in evidence for text in _told_apart(line.text)]
    for _, text in pieces:
        match = _TITLED.match(text)
        match = match if match and find_periods(match["dates"]) else _HEAD.match(text) or _AT.search(text)
        names.append(match["name"].removesuffix(" I").rstrip(".,") if match else "")
    names = [_longest(name, names) for name in names]
    known = {name for name in names if name}
    if len(known) < _SEVERAL:
        return [Part(line, line.text, "") for line in evidence]
    parts = []
    for (line, text), name in zip(pieces, names, strict=True):
        entry = name or next((other for other in sorted(known) if other in text), "")
        parts.append(Part(line, text, entry))
    return parts


def _longest(name: str, names: Sequence[str]) -> str:
    """The fullest form in which an employer is named ("Hotel Iris" for "Hotel Iris Lakeside")."""
    fuller = [other for other in names if name and other.startswith(name + " ")]
    return max(fuller, key=len, default=name)


def _told_apart(text: str) -> list[str]:
    """The sentences of a line that names several employers; else the line."""
    if _AT.search(text) is None:
        return [text]
    sentences = re.split(
        r"(?<=[.])\s+(?=[A-ZÀ-Þ])|;\s+|(?:,\s+|\s+)(?:und\s+|et\s+|y\s+)?(?=(?:bei|beim|chez)\s+[A-ZÀ-Þ])|(?:,\s+|\s+(?=[ey]t?\s))(?:et\s+|y\s+)?(?=(?:en|à)\s+[A-ZÀ-Þ])|,\s+(?:and\s+)?then\s+",
        text,
    )
    return sentences if sum(_AT.search(sentence) is not None for sentence in sentences) > 1 else [text]
