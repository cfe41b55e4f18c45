"""Recorded answers of job systems, read from the folder of cases where it stands beside the checkout."""

from pathlib import Path
from typing import Any

import pytest

from scraper.scrape import parse

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "eval" / "boards"
POSTINGS = [
    ("greenhouse_job.json", "https://job-boards.greenhouse.io/{slug}/jobs/{id}", "id"),
    ("lever_postings.json", "https://jobs.lever.co/{slug}/{id}", "id"),
    ("ashby_board.json", "https://jobs.ashbyhq.com/{slug}/{id}", "id"),
    ("smartrecruiters_detail.json", "https://jobs.smartrecruiters.com/{slug}/{id}", "id"),
    ("workday_detail.json", "https://{slug}.wd5.myworkdayjobs.com/Site/job/Place/{id}", "jobPostingId"),
    ("workable_widget.json", "https://apply.workable.com/{slug}/j/{id}", "shortcode"),
    ("recruitee_offers_shape_only.json", "https://{slug}.recruitee.com/o/{id}", "slug"),
    ("rippling.json", "https://ats.rippling.com/{slug}/jobs/{id}", "uuid"),
    ("eightfold.json", "https://{slug}.eightfold.ai/careers/job/{id}", "id"),
    ("oracle_orc.json", "https://{slug}.fa.ocs.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX/job/{id}", "Id"),
]
TITLES = ("title", "text", "name", "Title")


@pytest.fixture(autouse=True)
def _needs_the_folder() -> None:
    if not FOLDER.is_dir():
        pytest.skip(f"no recorded answers at {FOLDER}")


def objects(data: Any) -> list[dict[str, Any]]:
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else []
    return ([data] if isinstance(data, dict) else []) + [each for value in inner for each in objects(value)]


@pytest.mark.parametrize(("name", "address", "key"), POSTINGS)
def test_each_job_is_found_by_its_address(name: str, address: str, key: str) -> None:
    import json

    text = (FOLDER / name).read_text("utf-8")
    named = [
        each
        for each in objects(json.loads(text))
        if key in each and any(isinstance(each.get(title), str) for title in TITLES)
    ]
    jobs = [each for each in named if any("location" in name.lower() or name == "categories" for name in each)]
    assert jobs
    jobs = [each for each in jobs if each.keys() == jobs[0].keys()]  # offices and departments stand inside jobs
    for job in jobs[:5]:
        posting = parse(text, address.format(slug="acme", id=job[key]), "application/json")
        assert posting.kind == "posting"
        assert posting.title == next(job[title] for title in TITLES if isinstance(job.get(title), str))
        assert posting.location
        assert posting.found["title"]["source"].startswith("board:")


@pytest.mark.parametrize(
    "name", ["greenhouse_board.json", "smartrecruiters_postings.json", "workday_jobs.json", "bamboohr_list.json"]
)
def test_whole_boards_are_listings(name: str) -> None:
    posting = parse((FOLDER / name).read_bytes(), "https://jobs.example.com/", "application/json")
    assert (posting.kind, posting.title) == ("listing", "")
