"""A Word file as a zip of parts: those with text are parsed, all others go through byte for byte."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from agent.errors import ExportError

MAXIMUM_BYTES = 60_000_000
TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class WordFile:
    """The parts of one file. `roots` are the parsed text parts by name, the document first, then headers and footers."""

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self.members = archive.infolist()
                if sum(member.file_size for member in self.members) > MAXIMUM_BYTES:
                    raise ExportError("The Word file is too large to be edited.")
                self.parts = {member.filename: archive.read(member) for member in self.members}
            names = sorted(name for name in self.parts if TEXT_PARTS.fullmatch(name))
            self.roots = {name: etree.fromstring(self.parts[name], parser()) for name in names}
        except (zipfile.BadZipFile, etree.XMLSyntaxError, EOFError, NotImplementedError) as error:
            raise ExportError("The Word file is damaged and cannot be edited.") from error
        document = self.roots.get("word/document.xml")
        if document is None or etree.QName(document).namespace != MAIN:
            raise ExportError("The Word file is of a kind that cannot be edited. Save it as an ordinary .docx.")

    def save(self) -> bytes:
        """The file with its text parts as they are now, members in the same order with the same dates."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for member in self.members:
                root = self.roots.get(member.filename)
                content = self.parts[member.filename] if root is None else serialize(root)
                info = zipfile.ZipInfo(member.filename, member.date_time)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, member.external_attr
                archive.writestr(info, content)
        return stream.getvalue()


def parser() -> etree.XMLParser:
    """Entities stay unresolved and nothing is fetched: the file is a stranger's."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def serialize(root: etree._Element) -> bytes:
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return content
