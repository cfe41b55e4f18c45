"""Mail addresses, telephone numbers and web addresses in a text, and whose site a web address is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from agent.resume.model import Profile
from agent.resume.read.phones import find_phone

__all__ = ["EMAIL", "find_email", "find_phone", "find_urls", "network_named", "network_of", "profile_of", "site_key"]

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
