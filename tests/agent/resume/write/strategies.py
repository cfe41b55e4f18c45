"""Resumes made up at random: many scripts, signs that mean something to typst, Markdown and XML, long words, gaps."""

from hypothesis import strategies as st

from agent.resume.lines import identify
from agent.resume.model import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Location,
    OtherSection,
    Profile,
    Project,
    Publication,
    Reference,
    Resume,
    SkillGroup,
    Work,
)

WESTERN = [
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
    "äöüßéèñçøåłżőşİÄÖÜ",
    "абвгдежзийклмнЯЖ",
    "αβγδεζηθλΩΣ",
    "0123456789",
]
WIDER = [
    "数据平台工程师项目经验中文",
    "ソフトウェア開発担当者",
    "소프트웨어엔지니어",
    "กขคงจฉชซ",
    "अआइकखगचसह",
    "نهمسلكقفعش",
    "אבגדהוזחט",
]
SIGNS = "#*_[]$@<>&\\\"'`~|{}^=-+!?/%;:.,()–—’“”€&§·•°"
EMPTY = st.just("")
PARSED = Location(text="Lyon, FR", city="Lyon", country_code="FR")


def words(alphabets: list[str]) -> st.SearchStrategy[str]:
    plain = st.sampled_from(alphabets).flatmap(lambda alphabet: st.text(alphabet, min_size=1, max_size=9))
    long = st.sampled_from(alphabets[:2]).flatmap(lambda alphabet: st.text(alphabet, min_size=50, max_size=130))
    signs = st.text(SIGNS, min_size=1, max_size=4)
    mixed = st.builds("{}{}{}".format, st.text(SIGNS, max_size=2), plain, st.text(SIGNS, max_size=2))
    return st.one_of(plain, plain, plain, mixed, signs, long)


def sentences(alphabets: list[str], longest: int = 12) -> st.SearchStrategy[str]:
    return st.lists(words(alphabets), min_size=1, max_size=longest).map(" ".join)


def resumes(alphabets: list[str]) -> st.SearchStrategy[Resume]:
    """Resumes with ids; any part may be missing."""
    text, short = sentences(alphabets), sentences(alphabets, 3)
    some = st.one_of(EMPTY, short)
    lines = st.lists(st.builds(Line, text=st.one_of(EMPTY, text)), max_size=3)
    keywords = st.lists(short, max_size=3)
    entry = {
        "dates": st.one_of(
            EMPTY, st.sampled_from(["2019 – 2021", "Apr. 2020 – heute", "2016年7月 – 2020年3月"]), short
        ),
        "start": st.sampled_from(["", "2019", "2019-04"]),
        "end": st.sampled_from(["", "2021-12-31"]),
        "current": st.booleans(),
        "location": some,
        "url": st.sampled_from(["", "https://x.example/a_b#c", "http://www.example.org", "kein Link"]),
        "summary": lines,
        "highlights": lines,
        "keywords": keywords,
    }
    basics = st.builds(
        Basics,
        name=some,
        label=some,
        email=st.sampled_from(["", "jane.doe+x@mail.example", "no mail"]),
        phone=st.sampled_from(["", "+49 (0)151 5550-1234"]),
        url=entry["url"],
        location=st.one_of(
            st.none(),
            st.builds(Location, text=some, city=some, country_code=st.sampled_from(["", "DE"])),
            st.just(PARSED),
        ),
        profiles=st.lists(
            st.builds(Profile, network=some, username=some, url=st.sampled_from(["", "https://github.com/jane"])),
            max_size=2,
        ),
        summary=lines,
        details=lines,
    )
    return st.builds(
        Resume,
        basics=basics,
        work=st.lists(st.builds(Work, employer=some, position=some, **entry), max_size=2),
        volunteer=st.lists(st.builds(Work, employer=some, position=some, **entry), max_size=1),
        education=st.lists(
            st.builds(Education, institution=some, area=some, degree=some, score=some, **entry), max_size=1
        ),
        skills=st.lists(st.builds(SkillGroup, name=some, level=some, keywords=keywords), max_size=2),
        projects=st.lists(st.builds(Project, name=some, role=some, entity=some, **entry), max_size=1),
        certificates=st.lists(st.builds(Certificate, name=some, issuer=some, **entry), max_size=1),
        languages=st.lists(st.builds(Language, language=some, fluency=some), max_size=2),
        awards=st.lists(st.builds(Award, title=some, awarder=some, **entry), max_size=1),
        publications=st.lists(st.builds(Publication, name=some, publisher=some, **entry), max_size=1),
        interests=st.lists(st.builds(Interest, name=some, keywords=keywords), max_size=2),
        references=st.lists(st.builds(Reference, name=some, text=some), max_size=1),
        other=st.lists(st.builds(OtherSection, title=some, lines=lines), max_size=2),
        unplaced=lines,
        order=st.permutations(["summary", "work", "skills", "education", "other.1", "nonsense"]),
        titles=st.dictionaries(st.sampled_from(["work", "skills", "summary"]), short, max_size=2),
        language=st.sampled_from(["", "en", "de", "zh", "xx"]),
    ).map(identify)
