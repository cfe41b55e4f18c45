"""Which public endpoint a URL, or a page that embeds a board, leads to."""

import pytest

from scraper.extract.boards.table import board_of
from scraper.extract.embedded_board import embedded_board


@pytest.mark.parametrize(
    ("url", "markup", "board", "company", "job"),
    [
        (
            "https://acme.example/careers?gh_jid=4001",
            '<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>',
            "greenhouse",
            "acme",
            "4001",
        ),
        (
            "https://acme.example/join",
            '<iframe src="https://boards.greenhouse.io/embed/job_app?for=acme&amp;token=4001"></iframe>',
            "greenhouse",
            "acme",
            "4001",
        ),
        (
            "https://acme.example/join",
            '<iframe src="//jobs.lever.co/acme/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001"></iframe>',
            "lever",
            "acme",
            "0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001",
        ),
        (
            "https://acme.example/careers?ashby_jid=0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001",
            '<script src="https://jobs.ashbyhq.com/acme/embed?version=2"></script>',
            "ashby",
            "acme",
            "0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001",
        ),
    ],
)
def test_embedded_boards_are_seen(url: str, markup: str, board: str, company: str, job: str) -> None:
    found = embedded_board(markup.encode(), url)
    assert found is not None
    assert (found[0].name, found[1].company, found[1].job) == (board, company, job)


@pytest.mark.parametrize(
    ("url", "board", "endpoint"),
    [
        (
            "https://job-boards.greenhouse.io/acme/jobs/42",
            "greenhouse",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs/42?pay_transparency=true",
        ),
        (
            "https://job-boards.eu.greenhouse.io/acme/jobs/42",
            "greenhouse",
            "https://boards-api.eu.greenhouse.io/v1/boards/acme/jobs/42?pay_transparency=true",
        ),
        (
            "https://jobs.eu.lever.co/acme/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001/apply",
            "lever",
            "https://api.eu.lever.co/v0/postings/acme/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001",
        ),
        (
            "https://jobs.ashbyhq.com/acme/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001/application",
            "ashby",
            "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true",
        ),
        (
            "https://jobs.smartrecruiters.com/Acme/743999912345678-baker",
            "smartrecruiters",
            "https://api.smartrecruiters.com/v1/companies/Acme/postings/743999912345678",
        ),
        (
            "https://acme.wd3.myworkdayjobs.com/de-DE/Site/job/Ulm/Baker_R1/apply",
            "workday",
            "https://acme.wd3.myworkdayjobs.com/wday/cxs/acme/Site/job/Ulm/Baker_R1",
        ),
        (
            "https://acme.wd3.myworkdayjobs.com/Site/details/Baker_R1",
            "workday",
            "https://acme.wd3.myworkdayjobs.com/wday/cxs/acme/Site/job/Baker_R1",
        ),
        (
            "https://apply.workable.com/acme/j/ABCDEF1234/apply/",
            "workable",
            "https://apply.workable.com/api/v2/accounts/acme/jobs/ABCDEF1234",
        ),
        ("https://acme.recruitee.com/o/baker/c/new", "recruitee", "https://acme.recruitee.com/api/offers/baker"),
        (
            "https://acme.jobs.personio.de/job/12?language=de",
            "personio",
            "https://acme.jobs.personio.de/xml?language=de",
        ),
        ("https://acme.teamtailor.com/jobs/123-baker", "teamtailor", "https://acme.teamtailor.com/jobs.json"),
        ("https://acme.bamboohr.com/careers/7", "bamboohr", "https://acme.bamboohr.com/careers/7/detail"),
        (
            "https://ats.rippling.com/en-GB/acme/jobs/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001",
            "rippling",
            "https://api.rippling.com/platform/api/ats/v1/board/acme/jobs/0b6ce2f2-58b1-4b6b-9f7c-55a1f8e4c001",
        ),
        (
            "https://acme.eightfold.ai/careers/job/99?domain=acme.org",
            "eightfold",
            "https://acme.eightfold.ai/api/apply/v2/jobs/99?domain=acme.org",
        ),
        (
            "https://x.fa.em2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/7",
            "oracle",
            'https://x.fa.em2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails?expand=all&onlyData=true&finder=ById;Id="7",siteNumber=CX_1',
        ),
        (
            "https://de.linkedin.com/jobs/view/baker-at-acme-3900000001/",
            "linkedin",
            "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/3900000001",
        ),
        (
            "https://www.linkedin.com/jobs/search/?currentJobId=3900000001",
            "linkedin",
            "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/3900000001",
        ),
    ],
)
def test_urls_lead_to_their_endpoints(url: str, board: str, endpoint: str) -> None:
    found = board_of(url)
    assert found is not None
    assert (found[0].name, found[1].endpoint) == (board, endpoint)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/jobs/1",
        "https://greenhouse.io.evil.example/acme/jobs/1",
        "https://www.linkedin.com/in/ada",
        "https://jobs.lever.co/",
        "not a url",
        "https://[broken",
    ],
)
def test_other_urls_belong_to_no_board(url: str) -> None:
    assert board_of(url) is None
