"""The one pass over a page's tree that makes its lines and boxes, and sets aside what is not seen."""

import re
from itertools import islice
from typing import Any

import lxml.etree

from scraper.document import BULLET, HEADINGS, Box, Document, Hint, Line
from scraper.text import sanitise, squash
from scraper.visible import fades, hidden_names, pales, unseen
from scraper.words.hints import KEYS, hinted_field

_BLOCKS = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section"
    " summary table tbody td tfoot th thead tr ul button label html frameset iframe"
)
BLOCKS = frozenset(_BLOCKS.split())
_SKIPPED = "script style template svg math canvas audio video object embed head datalist map"
SKIPPED = frozenset(_SKIPPED.split())
CONTROLS = frozenset(["input", "select", "textarea"])
PHRASING = frozenset(
    [
        "b",
        "i",
        "em",
        "strong",
        "u",
        "a",
        "sub",
        "sup",
        "small",
        "mark",
        "s",
        "del",
        "ins",
        "abbr",
        "code",
        "font",
        "wbr",
    ]
)
DARK = re.compile(r"hero|banner|dark|cover|\bbg-|inverse|header|button|btn|primary", re.IGNORECASE)
PAINTED = re.compile(r"background", re.IGNORECASE)
WORDS = re.compile(r"\w+(?:[^\w<>{}=;]+\w+){3,}")
CODE = re.compile(
    r"[{};=]|<!|\[if |^\s*/?[\w-]+\s*$|^(?:end|start|begin)\b|^#|\bfin\b|^(?:todo|fixme|note|hack)\b", re.IGNORECASE
)
MOSTLY = 0.5
DEEPEST = 400
MOST_HIDDEN = 40
LONGEST_HIDDEN = 1_000
SHORTEST_COMMENT = 6
MOST_OF_PAGE = 0.7
SMALL_PAGE = 200
MOST_LINES = 2_000
MOST_ELEMENTS = 12_000
MOST_CHILDREN = 600
LONGEST_NAMES = 300
SPLIT, JOINT = "\ue000", "\ue001"  # between words, and inside what may be one word
EDGES = re.compile(f"[{SPLIT}{JOINT}]")
SPACED = re.compile(rf"{SPLIT}(?=[,;:!?)\]%]|\.(?:\s|$))")


def read_document(markup: str) -> Document:
    """Parses a page; never raises for broken markup."""
    root = _tree(markup)
    document = Document(root)
    if root is None:
        return document
    walk = Walk(document, doubting=True)
    walk.run()
    if walk.doubtful > MOSTLY * sum(len(line.text) for line in document.lines):
        document = Document(root)  # a page that fades in as a whole, or is white on dark as a whole, is seen as a whole
        Walk(document, doubting=False).run()
    return document


def _tree(markup: str) -> Any:
    if not markup.strip():
        return None
    parser = lxml.etree.HTMLParser(encoding="utf-8", huge_tree=False, remove_pis=True)
    try:
        return lxml.etree.fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.ParserError, lxml.etree.XMLSyntaxError):
        return None


class Walk:
    def __init__(self, document: Document, *, doubting: bool) -> None:
        self.document = document
        self.doubting = doubting
        self.doubtful = 0
        styles = "\n".join(each.text or "" for each in document.root.iter("style"))
        self.names = hidden_names(styles)
        self.parts: list[str] = []
        self.links = 0
        self.link_depth = 0
        self.boxes: list[int] = []
        self.elements = 0
        self.total = -1

    def run(self) -> None:
        self.visit(self.document.root, 0, on_paper=True)
        self.flush()

    def visit(self, element: Any, depth: int, *, on_paper: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            if tag is lxml.etree.Comment:
                self.hide_comment(element.text or "")
            return
        self.elements += 1
        if tag in SKIPPED or self.elements > MOST_ELEMENTS or len(self.document.lines) > MOST_LINES:
            return
        if tag == "noscript":
            self.document.noscript += " " + " ".join(element.itertext())[:500]
            return
        if tag in CONTROLS:
            self.count_control(element)
            return
        attributes = element.attrib
        if tag == "br":
            self.flush()
            return
        if attributes:
            if on_paper and (PAINTED.search(attributes.get("style", "")) or DARK.search(attributes.get("class", ""))):
                on_paper = False
            if self.is_unseen(element, tag, attributes, on_paper=on_paper):
                return
            self.note_hint(element, attributes)
        block = tag in BLOCKS or "-" in tag
        if block:
            self.open(element, tag, attributes)
        elif self.parts:
            self.parts.append(JOINT if tag in PHRASING else SPLIT)
        if tag == "a":
            self.link_depth += 1
        if element.text:
            self.add(element.text)
        if depth < DEEPEST:
            for child in islice(element, MOST_CHILDREN):
                self.visit(child, depth + 1, on_paper=on_paper)
                if child.tail:
                    self.add(child.tail)
        else:
            self.add(" ".join(element.itertext(*_TEXT_TAGS)))
        if tag == "a":
            self.link_depth -= 1
        if block:
            self.close()
        elif self.parts:
            self.parts.append(JOINT if tag in PHRASING else SPLIT)

    def open(self, element: Any, tag: str, attributes: Any) -> None:
        self.flush()
        name = " ".join(filter(None, (attributes.get("id"), attributes.get("class"), attributes.get("role"))))
        parent = self.boxes[-1] if self.boxes else -1
        self.boxes.append(len(self.document.boxes))
        self.document.boxes.append(Box(element, tag, name.lower(), parent, len(self.document.lines)))

    def close(self) -> None:
        self.flush()
        box = self.document.boxes[self.boxes.pop()]
        box.end = len(self.document.lines)
        if box.parent >= 0:
            self.document.boxes[box.parent].controls += box.controls

    def add(self, text: str) -> None:
        if "\n" in text and ("\n\n" in text or "•" in text or "\n-" in text or "\n*" in text):
            first, *rest = text.split("\n")
            self.parts.append(first)
            for each in rest:
                if not each.strip() or BULLET.match(each.strip()):
                    self.flush()
                self.parts.append(" " + each)
        else:
            self.parts.append(text)
        if self.link_depth:
            self.links += len(text.strip())

    def flush(self) -> None:
        if not self.parts:
            return
        text, spelled = sanitise("".join(self.parts))
        links, self.links = self.links, 0
        self.parts = []
        self.document.hidden.extend(spelled)
        pieces = [piece for piece in (" ".join(each.split()) for each in EDGES.split(text)) if piece]
        if not pieces:
            return
        whole = (
            pieces[0]
            if len(pieces) == 1
            else " ".join(SPACED.sub("", text.replace(JOINT, "")).replace(SPLIT, " ").split())
        )
        box = self.boxes[-1] if self.boxes else -1
        self.document.lines.append(Line(whole, self.line_tag(box), box, pieces, links))

    def line_tag(self, box: int) -> str:
        """The nearest telling element around: a paragraph inside a list item is a list item."""
        steps = 0
        while box >= 0 and steps < 4:
            each = self.document.boxes[box]
            if each.tag in HEADINGS or each.tag in {"li", "dt", "dd", "th", "td", "button", "label", "caption"}:
                return each.tag
            if each.name and "heading" in each.name and each.element.get("role") == "heading":
                return "h3"
            box = each.parent
            steps += 1
        return self.document.boxes[self.boxes[-1]].tag if self.boxes else "p"

    def is_unseen(self, element: Any, tag: str, attributes: Any, *, on_paper: bool) -> bool:
        """Gathers the text of an element that is not seen; what only seems unseen is counted, to be looked at again."""
        if unseen(attributes, self.names):
            text = " ".join(element.itertext(*_TEXT_TAGS))
            if self.holds_page(text):
                return False
            self.hide(text)
            return True
        style = attributes.get("style")
        if not style or not self.doubting:
            return False
        if fades(style) or (on_paper and tag not in {"a", "h1", "h2", "button"} and pales(style)):
            text = " ".join(element.itertext(*_TEXT_TAGS))
            self.doubtful += len(squash(text))
            self.hide(text)
            return True
        return False

    def holds_page(self, text: str) -> bool:
        """Whether a hidden element has most of the page: then it only waits for the page's script to be shown."""
        if len(text) < SMALL_PAGE:
            return False
        if self.total < 0:
            body = self.document.root.find("body")
            self.total = sum(map(len, body.itertext(*_TEXT_TAGS))) if body is not None else 0
        return len(text) > MOST_OF_PAGE * self.total

    def note_hint(self, element: Any, attributes: Any) -> None:
        if "formattedaddress" in attributes:  # some boards leave the place to an element of their own
            element.text = attributes["formattedaddress"]
            self.document.hints.append(
                Hint("location", element, len(self.document.lines), self.boxes[-1] if self.boxes else -1)
            )
            return
        names = [value for key, value in attributes.items() if key in KEYS and len(value) < LONGEST_NAMES]
        if names and (named := hinted_field(" ".join(names))):
            box = self.boxes[-1] if self.boxes else -1
            self.document.hints.append(Hint(named, element, len(self.document.lines), box))

    def count_control(self, element: Any) -> None:
        if self.boxes and element.get("type", "").lower() not in {"hidden", "submit", "button", "search"}:
            self.document.boxes[self.boxes[-1]].controls += 1

    def hide(self, text: str) -> None:
        text = squash(text)
        if len(self.document.hidden) < MOST_HIDDEN and text[:1] not in "{[" and WORDS.search(text):
            self.document.hidden.append(text[:LONGEST_HIDDEN])

    def hide_comment(self, text: str) -> None:
        text = squash(text)
        if len(text.split()) >= SHORTEST_COMMENT and not CODE.search(text):
            self.hide(text)


_TEXT_TAGS = (
    *(
        "p",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "div",
        "span",
        "td",
        "dd",
        "dt",
        "th",
        "a",
        "b",
        "strong",
        "em",
        "i",
        "u",
    ),
    *("section", "article", "main", "ul", "ol", "pre", "font", "blockquote"),
)
