"""Which elements a person does not see, as far as a page says so in its own source.

Why: a posting is a stranger's text that a language model will read. What is written there for programs only - white,
tiny, off the page, not displayed - must not pass as part of the posting, and the person should hear of it.
"""

import re
from collections.abc import Mapping

NOT_DISPLAYED = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|content-visibility\s*:\s*hidden"
    r"|(?:text-indent|left|right|top|bottom|margin-left|margin-top)\s*:\s*-\s*\d{4,}(?:\.\d+)?(?:px|em|rem|pt|%)"
    r"|(?:left|top)\s*:\s*-\d{3,}(?:vw|vh|em|rem|%)"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|transform\s*:[^;]*scale\(\s*0(?:\.0+)?\s*\))",
    re.IGNORECASE,
)
SIZE = re.compile(
    r"(?:^|;)\s*font-size\s*:\s*(\d*\.?\d+)\s*(px|pt|em|rem|%|vw|vh|ex|ch|mm)?\s*(?:!important\s*)?(?:;|$)",
    re.IGNORECASE,
)
SMALLEST = {
    "px": 2.0,
    "pt": 2.0,
    "em": 0.15,
    "rem": 0.15,
    "%": 15.0,
    "vw": 0.2,
    "vh": 0.2,
    "ex": 0.3,
    "ch": 0.3,
    "mm": 0.5,
    "": 0.0,
}
NO_INK = re.compile(r"(?:^|;)\s*(?:-webkit-text-fill-)?color\s*:\s*transparent", re.IGNORECASE)
INK_BEHIND = re.compile(r"background-clip\s*:\s*text", re.IGNORECASE)
SEE_THROUGH = re.compile(r"(?:^|;)\s*opacity\s*:\s*0*(?:\.0+)?(?:\s*!important)?\s*(?:;|$)", re.IGNORECASE)
ANIMATED = re.compile(r"(?:^|;)\s*(?:transform|will-change|transition|animation)\s*:", re.IGNORECASE)
COLOR = re.compile(r"(?:^|;)\s*(?<!-)color\s*:\s*([^;!]+)", re.IGNORECASE)
BACKGROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
NO_SIZE = re.compile(r"(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)", re.IGNORECASE)
CLIPPED = re.compile(r"(?:^|;)\s*overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
WHITE = re.compile(
    r"^(?:white|snow|ivory|#f[c-f]{2}|#f[a-f]f[a-f]f[a-f]|#ffff|#ffffffff"
    r"|rgba?\(\s*25[0-5]\s*[, ]\s*25[0-5]\s*[, ]\s*25[0-5]\b[^)]*\)"
    r"|rgba\([^)]*,\s*0(?:\.0\d*)?\s*\)|hsla?\([^)]*100%\s*\))$",
    re.IGNORECASE,
)
RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
MEDIA = re.compile(r"@(?:media|supports|container|layer|keyframes|-webkit-keyframes|font-face)[^{]*\{", re.IGNORECASE)
BRACE = re.compile(r"[{}]")
SIMPLE = re.compile(r"^[\w-]*([.#])([\w-]+)$")


def hides(style: str) -> bool:
    """Whether this style surely keeps text from being seen."""
    if NOT_DISPLAYED.search(style):
        return True
    if (size := SIZE.search(style)) and float(size[1]) <= SMALLEST[(size[2] or "").lower()]:
        return True
    if NO_INK.search(style) and not INK_BEHIND.search(
        style
    ):  # a colour gradient is painted through transparent letters
        return True
    if CLIPPED.search(style) and NO_SIZE.search(style):
        return True
    return _same_color(style)


def fades(style: str) -> bool:
    """Whether the style makes text see-through for good; animations begin unseen and end visible."""
    return bool(SEE_THROUGH.search(style)) and not ANIMATED.search(style)


def pales(style: str) -> bool:
    """Whether the style makes text white without saying on what."""
    color = COLOR.search(style)
    return bool(color and WHITE.match(color[1].strip().lower())) and not BACKGROUND.search(style)


def _same_color(style: str) -> bool:
    color, ground = COLOR.search(style), BACKGROUND.search(style)
    if not color or not ground:
        return False
    ink, paper = color[1].strip().lower(), ground[1].strip().lower()
    return ink == paper or bool(WHITE.match(ink) and WHITE.match(paper))


def hidden_names(styles: str) -> frozenset[str]:
    """Classes (".name") and ids ("#name") that the page's own style sheet never displays, screen sizes left aside."""
    if "none" not in styles and "hidden" not in styles and "-9" not in styles and "font-size" not in styles:
        return frozenset()
    names: set[str] = set()
    for selectors, body in RULE.findall(_without_blocks(styles)):
        if hides(body):  # white or see-through by class is usually white on a dark picture, or an animation
            for selector in selectors.split(","):
                if found := SIMPLE.match(selector.strip()):
                    names.add(found[1] + found[2])
    return frozenset(names)


def unseen(attributes: Mapping[str, str], names: frozenset[str]) -> bool:
    """Whether the element with these attributes is not shown."""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    style = attributes.get("style")
    if style and hides(style):
        return True
    if not names:
        return False
    if (own := attributes.get("id")) and f"#{own}" in names:
        return True
    return any(f".{each}" in names for each in attributes.get("class", "").split())


def _without_blocks(styles: str) -> str:
    """The sheet without its conditional blocks: what is hidden on a telephone only is seen on a desk."""
    kept: list[str] = []
    at = 0
    while block := MEDIA.search(styles, at):
        kept.append(styles[at : block.start()])
        depth, at = 1, block.end()
        while depth and at < len(styles):
            step = BRACE.search(styles, at)
            if step is None:
                at = len(styles)
                break
            depth += 1 if step[0] == "{" else -1
            at = step.end()
    kept.append(styles[at:])
    return re.sub(r"/\*.*?\*/", "", "".join(kept), flags=re.DOTALL)
