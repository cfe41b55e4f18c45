"""Bytes of a page as text, whatever its server said or forgot to say about the charset."""

import codecs
import re

from bs4.dammit import EncodingDetector, UnicodeDammit

MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
DECLARED = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)


def decode(body: bytes, content_type: str = "") -> str:
    """By byte order mark, the header, valid UTF-8, the page's own declaration, then a guess; never fails."""
    for mark, encoding in MARKS.items():
        if body.startswith(mark):
            return body.removeprefix(mark).decode(encoding, "replace")
    try:
        return body.decode("utf-8")  # valid UTF-8 is hardly ever anything else, whatever the header says
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(content_type)
    known = [_meant(declared[1])] if declared and _exists(declared[1]) else []
    own = EncodingDetector.find_declared_encoding(body, is_html=True, search_entire_document=False)
    if own and _exists(own):
        known.append(_meant(own))
    if any(each.lower().replace("_", "-") in {"utf-8", "utf8"} for each in known):
        return body.decode("utf-8", "replace")  # one broken byte must not turn the whole page into another charset
    lenient = body.decode("utf-8", "replace")
    if (
        not known
        and lenient.count("\ufffd") < 0.002 * len(lenient)
        and not lenient.isascii()
        and lenient.count("\ufffd") < 0.1 * sum(not char.isascii() for char in lenient)
    ):
        return lenient
    dammit = UnicodeDammit(body, known_definite_encodings=[*known, "windows-1252"], is_html=True)
    return dammit.unicode_markup or lenient


def _meant(name: str) -> str:
    """Browsers read Latin-1 and ASCII as windows-1252, and so do the pages that declare them."""
    return "windows-1252" if codecs.lookup(name).name in {"iso8859-1", "ascii"} else name


def _exists(name: str) -> bool:
    try:
        codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return True
