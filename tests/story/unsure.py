"""Resumes that leave in doubt what they say, with what is right."""

from __future__ import annotations

import io
from functools import cache

import docx

RESUME = """Ilka Brandt
ilka.brandt@example.org | +49 30 901820 | Berlin

Experience

{role}
2019 - 2023
- Planned the campaigns of four product lines in Python
- Ran the weekly numbers meeting

Backend Developer, Harbour Press
2016 - 2019
- Wrote the booking service with PostgreSQL

Education
BA English, University of Leeds, 2013 - 2016

Skills
Python, SQL
"""

CLEAN = RESUME.format(role="Product Manager, Tidewater GmbH")

SWAPPED = RESUME.format(role="Tidewater\nGrowth")
"""One role's two names may each be the employer or the title: in truth Growth at Tidewater."""

NAMELESS = SWAPPED.replace("Ilka Brandt\nilka.brandt", "office")
"""Without a name too."""


@cache
def swapped_docx() -> bytes:
    """The same in a Word file; what stands in it twice must be told apart by its place."""
    document = docx.Document()
    document.add_heading("Ilka Brandt", 0)
    document.add_paragraph("ilka.brandt@example.org | +49 30 901820 | Berlin")
    document.add_paragraph(
        "Marketing lead who brought Tidewater to four new markets and who likes to share what she knows."
    )
    document.add_heading("Experience", 1)
    document.add_heading("Tidewater", 2)
    document.add_heading("Growth", 3)
    document.add_paragraph("2019 - 2023")
    document.add_paragraph("Ran the reporting service with Postgres and Python on K8s", style="List Bullet")
    document.add_heading("Skills", 1)
    document.add_paragraph("Python, Postgres, K8s")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
