"""What one source says about the posting, before the sources are merged."""

from dataclasses import dataclass, field

from scraper.posting import Salary


@dataclass(slots=True)
class Draft:
    """The fields of a Posting as far as `source` knows them; `confidence` (0 to 1) holds for each that is not empty."""

    source: str
    confidence: float
    title: str = ""
    company: str = ""
    locations: list[str] = field(default_factory=list)
    remote: bool | None = None
    description: str = ""
    employment_type: str = ""
    date_posted: str = ""
    valid_through: str = ""
    salary: Salary | None = None
    hidden: list[str] = field(default_factory=list)
    url: str = ""

    def empty(self) -> bool:
        return not (self.title or self.company or self.locations or self.description)
