"""Resumes that leave in doubt what they say, with what is right."""

from __future__ import annotations

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
