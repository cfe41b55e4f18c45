"""Where the web addresses, accounts and the place of the head go in `basics`."""

from __future__ import annotations

import re

from agent.resume.model import Basics, Line, Profile
from agent.resume.read.contacts import network_of, profile_of, site_key
from agent.resume.read.places import STREET, parse_place


class Addresses:
    """Fills in the addresses of `basics`."""

    def __init__(self, basics: Basics) -> None:
        self.basics = basics
        self.network = ""
        self.sure: dict[str, float] = {}

    def is_user_name(self, text: str, link: str) -> bool:
        """Whether the text of a link only names the account or site that its address leads to."""
        network, user = network_of(link)
        bare = re.sub(r"[\W_]+", "", text.lower())
        return (
            link.startswith("mailto:")
            or bool(network)
            or bare in re.sub(r"[\W_]+", "", link.lower())
            or (bool(user) and bare == re.sub(r"[\W_]+", "", user.lower()))
        )

    def profile(self, network: str, user: str) -> None:
        if not any(profile.network == network for profile in self.basics.profiles):
            self.basics.profiles.append(Profile(network=network, username=user.lstrip("@")))
        self.network = ""

    def link(self, address: str) -> None:
        """A web address of the head: a profile, or the person's site."""
        basics = self.basics
        if address.startswith("mailto:") or ("@" in address and "/" not in address and "://" not in address):
            basics.email = basics.email or address.removeprefix("mailto:").split("?")[0]
            return
        if address.startswith("tel:"):
            basics.phone = basics.phone or address.removeprefix("tel:")
            return
        address = address.rstrip(".,;")
        known = [basics.url, *(profile.url for profile in basics.profiles)]
        for place, other in enumerate(known):
            if other and (
                site_key(other) == site_key(address) or (site_key(address).startswith(site_key(other)) and "…" in other)
            ):
                if address.startswith("http") and not other.startswith("http") and place == 0:
                    basics.url = address
                return
        profile = profile_of(address)
        if profile:
            same = next(
                (
                    item
                    for item in basics.profiles
                    if item.network == profile.network and (not item.url or item.username == profile.username)
                ),
                None,
            )
            if same is not None:
                same.url, same.username = same.url or profile.url, same.username or profile.username
            else:
                basics.profiles.append(profile)
        elif not basics.url:
            basics.url = address
        elif not any(line.text == address for line in basics.details):
            basics.details.append(Line(text=address))

    def settle(self, text: str) -> None:
        """A place that reads like one; a street instead of a word that was but taken for a place."""
        if "basics.location" in self.sure and self.basics.location and STREET.search(text):
            del self.sure["basics.location"]
            self.basics.details.append(Line(text=self.basics.location.text))
            self.basics.location = None
        self.locate(text)

    def locate(self, text: str) -> None:
        basics = self.basics
        if basics.location is None:
            basics.location = parse_place(text)
        elif text.lower() not in basics.location.text.lower():
            basics.location = parse_place(f"{basics.location.text}, {text}")
