"""A resume that fills its page to the last line, so that one more line makes it grow."""

from __future__ import annotations

from functools import cache

from agent.resume.read.reader import read
from agent.tailor.fit import pages_of

HEAD = """Mara Lindqvist
mara.lindqvist@example.org | +49 30 901820 | Berlin, Germany

Experience

Backend Developer, Larkspur Freight GmbH
Apr 2021 - Present
- Own four Python (FastAPI) services that quote truckloads, about 90,000 quotes on a busy day
- Package services with Docker and deploy to K8s through GitLab pipelines
- Modelled lanes and rates in Postgres and brought the slowest report under two seconds

Software Developer, Heron Dental Systems GmbH
Jun 2017 - Mar 2021
- Built appointment reminders in Django with Celery and RabbitMQ
{newer}
Office Assistant, Quill and Sons GmbH
Jan 2012 - May 2017
- Ordered stationery for three floors
{older}
Education

B.Sc. Information Systems, Otterbein University
2013 - 2017

Skills

- Python, FastAPI, Django, Postgres, Docker, K8s, Linux

Languages

- English (native), German (professional)
"""
NEWER = "- Wrote reminder letters to dentists, batch {n}\n"
OLDER = "- Sorted the post of floor {n}\n"


def made(lines: int) -> str:
    older = "".join(OLDER.format(n=n) for n in range(1, lines // 2 + 1))
    newer = "".join(NEWER.format(n=n) for n in range(1, lines - lines // 2 + 1))
    return HEAD.format(newer=newer, older=older)


@cache
def full_page() -> str:
    """The longest that still fills one page, and not one line more, as it is typeset."""
    lines = next(n for n in range(1, 80) if pages_of(read(made(n).encode(), "resume.txt"), "classic") == 2) - 1
    return made(lines)
