"""Answers of job systems, known and unknown, as JSON and XML: written here in the shapes such systems use."""

import json
from typing import Any

import pytest

from scraper.posting import Posting
from scraper.scrape import parse

TEXT = "<p>You restore stained glass in a workshop by the canal, and you drive to churches to measure and to fit.</p><ul><li>Cut and lead panels</li><li>Write condition reports</li></ul>"
TOLD = "You restore stained glass in a workshop by the canal"


def read(data: Any, url: str) -> Posting:
    return parse(json.dumps(data), url, "application/json")


def fields(posting: Posting, wanted: dict[str, Any]) -> dict[str, Any]:
    return {key: getattr(posting, key) for key in wanted}


CASES: dict[str, tuple[str, Any, dict[str, Any]]] = {
    "json:api": (
        "https://careers.glassworks.example/api/jobs/55",
        {"data": {"id": "55", "type": "jobs", "attributes": {"title": "Glazier", "body": TEXT, "start-date": None, "created-at": "2026-10-02T10:00:00Z", "employment-type": "fulltime", "min-salary": 31000, "max-salary": 36000, "salary-currency": "GBP", "salary-time-unit": "yearly"}}, "included": [{"type": "locations", "attributes": {"city": "Leeds", "country": "United Kingdom"}}]},
        {"title": "Glazier", "employment_type": "FULL_TIME", "date_posted": "2026-10-02", "salary": {"min": 31000, "max": 36000, "currency": "GBP", "unit": "YEAR"}},
    ),
    "graphql": (
        "https://jobs.glassworks.example/positions/glazier-77",
        {"data": {"viewer": None, "jobPosting": {"slug": "glazier-77", "jobTitle": "Glazier", "descriptionHtml": TEXT, "company": {"displayName": "Glassworks"}, "offices": [{"name": "Leeds"}, {"name": "York"}], "commitment": "Part-time", "publishedAt": 1761955200000}}},
        {"title": "Glazier", "company": "Glassworks", "location": "Leeds; York", "employment_type": "PART_TIME", "date_posted": "2025-11-01"},
    ),
    "wordpress": (
        "https://glassworks.example/wp-json/wp/v2/posts?slug=glazier",
        [{"id": 9, "date": "2026-09-01T08:00:00", "slug": "glazier", "link": "https://glassworks.example/glazier/", "title": {"rendered": "Glazier &#8211; full time"}, "content": {"rendered": TEXT, "protected": False}, "excerpt": {"rendered": "<p>short</p>"}}],
        {"title": "Glazier – full time", "company": "Glassworks", "date_posted": "2026-09-01"},
    ),
    "a page of search hits with the one that is meant": (
        "https://jobs.example.org/vacancy/8812-glazier",
        {"hits": [{"id": 8811, "vacancyName": "Mason", "text": TEXT.replace("glass", "stone"), "city": "York"}, {"id": 8812, "vacancyName": "Glazier", "text": TEXT, "city": "Leeds", "employer": {"name": "Glassworks"}}]},
        {"title": "Glazier", "company": "Glassworks", "location": "Leeds"},
    ),
    "german keys": (
        "https://karriere.glaserei.example/api/stellen/12",
        {"stelle": {"stellenbezeichnung": "Glaser (m/w/d)", "beschreibung": TEXT, "arbeitsort": {"ort": "Bremen", "land": "Deutschland"}, "unternehmen": "Glaserei Ohm", "vertragsart": "Vollzeit", "veroeffentlichtAm": "01.10.2026", "bewerbungsfrist": "15.11.2026"}},
        {"title": "Glaser (m/w/d)", "company": "Glaserei Ohm", "location": "Bremen, Deutschland", "employment_type": "FULL_TIME", "valid_through": "2026-11-15"},
    ),
    "sections and a list of texts": (
        "https://api.hire.example/v2/openings/g1",
        {"id": "g1", "name": "Glazier", "sections": [{"title": "About", "content": TEXT}, {"title": "Needs", "items": ["a steady hand", "a driving licence"]}], "location": {"city": "Leeds", "region": "West Yorkshire", "country": {"name": "United Kingdom", "code": "GB"}}, "salary": {"min": {"amount": 15.5}, "max": {"amount": 19}, "currency": {"code": "GBP"}, "period": "hourly"}, "remote": False},
        {"title": "Glazier", "location": "Leeds, West Yorkshire, United Kingdom", "salary": {"min": 15.5, "max": 19, "currency": "GBP", "unit": "HOUR"}, "remote": False},
    ),
    "an address that tells the company only": (
        "https://apply.workable.com/glass-works/j/ABCDEF1234/",
        {"shortcode": "ABCDEF1234", "title": "Glazier", "description": TEXT, "requirements": "<ul><li>a driving licence</li></ul>", "benefits": "", "location": {"city": "Leeds", "region": "England", "country": "United Kingdom", "countryCode": "GB"}, "type": "full", "remote": False, "workplace": "on_site", "published": "2026-10-10T00:00:00.000Z"},
        {"title": "Glazier", "company": "Glass Works", "location": "Leeds, England, United Kingdom", "date_posted": "2026-10-10", "remote": False},
    ),
    "lever": (
        "https://jobs.eu.lever.co/glassworks/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001/apply",
        {"id": "0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001", "text": "Glazier", "description": TEXT, "lists": [{"text": "Needs", "content": "<li>a driving licence</li><li>patience</li>"}], "additional": "<p>We are Glassworks.</p>", "categories": {"commitment": "Contract", "location": "Leeds", "allLocations": ["Leeds", "York"]}, "createdAt": 1759300000000, "workplaceType": "hybrid"},
        {"title": "Glazier", "company": "Glassworks", "location": "Leeds; York", "employment_type": "CONTRACTOR", "date_posted": "2025-10-01", "remote": False},
    ),
    "greenhouse, escaped twice": (
        "https://boards.greenhouse.io/embed/job_app?for=glassworks&token=4001",
        {"id": 4001, "title": "Glazier", "location": {"name": "Leeds, UK"}, "content": TEXT.replace("<", "&lt;").replace(">", "&gt;").replace("canal", "canal &amp;amp; lock"), "first_published": "2026-08-20T00:00:00-04:00", "updated_at": "2026-11-01T00:00:00-04:00", "company_name": "Glassworks"},
        {"title": "Glazier", "company": "Glassworks", "location": "Leeds, UK", "date_posted": "2026-08-20"},
    ),
    "workday": (
        "https://glass.wd3.myworkdayjobs.com/en-GB/Careers/job/Leeds/Glazier_R-100",
        {"jobPostingInfo": {"title": "Glazier", "jobDescription": TEXT, "location": "Leeds", "additionalLocations": ["York"], "startDate": "2026-10-01", "timeType": "Part time", "jobReqId": "R-100", "remoteType": "Remote"}, "hiringOrganization": {"name": "Glassworks plc"}},
        {"title": "Glazier", "company": "Glassworks plc", "location": "Leeds; York", "employment_type": "PART_TIME", "date_posted": "2026-10-01", "remote": True},
    ),
    "oracle": (
        "https://fa-glass.fa.ocs.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_2/job/771",
        {"items": [{"Id": "771", "Title": "Glazier", "ExternalPostedStartDate": "2026-10-05T09:00:00+00:00", "PrimaryLocation": "Leeds, United Kingdom", "secondaryLocations": [{"Name": "York, United Kingdom"}], "ExternalDescriptionStr": TEXT, "ExternalQualificationsStr": "<p>A driving licence and a patient mind are needed for this work.</p>", "JobSchedule": "Full time", "WorkplaceType": "On-site"}]},
        {"title": "Glazier", "location": "Leeds, United Kingdom; York, United Kingdom", "employment_type": "FULL_TIME", "date_posted": "2026-10-05"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_fields_of_json(name: str) -> None:
    url, data, wanted = CASES[name]
    posting = read(data, url)
    assert fields(posting, wanted) == wanted
    assert posting.kind == "posting"


@pytest.mark.parametrize("name", CASES)
def test_description_of_json(name: str) -> None:
    url, data, _ = CASES[name]
    text = read(data, url).description
    assert TOLD in text
    assert "- Cut and lead panels" in text
    assert "<" not in text
    assert "&" not in text.replace("& lock", "")


@pytest.mark.parametrize(
    "name", ["sections and a list of texts", "an address that tells the company only", "lever", "oracle"]
)
def test_all_parts_belong_to_the_description(name: str) -> None:
    url, data, _ = CASES[name]
    assert "driving licence" in read(data, url).description


@pytest.mark.parametrize(
    "data",
    [
        [{"title": "Glazier", "location": "Leeds", "url": "/1"}, {"title": "Mason", "location": "York", "url": "/2"}],
        {
            "jobs": [{"id": 1, "name": "Glazier", "city": "Leeds"}, {"id": 2, "name": "Mason", "city": "York"}],
            "total": 2,
        },
        {
            "jobPostings": [
                {"title": "Glazier", "externalPath": "/job/1", "locationsText": "Leeds"},
                {"title": "Mason", "externalPath": "/job/2", "locationsText": "York"},
            ]
        },
        {
            "results": [
                {"jobTitle": "Glazier", "description": TEXT, "city": "Leeds"},
                {"jobTitle": "Mason", "description": TEXT, "city": "York"},
            ]
        },
    ],
)
def test_several_jobs_are_a_listing(data: Any) -> None:
    posting = read(data, "https://jobs.glassworks.example/api/all")
    assert (posting.kind, posting.title, posting.description) == ("listing", "", "")


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        {"error": "not found"},
        {"status": 404, "message": "Job not found"},
        [1, 2, 3],
        {"user": {"name": "Ada", "id": 3}},
        "text",
        None,
    ],
)
def test_other_data_is_no_posting(data: Any) -> None:
    assert read(data, "https://example.com/api").kind in {"not_posting", "expired"}


def test_a_feed_of_positions_gives_the_one_of_the_url() -> None:
    feed = """<?xml version="1.0" encoding="UTF-8"?><workzag-jobs>
    <position><id>1</id><office>Bremen</office><name>Maurer</name><schedule>full-time</schedule><jobDescriptions/></position>
    <position><id>2</id><subcompany>Glaserei Ohm GmbH</subcompany><office>Bremen</office><additionalOffices><office>Oldenburg</office></additionalOffices><name>Glaser (m/w/d)</name>
    <jobDescriptions><jobDescription><name>Deine Aufgaben</name><value><![CDATA[<ul><li>Scheiben zuschneiden und in alte Rahmen einsetzen</li></ul>]]></value></jobDescription></jobDescriptions>
    <employmentType>permanent</employmentType><schedule>part-time</schedule><createdAt>2026-09-13T14:10:41+00:00</createdAt></position></workzag-jobs>"""
    posting = parse(feed, "https://glaserei-ohm.jobs.personio.de/job/2", "application/xml")
    wanted = {
        "title": "Glaser (m/w/d)",
        "company": "Glaserei Ohm GmbH",
        "location": "Bremen; Oldenburg",
        "employment_type": "PART_TIME",
        "date_posted": "2026-09-13",
    }
    assert fields(posting, wanted) == wanted
    assert "Scheiben zuschneiden" in posting.description


def test_a_feed_reads_no_file_of_ours() -> None:
    feed = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workzag-jobs><position><id>2</id><name>&e;Glaser</name></position></workzag-jobs>'
    posting = parse(feed, "https://a.jobs.personio.de/job/2", "application/xml")
    assert "root:" not in json.dumps(posting.to_dict())
