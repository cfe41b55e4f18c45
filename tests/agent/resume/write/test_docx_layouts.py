"""Files laid out in every way people lay them out, with changes made up at random: nothing is lost, all can be rejected."""

import io
import itertools
import re
import zipfile
from xml.sax.saxutils import escape

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent.change.apply import apply
from agent.change.model import Change
from agent.resume.lines import identify
from agent.resume.model import Basics, Line, Resume, SkillGroup, Work
from agent.resume.write.characters import squeeze
from agent.resume.write.docx_edit import edit_docx
from agent.resume.write.word.markup import tag
from tests.agent.resume.write.word_file import WHEN, change, document_root, settled, texts

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
BLANK = io.BytesIO()
docx.Document().save(BLANK)


def package(body: str) -> bytes:
    """A Word file with this body."""
    stream = io.BytesIO()
    with zipfile.ZipFile(BLANK) as blank, zipfile.ZipFile(stream, "w") as archive:
        for name in blank.namelist():
            content = blank.read(name)
            if name == "word/document.xml":
                content = f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>".encode()
            archive.writestr(name, content)
    return stream.getvalue()


def document_xml(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


def runs(text: str, cuts: list[int]) -> str:
    """The text in runs of their own look, cut at these places."""
    places = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    parts = [text[low:high] for low, high in itertools.pairwise(places)]
    looks = ["", "<w:rPr><w:b/></w:rPr>", '<w:rPr><w:color w:val="112233"/></w:rPr>']
    return "".join(
        f'<w:r>{looks[place % 3]}<w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
        for place, part in enumerate(parts)
    )


def paragraph(inner: str, style: str = "", extra: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{extra}{inner}</w:p>"


def bullets(kind: str, lines: list[str], cuts: list[int]) -> str:
    match kind:
        case "list":
            return "".join(paragraph(runs(line, cuts), "ListBullet") for line in lines)
        case "typed":
            return "".join(paragraph(f"<w:r><w:t>•</w:t><w:tab/></w:r>{runs(line, cuts)}") for line in lines)
        case "breaks":
            return paragraph("<w:r><w:br/></w:r>".join(runs(line, cuts) for line in lines)) if lines else ""
        case "bookmarked":
            return "".join(
                f'<w:bookmarkStart w:id="{place}" w:name="b{place}"/>{paragraph(runs(line, cuts), "ListBullet")}'
                f'<w:bookmarkEnd w:id="{place}"/>'
                for place, line in enumerate(lines)
            )
        case _:
            content = "".join(paragraph(runs(line, cuts), "ListBullet") for line in lines)
            return (
                f"<w:sdt><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
                if lines
                else ""
            )


def placed(kind: str, blocks: list[str]) -> str:
    match kind:
        case "body":
            return "".join(blocks)
        case "cells":
            rows = "".join(f"<w:tr><w:tc><w:p/></w:tc><w:tc>{block}<w:p/></w:tc></w:tr>" for block in blocks)
            return f"<w:tbl>{rows}</w:tbl><w:p/>"
        case "tight cells":
            cells = "".join(f"<w:tc>{block}</w:tc>" for block in blocks)
            return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl><w:p/>"
        case _:
            box = "<w:txbxContent>" + "".join(blocks) + "</w:txbxContent>"
            shape = f"<mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
            older = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
            return f"<w:p><w:r><mc:AlternateContent>{shape}{older}</mc:AlternateContent></w:r></w:p>"


WORDS = st.lists(
    st.sampled_from(
        [
            "led",
            "built",
            "team",
            "ward",
            "40",
            "%",
            "<costs>",
            "&",
            "R&D",
            "Größe",
            "数据",
            "e-mail",
            "café,",
            "done.",
            "(2x)",
        ]
    ),
    min_size=3,
    max_size=9,
)
LINES = st.lists(WORDS.map(" ".join), min_size=0, max_size=4)


@st.composite
def files(draw) -> tuple[Resume, bytes]:
    """A resume of two roles and a file that says it, every line once."""
    roles = [draw(LINES), draw(LINES)]
    work = [
        Work(
            position=f"Position {number}",
            employer=f"Employer {number}",
            dates=f"201{number} – 201{number + 2}",
            highlights=[Line(text=f"{text} no {number}{place}") for place, text in enumerate(lines)],
        )
        for number, lines in enumerate(roles, 1)
    ]
    skills = [SkillGroup(name="Tools", keywords=["Python", "Excel", "SQL"])]
    titles = {"work": "Experience", "skills": "Skills"}
    resume = identify(
        Resume(basics=Basics(name="Ada"), work=work, skills=skills, titles=titles, order=["work", "skills"])
    )
    cuts = draw(st.lists(st.integers(0, 60), max_size=5))
    kind = draw(st.sampled_from(["list", "typed", "breaks", "bookmarked", "control"]))
    blocks = [
        paragraph(runs(f"{each.position} | {each.employer}", cuts) + f"<w:r><w:tab/><w:t>{each.dates}</w:t></w:r>")
        + bullets(kind, [line.text for line in each.highlights], cuts)
        for each in work
    ]
    blocks = [block if block.endswith("</w:p>") else f"{block}<w:p/>" for block in blocks]
    body = placed(draw(st.sampled_from(["body", "cells", "tight cells", "box"])), blocks)
    skill = draw(
        st.sampled_from(["Tools: Python, Excel, SQL", "Tools – Python · Excel · SQL", "Python | Excel | SQL (Tools)"])
    )
    parts = [paragraph(runs("Ada", []), "Title"), paragraph(runs("Experience", []), "Heading1"), body]
    parts += [paragraph(runs("Skills", []), "Heading1"), paragraph(runs(skill, cuts))]
    return resume, package("".join(parts))


@st.composite
def cases(draw) -> tuple[Resume, bytes, list[Change]]:
    resume, data = draw(files())
    changes = []
    for work in resume.work:
        for place, line in enumerate(work.highlights):
            match draw(st.sampled_from(["keep", "keep", "reword", "remove", "move"])):
                case "reword":
                    words = line.text.split(" ")
                    words[draw(st.integers(0, len(words) - 1))] = draw(st.sampled_from(["REWORDED", "two words", "§"]))
                    changes.append(change("reword", line.id, line.text, " ".join(words)))
                case "remove":
                    changes.append(change("remove", line.id, line.text))
                case "move":
                    goal = draw(st.sampled_from(resume.work)).id
                    changes.append(change("move", line.id, line.text, items=[goal, ""], id=f"m{work.id}{place}"))
        if draw(st.booleans()):
            changes.append(change("add", work.id, after=f"A brand new line of {work.id}."))
        if len(work.highlights) > 2 and not changes and draw(st.booleans()):
            changes.append(change("reorder", work.id, items=[line.id for line in reversed(work.highlights)]))
    if draw(st.booleans()):
        changes.append(change("add", "skills.1", after="Rust"))
    if draw(st.booleans()):
        changes.append(change("reorder", "skills.1", items=["SQL", "Python", "Excel"]))
    if draw(st.booleans()):
        changes.append(change("add", "summary", after="A summary that was not there before."))
    return resume, data, changes


@given(cases())
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_layout(case):
    resume, data, changes = case
    result = apply(resume, changes)
    clean = edit_docx(data, resume, result, changes, "clean", date=WHEN)
    tracked = edit_docx(data, resume, result, changes, "tracked", date=WHEN)
    after = texts(document_root(clean))
    assert settled(tracked, accept=True) == after
    assert settled(tracked, accept=False) == texts(document_root(data))
    said = squeeze("\n".join(after))
    for line in [line for work in result.work for line in work.highlights] + result.basics.summary:
        assert squeeze(line.text) in said
    for each in changes:
        if each.kind == "remove":
            assert squeeze(each.before or "") not in said
    for work in result.work:
        order = [said.find(squeeze(line.text)) for line in work.highlights]
        assert order == sorted(order)
    listed = [said.rfind(keyword) for keyword in result.skills[0].keywords]
    assert -1 not in listed
    assert listed == sorted(listed)
    numbers = re.findall(
        rb'<w:(?:ins|del) w:id="(\d+)"', zipfile.ZipFile(io.BytesIO(tracked)).read("word/document.xml")
    )
    if b"Fallback" not in zipfile.ZipFile(io.BytesIO(tracked)).read("word/document.xml"):
        assert len(numbers) == len(set(numbers))


def test_text_of_a_link_grows_outside_of_it():
    link = '<w:hyperlink w:anchor="x"><w:r><w:rPr><w:u/></w:rPr><w:t>See the report</w:t></w:r></w:hyperlink>'
    resume = identify(Resume(work=[Work(position="Clerk", highlights=[Line(text="See the report")])]))
    data = package(paragraph(runs("Clerk", [])) + paragraph(link))
    changes = [change("reword", "work.1.h1", "See the report", "See the report of May")]
    root = document_root(edit_docx(data, resume, apply(resume, changes), changes, "clean"))
    assert texts(root) == ["Clerk", "See the report of May"]
    assert ["".join(each.itertext()) for each in root.iter(tag("hyperlink"))] == ["See the report"]


@pytest.mark.parametrize("mode", ["clean", "tracked"])
def test_revisions_of_others_stay_theirs(mode):
    other = (
        '<w:ins w:id="7" w:author="Bo" w:date="2020-01-01T00:00:00Z"><w:r><w:t>kept the old books</w:t></w:r></w:ins>'
    )
    gone = (
        '<w:del w:id="8" w:author="Bo" w:date="2020-01-01T00:00:00Z"><w:r><w:delText>nothing</w:delText></w:r></w:del>'
    )
    resume = identify(Resume(work=[Work(position="Clerk", highlights=[Line(text="Read and kept the old books")])]))
    data = package(paragraph(runs("Clerk", [])) + paragraph(f"{runs('Read and ', [])}{other}{gone}"))
    changes = [change("reword", "work.1.h1", "Read and kept the old books", "Read and kept all the new books")]
    root = document_root(edit_docx(data, resume, apply(resume, changes), changes, mode))
    assert texts(root)[1] == "Read and kept all the new books"
    assert not list(root.iterfind(f".//{tag('ins')}/{tag('ins')}"))
    assert {each.get(tag("author")) for each in root.iter(tag("ins"))} >= {"Bo"}


def test_a_picture_stays_when_its_line_goes():
    drawing = "<w:r><w:drawing/></w:r>"
    resume = identify(Resume(work=[Work(position="Clerk", highlights=[Line(text="Kept the books")])]))
    data = package(paragraph(runs("Clerk", [])) + paragraph(drawing + runs("Kept the books", [])) + paragraph(""))
    changes = [change("remove", "work.1.h1", "Kept the books")]
    root = document_root(edit_docx(data, resume, apply(resume, changes), changes, "clean"))
    assert len(list(root.iter(tag("drawing")))) == 1
    assert texts(root) == ["Clerk", "", ""]
