"""A stranger's file in, a `Resume` out: `pdf`, `docx`, `text`, `markdown` and `json` by what the bytes are, not by name.

    bytes -> detect -> (limited child: pdf | docx | text | markdown -> rows -> sections -> fields) -> Resume with ids

`detect_format` and `check_upload` are cheap and meant for the moment of upload; the reading itself runs in a child
process with limits, so call `read_resume` in a thread or await `read_resume_async`.
"""

from agent.resume.read.child import read_resume, read_resume_async
from agent.resume.read.detect import Format, detect_format
from agent.resume.read.upload import check_upload

__all__ = ["Format", "check_upload", "detect_format", "read_resume", "read_resume_async"]
