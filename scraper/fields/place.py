"""Places from strings, schema.org places and the address objects of job systems."""

import re
from typing import Any

from scraper.text import letters, squash, unescape

_LOCALITY = (
    "addressLocality city cityName locality town municipality stadt ort ciudad ville cidade citta miasto plaats workCity jobCity PrimaryCity addressCity locationCity officeCity"
    " localidad poblacion suburb kommune jobLocationCity"
)
_REGION = (
    "addressRegion region state stateName province regionName bundesland provincia estado stateCode regionCode workState jobState voivodeship addressState locationState"
    " stateProvince county departement"
)
_COUNTRY = "addressCountry country countryName land pais pays kraj workCountry jobCountry countryCode locationCountry countryRegion"
_WHOLE = (
    "name label displayName fullLocation formatted formattedAddress fullAddress locationName locationsText location descriptor text title display value nameHtml locationStr"
    " locationText address1"
)
LOCALITY, REGION, COUNTRY, WHOLE = (
    tuple(letters(key) for key in keys.split()) for keys in (_LOCALITY, _REGION, _COUNTRY, _WHOLE)
)
SYMBOLS = re.compile(r"^[^\w(]+")
CODE = re.compile(
    r"^[A-Z]{1,4}[-_ ]?\d{2,}$|^\d+$|^(?:null|none|undefined|n/?a|-+|unavailable|not specified|tbd)$", re.IGNORECASE
)
REMOTE = re.compile(
    r"\b(?:fully[\s-]remote|100\s?% remote|remote(?:ly)?|work[\s-]from[\s-](?:home|anywhere)|wfh|telecommut\w*|telework\w*|anywhere|distributed"
    r"|home[\s-]?office|ortsunabh[aä]ngig|mobiles arbeiten|t[eé]l[eé]travail|teletrabajo|teletreball|remot[oa]|en remoto|a distancia"
    r"|teletrabalho|home office|da remoto|smart[\s-]working|thuiswerk\w*|op afstand|zdaln[aeiy]\w*|praca zdalna|distans(?:arbete)?|hjemmekontor"
    r"|et[aä]ty[oö]\w*|pr[aá]ce z domova|remot|t[aá]vmunka|uzaktan|удал[её]нн\w+|дистанционн\w+)\b|リモート|在宅|远程|遠端",
    re.IGNORECASE,
)
HYBRID = re.compile(r"\b(?:hybrid\w*|h[ií]brid[oa]\w*|hybryd\w*|ibrid[oa]|hybride)\b", re.IGNORECASE)
ON_SITE = re.compile(
    r"\b(?:on[\s-]?site|in[\s-](?:office|person)|vor ort|pr[aä]senz|sur site|presencial|in sede|in presenza|op locatie|stacjonarn\w+|på plats)\b",
    re.IGNORECASE,
)


def read_places(value: Any) -> list[str]:
    """Every place named, each as "City, Region, Country" as far as known."""
    places: list[str] = []
    for each in value if isinstance(value, list) else [value]:
        place = _place(each)
        if isinstance(place, list):
            places.extend(place)
        elif place:
            places.append(place)
    return list(dict.fromkeys(places))[:20]


def read_remote(*texts: str) -> bool | None:
    """True when a text says remote and not hybrid, False when it says hybrid or on site, None when it says nothing."""
    text = " ".join(filter(None, texts)).replace("_", " ")
    if HYBRID.search(text):
        return False
    if REMOTE.search(text):
        return True
    return False if ON_SITE.search(text) else None


def clean_place(text: str) -> str:
    """A place without labels' remains, or "" for codes and emptiness."""
    text = squash(unescape(re.sub(r"<[^>]*>", " ", text))).strip(" ,;|·•-–—:/")
    text = SYMBOLS.sub("", text)
    text = re.sub(r"\s+,", ",", re.sub(r"(?:,\s*){2,}", ", ", text))
    return "" if CODE.match(text) or len(text) > 160 or text.startswith(("http", "{", "[")) else text


def _place(value: Any) -> str | list[str]:
    if isinstance(value, str):
        return clean_place(value)
    if not isinstance(value, dict):
        return read_places(value) if isinstance(value, list) else ""
    value = {letters(str(key)): each for key, each in value.items()}
    address = value.get("address") or value.get("postaladdress") or value.get("location")
    if isinstance(address, list):
        return read_places(address)
    if isinstance(address, dict) and (inner := _place(address)):
        return inner
    parts = [_part(value, keys) for keys in (LOCALITY, REGION, COUNTRY)]
    if parts[0] or (parts[1] and parts[2]):
        return _joined(parts)
    if isinstance(address, str) and clean_place(address):
        return clean_place(address)
    whole = _part(value, WHOLE)
    if whole and parts[2] and letters(parts[2]) not in letters(whole):
        return _joined([whole, parts[2]])
    return whole or _joined(parts)


def _part(value: dict[str, Any], keys: tuple[str, ...]) -> str:
    for key in keys:
        each = value.get(key)
        if isinstance(each, list) and each:
            each = each[0]
        if isinstance(each, dict):
            each = next(
                (
                    each[inner]
                    for inner in ("name", "label", "descriptor", "addressCountry", "value", "code")
                    if isinstance(each.get(inner), str)
                ),
                "",
            )
        if isinstance(each, str) and (clean := clean_place(each)):
            return clean
    return ""


def _joined(parts: list[str]) -> str:
    written: list[str] = []
    for part in parts:
        if part and not any(
            letters(part) == letters(each) or f", {part.casefold()}" in f", {each.casefold()}," for each in written
        ):
            written.append(part)
    return ", ".join(written)
