"""Mail addresses, telephone numbers and web addresses in a text, and whose site a web address is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import phonenumbers

from agent.resume.model import Profile

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[a-zA-Z]{2,24}(?![\w-])")
TLDS = "com|org|net|io|dev|me|de|es|fr|it|pt|nl|be|at|ch|uk|co|eu|us|ca|au|nz|in|cn|jp|kr|br|mx|ar|cl|pl|cz|se|no|dk|fi|ie|ru|ua|tr|tech|app|ai|xyz|info|biz|edu|gov|page|site|online|blog|design|studio|link|ly|gg|sh|so|to|tv|cc|name|pro|works|work|codes|engineer|software|cloud|space|website|social|art|photography|health|academy|science|example|test|guru|world|life|digital|agency|museum|cat|gal|eus"
URL = re.compile(
    rf"(?<![\w@.])(?:https?://[^\s<>|()\[\]{{}}\"',]+|(?:www\.)?(?:[a-zA-Z0-9-]{{1,63}}\.)+(?:{TLDS})(?![\w.-]*@)(?:/[^\s<>|()\[\]{{}}\"',;]*)?)(?![\w@])",
    re.IGNORECASE,
)
NOT_SITES = re.compile(
    r"^(?:node|vue|react|next|nuxt|express|ember|backbone|angular|three|d3|chart|socket|asp|vb|ado|ionic|electron|moment|jquery|handlebars|knockout|deno|nest|alpine|meteor|p5|babylon|underscore|mocha|tensorflow|ml)\.(?:js|net|io|ai)$",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w/.-])(?:\+|00)?\(?\+?\d[\d\s().\-/\u2010-\u2015·–]{5,22}\d(?![\w])(?:\s*(?:ext\.?|x)\s*\d{1,5})?"
)
REGIONS = ("US", "DE", "ES", "FR", "GB")
"""Whose numbering plans a number without any sign of its country is tried against."""
NETWORKS: dict[str, str] = {
    "linkedin.com": "LinkedIn", "github.com": "GitHub", "gitlab.com": "GitLab", "twitter.com": "Twitter", "x.com": "X", "stackoverflow.com": "Stack Overflow", "facebook.com": "Facebook", "instagram.com": "Instagram",
    "xing.com": "XING", "medium.com": "Medium", "behance.net": "Behance", "dribbble.com": "Dribbble", "youtube.com": "YouTube", "bitbucket.org": "Bitbucket", "kaggle.com": "Kaggle", "orcid.org": "ORCID", "scholar.google.com": "Google Scholar",
    "researchgate.net": "ResearchGate", "dev.to": "DEV", "codepen.io": "CodePen", "leetcode.com": "LeetCode", "hackerrank.com": "HackerRank", "t.me": "Telegram", "wa.me": "WhatsApp", "mastodon.social": "Mastodon", "keybase.io": "Keybase", "npmjs.com": "npm",
    "soundcloud.com": "SoundCloud", "vimeo.com": "Vimeo", "pinterest.com": "Pinterest", "angel.co": "AngelList", "wellfound.com": "Wellfound", "huggingface.co": "Hugging Face", "substack.com": "Substack", "tiktok.com": "TikTok", "bsky.app": "Bluesky",
    "weibo.com": "Weibo", "zhihu.com": "Zhihu", "gitee.com": "Gitee", "malt.fr": "Malt", "viadeo.com": "Viadeo",
}  # fmt: skip
NAMES = {name.lower().replace(" ", ""): name for name in NETWORKS.values()} | {
    "stackexchange": "Stack Exchange",
    "skype": "Skype",
    "telegram": "Telegram",
    "whatsapp": "WhatsApp",
    "wechat": "WeChat",
    "微信": "WeChat",
}


def find_email(text: str) -> str:
    found = EMAIL.search(text)
    return found[0].strip(".") if found else ""


def find_urls(text: str) -> Iterator[re.Match[str]]:
    """Web addresses written in a text; `node.js` and mail addresses are none."""
    for found in URL.finditer(text):
        if not NOT_SITES.match(found[0]) and "@" not in text[max(found.start() - 1, 0) : found.end() + 1]:
            yield found


def find_phone(text: str) -> str:
    """The first telephone number of a text, as written: 7 to 15 digits that are no dates."""
    for found in PHONE.finditer(text):
        written = found[0].strip()
        digits = re.sub(r"\D", "", written)
        if (
            not 7 <= len(digits) <= 16
            or re.fullmatch(r"(?:19|20)\d\d\s*[-–/.]\s*(?:19|20)\d\d", written)
            or re.fullmatch(r"\(?(?:19|20)\d\d[-./]\d\d[-./]\d\d\)?", written)
        ):
            continue
        if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d", written) or re.fullmatch(
            r"\d{1,2}[./]\d{4}\s*[-–]\s*\d{1,2}[./]\d{4}", written
        ):
            continue
        if plausible(written):
            if written.endswith(")") and "(" not in written:
                written = written[:-1]
            return written
    return ""


def plausible(written: str) -> bool:
    """Whether the numbering plan of some likely country knows such a number, or it looks like one by its signs."""
    if re.search(r"[()+\-./ ]", written):
        return True
    for region in REGIONS:
        try:
            if phonenumbers.is_possible_number(phonenumbers.parse(written, region)):
                return True
        except phonenumbers.NumberParseException:
            continue
    return False


def network_of(url: str) -> tuple[str, str]:
    """The network a profile's address belongs to and the person's name there; empty for other sites."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    for domain, name in NETWORKS.items():
        if host == domain or host.endswith(f".{domain}"):
            path = [piece for piece in parts.path.split("/") if piece]
            path = [
                piece
                for piece in path
                if piece not in {"in", "pub", "users", "user", "profile", "people", "company", "u", "c"}
            ] or path
            user = path[-1] if path else ""
            if domain == "stackoverflow.com" and len(path) > 1 and path[0].isdigit():
                user = path[1]
            return name, user.lstrip("@~")
    return "", ""


def profile_of(url: str) -> Profile | None:
    network, user = network_of(url)
    return Profile(network=network, username=user, url=url) if network and user else None


def site_key(url: str) -> str:
    """What makes two writings of an address the same."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url.strip().lower()).rstrip("/")


def network_named(text: str) -> str:
    """The network a label names: `LinkedIn:`, `github`."""
    return NAMES.get(re.sub(r"[\s:.]+", "", text.lower()), "")
