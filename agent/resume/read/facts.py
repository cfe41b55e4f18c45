"""Facts of the head with their label, such as a birth date, and what looks like a place there."""

from __future__ import annotations

import re
from dataclasses import replace

from agent.resume.read.contacts import find_email, find_phone, find_urls, network_named
from agent.resume.read.dates import find_dates
from agent.resume.read.headings import section_of
from agent.resume.read.places import place_score
from agent.resume.read.rows import Segment
from agent.resume.read.words import title_score

PIECES = re.compile(r"\s*[|•·●◦▪⋄∙‧│¦◆⬥]\s*|\s{2,}|\s\.\s|\s+[–—*]\s+|(?<=[^\W\d]|[)])\s+/\s+|\s+/\s+(?=[^\W\d])|\s;\s")
CONTACT_LABEL = re.compile(
    r"^\W*(?:e-?mail(?:\s*address)?|correo(?:\s+electrónico)?|courriel|mail|phone(?:\s*(?:number|no\.?))?|mobile|mobil(?:telefon)?|cell|tel(?:efoon|efon|éfono|éphone|\.)?|téléphone|telefone|telefono|handy|móvil|celular|portable|fax|website|web(?:seite)?|site(?:\s+web)?|homepage|sito(?:\s+web)?|portfolio|blog|url|"
    r"address|adresse|dirección|domicilio|indirizzo|endereço|anschrift|wohnort|ort|woonplaats|adres|bostadsort|adress|bopæl|miejscowość|comune|wohnhaft(?:\s+in)?|location|lives in|based in|city|residence|localisation|ubicación|ciudad|region|country|name|nombre|nom|"
    r"电话|手机|邮箱|邮件|地址|网站|姓名|所在地)\s*(?:[:：•·|]\s*|$|(?=\+?\d|\S+@))",
    re.IGNORECASE,
)
NAME_LABEL = re.compile(
    r"(?i)(?:full\s+)?name|(?:sur|last\s+|family\s+)names?/(?:first|given|fore)\s*names?|(?:first|given)\s*names?/(?:sur|last\s+|family\s+)names?|nachname/vorname|vorname/nachname|apellidos?/nombres?|prénoms?/noms?|noms?/prénoms?|cognome/nome|nome/cognome|vor-?\s*(?:und|,|/)?\s*(?:nach|zu|familien)name|name\s*,\s*vorname|nach-?\s*und\s+vorname|nombre(?:\s+(?:y\s+apellidos?|completo))?|apellidos?(?:\s+y\s+nombre|\s*,\s*nombre|\s*/\s*nombre)(?:\(?s\)?)?|nombres?\s*/\s*apellidos?|noms?(?:\s*(?:et|/|,)\s*prénoms?)?|prénoms?\s*(?:et|/)\s*noms?|(?:cognome\s+e\s+nome|nome(?:\s+e\s+cognome|\s+completo)?)|naam|姓名"
)


PERSONAL = re.compile(
    r"(?i)(?:geburts(?:datum|ort|tag|name|land)|geb(?:oren)?\.?(?:\s+am)?(?:\s*/\s*in)?|geboren\s+(?:am|in)|staats(?:angehörigkeit|bürgerschaft)|nationalität|familienstand|konfession|religion|kinder|führerschein(?:klassen?)?|fahrerlaubnis|aufenthaltsstatus|geschlecht|alter|"
    r"(?:fecha|lugar)(?:\s+y\s+(?:fecha|lugar))?\s+de\s+nacimiento|nacimiento|nacid[oa](?:\s+(?:el|en))?|nacionalidad|estado\s+civil|sexo|edad|d\.?n\.?i\.?|n\.?i\.?[ef]\.?|(?:permiso|carn[eé]t?)\s+de\s+conducir|hijos|"
    r"(?:date|lieu)(?:\s+et\s+(?:date|lieu))?\s+de\s+naissance|naissance|né[e]?(?:\s+(?:le|à))?|nationalité|situation(?:\s+(?:familiale|de\s+famille))?|permis(?:\s+de\s+conduire)?|âge|sexe|"
    r"(?:date|place)(?:\s+and\s+(?:date|place))?\s+of\s+birth|birth\s*(?:date|day|place)|born|d\.?o\.?b\.?|nationality|citizenship|marital\s+status|gender|sex|age|driving\s+licen[cs]e|driver['’]?s\s+licen[cs]e|visa(?:\s+status)?|"
    r"data\s+di\s+nascita|luogo\s+di\s+nascita|nazionalità|stato\s+civile|patente|data\s+de\s+nascimento|nacionalidade|estado\s+civil|geboortedatum|geboorteplaats|nationaliteit|burgerlijke\s+staat|rijbewijs)\s*:?"
)
"""Labels of facts about a person that are no contacts: their values are no place, name or headline."""


def pieces(segments: list[Segment]) -> list[Segment]:
    """The stretches of a line cut at its signs, in whatever look a piece is."""
    text = "".join(("  " if part.apart and place else "") + part.text for place, part in enumerate(segments))
    return [replace(segments[0], text=piece, link="") for piece in PIECES.split(text) if piece.strip()] + [
        replace(part, text="") for part in segments if part.link
    ]


LIVES = re.compile(
    r"(?i)^(?:(?:currently\s+)?(?:based|living|lives?|located|residing|resident)\s+in|wohnhaft\s+in|lebt\s+in|residente\s+en|vivo\s+en|(?:habite|résidant|domicilié[e]?|demeurant)\s+à|residente\s+a)\s+(?=[A-ZÀ-Ž])"
)
"""What people say before the town they live in."""
CUT_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/(?:\S*[/-])?")


def mended(segments: list[Segment]) -> list[Segment]:
    """The same with web addresses whole that the end of a narrow column cuts in two."""
    found: list[Segment] = []
    for part in segments:
        last = found[-1] if found else None
        if last and not part.apart and CUT_ADDRESS.fullmatch(last.text.strip()) and part.text[:1].strip():
            found[-1] = replace(last, text=last.text.strip() + part.text)
        else:
            found.append(part)
    return found


def closed(text: str) -> str:
    """A text with the bracket at its end that was cut off though it was opened within."""
    return f"{text})" if text.count("(") == text.count(")") + 1 else text


def parted(segments: list[Segment]) -> list[list[Segment]]:
    """Segments in groups that stand apart from each other."""
    groups: list[list[Segment]] = []
    for segment in segments:
        if groups and not segment.apart:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def wide(segments: list[Segment]) -> str:
    return "".join(part.text for part in segments).strip()


def place_like(text: str) -> bool:
    words = text.replace(",", " ").split()
    return (
        0 < len(words) <= 4
        and all(word[:1].isupper() or not word.isascii() for word in words)
        and not title_score(text)
        and not any(sign.isdigit() for sign in text)
    )


def personal_fact(parts: list[list[Segment]]) -> str:
    """`Birth date: …` and other facts with their label, which are no contacts."""
    first = wide(parts[0])
    label, colon, value = first.partition(":")
    if not colon and len(parts) == 2:
        label, value = first, wide(parts[1])
    elif colon and not value.strip() and len(parts) == 2:
        value = wide(parts[1])
    known = (
        CONTACT_LABEL.match(f"{label.strip()}:")
        or network_named(label)
        or NAME_LABEL.fullmatch(label.strip())
        or section_of(label) in {"contact", "profiles"}
    )
    if PERSONAL.fullmatch(label.strip()) and value.strip():
        return f"{label.strip(' :')}: {value.strip()}"
    if (
        known
        or not value.strip()
        or not 2 < len(label) < 32
        or len(label.split()) > 4
        or (not colon and not label.istitle())
    ):
        return ""
    text = f"{label}: {value}"
    if (
        find_email(text)
        or (find_phone(text) and not find_dates(text))
        or list(find_urls(text))
        or any(part.link for part in parts[0])
    ):
        return ""
    if not colon and (place_score(label) >= 0.6 or place_score(value) >= 0.6 or title_score(label)):
        return ""
    return f"{label.strip()}: {value.strip()}"
