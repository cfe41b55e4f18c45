"""Oracle Recruiting Cloud: the requisition behind a candidate page."""

from typing import Any

from scraper.draft import Draft
from scraper.extract.boards.board import CONFIDENCE, Board, Place, address
from scraper.extract.job_fields import read_job
from scraper.fields.dates import read_date
from scraper.fields.place import read_places

PATH = r"/hcmUI/CandidateExperience/(?:[\w-]+/)?sites/([^/]+)/(?:job|jobs/preview|requisitions/preview)/(\w+)"


def locate(url: str) -> Place | None:
    at = address(url)
    found = at.matches(r"(.+)", PATH)
    if not found:
        return None
    site, job = found[1][1], found[1][2]
    finder = f'?expand=all&onlyData=true&finder=ById;Id="{job}",siteNumber={site}'
    return Place(f"https://{at.host}/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails{finder}", "", job)


def read(data: Any, place: Place) -> Draft | None:
    items = data.get("items") if isinstance(data, dict) else None
    rows = [row for item in items or [] for row in (item.get("requisitionList") or [item])]
    job = next((row for row in rows if str(row.get("Id")) == place.job), rows[0] if len(rows) == 1 else None)
    if not isinstance(job, dict) or not job.get("Title"):
        return None
    draft = read_job(job, [], "board:oracle", CONFIDENCE)
    draft.title = job["Title"]
    others = [each.get("Name") for each in job.get("secondaryLocations") or [] if isinstance(each, dict)]
    draft.locations = read_places([job.get("PrimaryLocation"), *others])
    draft.date_posted = read_date(job.get("ExternalPostedStartDate") or job.get("PostedDate"))
    return draft


BOARD = Board("oracle", locate, read)
