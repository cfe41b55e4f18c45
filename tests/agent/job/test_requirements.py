from agent.job.requirements import read_requirements
from scraper.posting import Posting


def texts(description: str) -> list[str]:
    return [each.text for each in read_requirements(Posting(description=description))]


def test_empty_posting_asks_nothing():
    assert texts("") == []


def test_lists_under_headings_are_taken_and_benefits_left():
    found = texts(
        "Joiner\n\nYou need\n- Five years of bench joinery\n- A driving licence\n\nWe offer\n- 25 days of holiday\n"
    )
    assert found == ["Five years of bench joinery", "A driving licence"]
