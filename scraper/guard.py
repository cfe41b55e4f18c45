"""Which addresses a stranger's URL may lead to: only the public web.

Why: a server that fetches any URL it is given can be turned against the network it stands in (server-side request
forgery). Three checks stand behind each other: the URL's own text here, every address its name resolves to before a
connection is made, and the address the connection really reached (`pinned.py`). A redirect passes all three again.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from scraper.errors import BlockedAddress, InvalidUrl, UnsupportedScheme

LONGEST_URL = 4096
PORTS = {"http": 80, "https": 443}
LOCAL_NAMES = re.compile(
    r"(^|\.)(localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid)$"
)
NUMBER_LIKE = re.compile(r"^(0[xX][0-9a-fA-F]*|\d+)$")
HOST_NAME = re.compile(r"^(?!-)[a-z0-9_-]{1,63}(?<!-)(\.(?!-)[a-z0-9_-]{1,63}(?<!-))*$")
TRANSLATED = (  # IPv6 ranges that carry an IPv4 address: (range, bits to drop on the right)
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("64:ff9b:1::/48"), 0),
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("::ffff:0:0:0/96"), 0),
    (ipaddress.IPv6Network("::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)
NEVER = (  # not marked as private by the standard library, yet no place of a web page
    ipaddress.IPv6Network("2001::/23"),
    ipaddress.IPv6Network("fec0::/10"),
    ipaddress.IPv6Network("5f00::/16"),
    ipaddress.IPv4Network("192.0.0.0/24"),
    ipaddress.IPv4Network("192.88.99.0/24"),
    ipaddress.IPv4Network("168.63.129.16/32"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A URL that may be fetched: `host` in ASCII lower case, `trusted` when the settings name this host and port."""

    url: str
    scheme: str
    host: str
    port: int
    trusted: bool


def check_url(url: str, allowed_hosts: frozenset[str] = frozenset()) -> Target:
    """Gives the normalised target, or raises InvalidUrl, UnsupportedScheme or BlockedAddress; resolves nothing."""
    url = url.strip(" \t\r\n")
    if not url or len(url) > LONGEST_URL:
        raise InvalidUrl
    if "\\" in url or any(ord(char) <= 32 or ord(char) == 127 for char in url):
        raise InvalidUrl
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise InvalidUrl from None
    scheme = parts.scheme.lower()
    if scheme not in PORTS:
        raise UnsupportedScheme
    if "@" in parts.netloc or parts.username is not None:
        raise BlockedAddress("An address with a user name or password in it is not read.")
    host = ascii_host(parts.hostname or "")
    port = PORTS[scheme] if port is None else port
    trusted = f"{host}:{port}" in allowed_hosts
    if not trusted:
        if port not in PORTS.values():
            raise BlockedAddress("Only pages at the usual ports of the web (80 and 443) are read.")
        refuse_local_name(host)
    return Target(_written(parts, scheme, host, port), scheme, host, port, trusted)


def ascii_host(host: str) -> str:
    """The host as DNS sees it; raises InvalidUrl for what is no host name and no address."""
    if not host:
        raise InvalidUrl
    if ":" in host:
        return _ipv6(host)
    if not host.isascii():
        host = unicodedata.normalize("NFKC", host)
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            raise InvalidUrl from None
    host = host.lower().removesuffix(".")
    if len(host) > 253 or not HOST_NAME.match(host):
        raise InvalidUrl
    return host


def refuse_local_name(host: str) -> None:
    """Raises BlockedAddress for names of the local network, non-public addresses and odd spellings of addresses."""
    if ":" in host:
        if not public(host):
            raise BlockedAddress
        return
    last = host.rsplit(".", 1)[-1]
    if NUMBER_LIKE.match(last):  # browsers and C libraries read 0x7f.1 or 2130706433 as addresses
        try:
            address = ipaddress.IPv4Address(host)
        except ValueError:
            raise BlockedAddress from None
        if not public(str(address)):
            raise BlockedAddress
        return
    if "." not in host or LOCAL_NAMES.search(host):
        raise BlockedAddress


def public(address: str) -> bool:
    """Whether a numeric address belongs to the public Internet, also the IPv4 address inside a translated one."""
    if "%" in address:
        return False
    try:
        numeric = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(numeric, ipaddress.IPv6Address):
        for network, shift in TRANSLATED:
            if numeric in network:
                return public(str(ipaddress.IPv4Address((int(numeric) >> shift) & 0xFFFFFFFF)))
    if any(numeric.version == network.version and numeric in network for network in NEVER):
        return False
    return numeric.is_global and not (numeric.is_multicast or numeric.is_reserved or numeric.is_unspecified)


def _ipv6(host: str) -> str:
    try:
        return str(ipaddress.IPv6Address(host))
    except ValueError:
        if "%" in host:
            raise BlockedAddress from None
        raise InvalidUrl from None


def _written(parts: SplitResult, scheme: str, host: str, port: int) -> str:
    netloc = f"[{host}]" if ":" in host else host
    if port != PORTS[scheme]:
        netloc += f":{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|{}")
    return urlunsplit((scheme, netloc, path, query, ""))
