"""Names of companies as URLs spell them, and as people write them."""

import re
import unicodedata
from urllib.parse import urlsplit

from scraper.text import letters
from scraper.words.jobs import BOARDS, HOST_NOISE

SLUG_PATHS = (
    r"^(?:job-boards|boards)(?:\.eu)?\.greenhouse\.io/(?!embed)([^/?]+)",
    r"^jobs(?:\.eu)?\.lever\.co/([^/?]+)",
    r"^jobs\.ashbyhq\.com/([^/?]+)",
    r"^(?:jobs|careers)\.smartrecruiters\.com/([^/?]+)",
    r"^apply\.workable\.com/(?!api|j/)([^/?]+)",
    r"^(?:www\.)?careers-page\.com/([^/?]+)",
    r"^ats\.rippling\.com/(?:[a-z]{2}-[A-Z]{2}/)?([^/?]+)",
    r"/(?:companies|company|company-profile|employers?|empresas?|entreprises?|companies-hiring|arbeitgeber|unternehmen|firma|bedrijven|org|startups?)/([\w-]+)(?:/|$)",
    r"^(?:recruiting\.paylocity\.com/recruiting/jobs/details)/\d+/([\w-]+)/",
    r"^(?:join\.com/companies)/([\w-]+)",
)
BOARD_WORD = re.compile(
    r"jobs?(?:$|board|portal|site|search|finder|24|now|hub|net|bank)|^jobs?|empleo|trabaj[oa]s?$|emplois?$|recrut|recruit|stellen|vacature|pracy?$|^prac[ay]|karriere|careers?$|vagas|oferty|lavoro|rabota|headhunt|staffing"
)
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae", "ł": "l"}
UNIT = re.compile(r"ae|oe|ue|ss|aa|.")
SPELLED = {
    "ae": "(?:ae|ä|æ)",
    "oe": "(?:oe|ö|ø)",
    "ue": "(?:ue|ü)",
    "ss": "(?:ss|ß)",
    "aa": "(?:aa|å)",
    "a": "[aàáâãäåą]",
    "e": "[eèéêëęě]",
    "i": "[iìíîï]",
    "o": "[oòóôõöøő]",
    "u": "[uùúûüůű]",
    "c": "[cçćč]",
    "n": "[nñńň]",
    "s": "[sśšş]",
    "z": "[zźżž]",
    "l": "[lł]",
    "y": "[yý]",
    "r": "[rř]",
    "d": "[dď]",
    "g": "[gğ]",
}
NUMBERED = re.compile(r"\s*[\[(]#?\d+[\])]\s*$")
WERKEN_BIJ = re.compile(r"^(?:werkenbij|workat|careersat|jobsat|joinus|join)(?=.{4})")
LEGAL_FORM = re.compile(
    r"(?:[,.]?\s+(?:inc|llc|ltd|limited|gmbh|corp|corporation|co|ag|se|s\.?a\.?|s\.?l\.?|plc|b\.?v\.?|n\.?v\.?|ab|as|oy|oyj|aps|a/s|sp\. z o\.o|kg|srl|s\.r\.l|spa|s\.p\.a|pty|pte|kft|s\.r\.o|d\.o\.o|ltda|eireli|s\.?r\.?l|a\.s|a\.ş|e\.v|ggmbh|gmbh & co|& co|ohg|ug|e\.k|sas|sarl|eurl|snc|bvba|v\.o\.f|zrt|nyrt|sdn bhd|pvt|private|llp|lp|plc)\.?)+$",
    re.IGNORECASE,
)


def slugs(url: str) -> list[str]:
    """What the URL may call the company, best first: the account at a job system, then the site's own name."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    host = (parts.hostname or "").lower()
    place = f"{host}{parts.path}"
    found = [match[1] for pattern in SLUG_PATHS if (match := re.search(pattern, place, re.IGNORECASE))]
    labels = host.split(".")
    core = site_name(host)
    if core in BOARDS and len(labels) > 2:
        found.extend(
            label for label in labels[:-2] if label not in HOST_NOISE and not re.fullmatch(r"wd\d+|eu\d*|us\d*", label)
        )
    elif core and core not in BOARDS:
        found.append(core)
    return list(dict.fromkeys(WERKEN_BIJ.sub("", each) for each in found if len(each) > 1 and not each.isdecimal()))


def site_name(host: str) -> str:
    """The telling label of a host name: `acme` of careers.acme.co.uk."""
    labels = host.lower().split(".")
    if len(labels) < 2:
        return ""
    rest = labels[:-1]
    while len(rest) > 1 and rest[-1] in {
        "co",
        "com",
        "org",
        "net",
        "gov",
        "ac",
        "edu",
        "or",
        "ne",
        "gob",
        "gouv",
        "k12",
    }:
        rest = rest[:-1]
    return rest[-1]


def is_board(name: str) -> bool:
    """Whether the name is a site that carries other companies' jobs, by list or by the words in it."""
    plain = letters(name)
    first = letters(name.split(".", maxsplit=1)[0])  # "Reed.co.uk" is Reed
    return plain in BOARDS or (first in BOARDS and "." in name) or bool(BOARD_WORD.search(plain))


def written_as(slug: str, text: str) -> str:
    """How the text spells the name a slug stands for ("Sensor Tower" for sensortower), or ""."""
    plain = letters(slug)
    if len(plain) < 2:
        return ""
    units = [SPELLED.get(unit, re.escape(unit)) for unit in UNIT.findall(plain)]
    pattern = r"(?<![\w.@/-])" + r"[\s.&'’+-]{0,3}".join(units) + r"(?![\w@])(?!\.\w)"
    found = [match[0] for match in re.finditer(pattern, text, re.IGNORECASE)]
    found = [each for each in found if each != each.lower() or each == slug]
    if not found:
        return ""
    counts = {each: found.count(each) for each in found}
    return max(counts, key=lambda each: (each != each.upper() or len(each) < 6, each[:1].isupper(), counts[each]))


def from_slug(slug: str) -> str:
    """A readable name when no text spells it."""
    words = [word for word in re.split(r"[-_+%20]+" if "%20" in slug else r"[-_+]+", slug) if word]
    if len(words) == 1 and words[0] != words[0].lower():
        return words[0]
    return " ".join(word if word != word.lower() else word.capitalize() for word in words)


def same_company(one: str, other: str) -> bool:
    a, b = (_folded(LEGAL_FORM.sub("", name)) for name in (one, other))
    return bool(a and b) and (a == b or (min(len(a), len(b)) > 3 and (a.startswith(b) or b.startswith(a))))


def _folded(name: str) -> str:
    """Letters without accents, German umlauts as hosts spell them."""
    plain = letters(name)
    for umlaut, spelled in UMLAUTS.items():
        plain = plain.replace(umlaut, spelled)
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))
