"""A Word file as rows, in the order a person reads it: headers, body with its tables and text boxes, footers.

Why not python-docx: it unpacks before it looks and sees neither text boxes nor content controls; what is needed of the
format is small, and each part is read with a limit on its bytes, by a parser without entities, network and huge trees.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from typing import Any

from lxml import etree

from agent.errors import UnreadableFile
from agent.resume.read.detect import LARGEST_UNPACKED, check_package
from agent.resume.read.docx_body import Body
from agent.resume.read.docx_styles import Styles, W
from agent.resume.read.rows import Document, Row, Segment

RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
DEEPEST = 200


class Package:
    """The parts of a Word file, each read once, all together no more than allowed."""

    def __init__(self, data: bytes) -> None:
        self.zip = check_package(data)
        self.left = LARGEST_UNPACKED
        self.names = set(self.zip.namelist())

    def read(self, name: str) -> bytes:
        try:
            with self.zip.open(name) as part:
                data = part.read(self.left + 1)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError) as error:
            raise UnreadableFile from error
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableFile
        return data

    def tree(self, name: str) -> Any:
        """The root of a part, none when the file has no such part."""
        if name not in self.names:
            return None
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, dtd_validation=False
        )
        try:
            return etree.fromstring(self.read(name), parser)
        except etree.XMLSyntaxError as error:
            raise UnreadableFile from error
        except zlib.error as error:
            raise UnreadableFile from error

    def links(self, part: str) -> dict[str, str]:
        """The outside addresses a part refers to, by the id it uses for them."""
        folder, _, name = part.rpartition("/")
        root = self.tree(f"{folder}/_rels/{name}.rels")
        if root is None:
            return {}
        return {
            item.get("Id", ""): item.get("Target", "")
            for item in root.iter(RELATED)
            if item.get("TargetMode") == "External" and len(item.get("Target", "")) < 2000
        }


def read(data: bytes) -> Document:
    """Raises `UnsupportedFormat`, `EncryptedFile` or `UnreadableFile`."""
    package = Package(data)
    styles = Styles(
        package.tree("word/styles.xml"), package.tree("word/numbering.xml"), package.tree("word/theme/theme1.xml")
    )
    document = Document([], "docx")
    main = Body(styles, package.links("word/document.xml"))
    root = package.tree("word/document.xml")
    if root is None:
        raise UnreadableFile
    main.read(root)
    main.beside()
    headers, footers = (parts(package, styles, kind) for kind in ("header", "footer"))
    seen = {row.text for row in main.rows}
    head = [row for row in headers.rows if row.text not in seen]
    foot = [row for row in footers.rows if row.text not in seen]
    document.rows = [*head, *main.rows, *foot]
    document.hidden = [*headers.hidden, *main.hidden, *footers.hidden]
    document.links = [*headers.links, *main.links, *footers.links]
    add_notes(document, package, styles, main)
    return document


def add_notes(document: Document, package: Package, styles: Styles, main: Body) -> None:
    """Keep the foot- and endnotes that the body refers to; others nobody sees. Comments are the reviewer's, and not read.

    Why apart from the lines they belong to: a note within a title or a bullet would be taken for a part of it.
    """
    for kind in ("footnote", "endnote"):
        texts = note_texts(package, styles, kind, document)
        wanted = {number: place for which, number, place in reversed(main.notes) if which == kind}
        for number, text in texts.items():
            if number in wanted:
                document.notes.append(Row([Segment(text)], whole=True, paragraph=wanted[number], style=kind))
            else:
                document.hidden.append(text)


def note_texts(package: Package, styles: Styles, kind: str, document: Document) -> dict[str, str]:
    """The notes of a kind by their ids, each as one line."""
    root = package.tree(f"word/{kind}s.xml")
    texts: dict[str, str] = {}
    for note in root.iter(f"{W}{kind}") if root is not None else ():
        if note.get(f"{W}type", "normal") == "normal":
            body = Body(styles, package.links(f"word/{kind}s.xml"))
            body.read(note)
            texts[note.get(f"{W}id", "")] = " ".join(row.text for row in body.rows)
            document.hidden += body.hidden
    return {number: text for number, text in texts.items() if text}


def parts(package: Package, styles: Styles, kind: str) -> Body:
    """All headers or footers of the file, each text once."""
    whole = Body(styles, {})
    for name in sorted(name for name in package.names if re.fullmatch(rf"word/{kind}\d*\.xml", name)):
        root = package.tree(name)
        body = Body(styles, package.links(name))
        if root is not None:
            body.read(root)
            body.beside()
        known = {row.text for row in whole.rows}
        for row in body.rows:
            if row.text not in known and not re.fullmatch(
                r"(?:page|seite|página)?\s*\d*\s*(?:(?:of|von|de|/)\s*\d*)?", row.text, re.IGNORECASE
            ):
                row.style = kind
                row.paragraph = None
                whole.rows.append(row)
        whole.hidden += body.hidden
        whole.links += body.links
    return whole
