"""Pages of many kinds, each beside what a person reads on it (pages/NAME.html and NAME.json)."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from scraper.posting import Posting
from scraper.scrape import parse

PAGES = Path(__file__).parent / "pages"
NAMES = sorted(each.stem for each in PAGES.glob("*.json"))
MENU = "<header><nav><ul><li><a href='/'>Home</a></li><li><a href='/about'>About us</a></li><li><a href='/careers'>Careers</a></li><li><a href='/login'>Sign in</a></li></ul></nav></header>"
FOOTER = (
    "<footer><h4>Company</h4><ul><li><a>About</a></li><li><a>Press</a></li></ul><p>We use cookies to improve our site. <a>Privacy policy</a></p></footer>"
    "<div class='cookie-banner'><h2>We value your privacy</h2><p>We use cookies and similar technologies to run this website and to show you"
    " advertising that fits.</p><button>Accept all</button></div>"
)
OTHERS = (
    "<div><h3>You might also like</h3>"
    + "".join(
        f"<div><h4>{title}</h4><p>{place}</p><p>Part-time</p><p>$20,000 - $22,000 a year</p><p>Company: Rival {place}</p></div>"
        for title, place in [("Electrician", "Leeds, UK"), ("Office Clerk", "York, UK"), ("Night Porter", "Hull, UK")]
    )
    + "</div>"
)
POSTINGS = [name for name in NAMES if json.loads((PAGES / f"{name}.json").read_text("utf-8"))["kind"] == "posting"]
PLAIN = (
    "kind",
    "title",
    "company",
    "location",
    "employment_type",
    "date_posted",
    "valid_through",
    "language",
    "remote",
    "salary",
)


def read(name: str) -> tuple[Posting, dict[str, Any]]:
    wanted = json.loads((PAGES / f"{name}.json").read_text("utf-8"))
    return parse((PAGES / f"{name}.html").read_bytes(), wanted["url"], "text/html"), wanted


def test_there_are_pages() -> None:
    assert len(NAMES) >= 30


@pytest.mark.parametrize("name", NAMES)
def test_fields_are_read(name: str) -> None:
    posting, wanted = read(name)
    assert {key: getattr(posting, key) for key in PLAIN if key in wanted} == {
        key: wanted[key] for key in PLAIN if key in wanted
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_description_is_whole_and_clean(name: str) -> None:
    posting, wanted = read(name)
    text = " ".join(posting.description.split())
    assert [each for each in wanted.get("has", []) if each not in text] == []
    assert [each for each in wanted.get("has_not", []) if each in text] == []
    assert wanted.get("hint", "") in posting.hint


@pytest.mark.parametrize(
    "name", [name for name in NAMES if "hidden" in json.loads((PAGES / f"{name}.json").read_text("utf-8"))]
)
def test_what_nobody_sees_is_told_apart(name: str) -> None:
    posting, wanted = read(name)
    unseen = "\n".join(posting.hidden)
    assert [each for each in wanted["hidden"] if each not in unseen] == []


@pytest.mark.parametrize("name", POSTINGS)
def test_a_menu_a_footer_and_a_cookie_banner_change_nothing(name: str) -> None:
    posting, wanted = read(name)
    body = (PAGES / f"{name}.html").read_bytes()
    body = re.sub(rb"<body[^>]*>", lambda start: start[0] + MENU.encode(), body).replace(
        b"</body>", FOOTER.encode() + b"</body>"
    )
    framed = parse(body, wanted["url"], "text/html")
    assert {key: getattr(framed, key) for key in PLAIN} == {key: getattr(posting, key) for key in PLAIN}
    assert "advertising that fits" not in framed.description


@pytest.mark.parametrize("name", POSTINGS)
def test_a_login_in_a_window_of_its_own_changes_nothing(name: str) -> None:
    posting, wanted = read(name)
    window = b"<div role='dialog'><h2>Sign in to continue</h2><label>Email</label><input><label>Password</label><input type='password'></div>"
    framed = parse(
        (PAGES / f"{name}.html").read_bytes().replace(b"</body>", window + b"</body>"), wanted["url"], "text/html"
    )
    assert {key: getattr(framed, key) for key in PLAIN} == {key: getattr(posting, key) for key in PLAIN}


@pytest.mark.parametrize("name", POSTINGS)
def test_other_jobs_at_the_end_change_nothing(name: str) -> None:
    posting, wanted = read(name)
    framed = parse(
        (PAGES / f"{name}.html").read_bytes().replace(b"</body>", OTHERS.encode() + b"</body>"),
        wanted["url"],
        "text/html",
    )
    assert {key: getattr(framed, key) for key in PLAIN} == {key: getattr(posting, key) for key in PLAIN}
    assert "Rival" not in framed.description


@pytest.mark.parametrize("name", NAMES)
def test_every_field_says_where_it_was_found(name: str) -> None:
    posting, _ = read(name)
    for key in ("title", "company", "location", "description", "employment_type", "date_posted", "salary"):
        if getattr(posting, key):
            assert posting.found[key]["source"]
            assert 0 < posting.found[key]["confidence"] <= 1
