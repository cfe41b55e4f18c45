"""The word lists are data that people will edit: what they must keep to is checked here."""

from pathlib import Path

import pytest

import agent.job.lexicon
from agent.job.lexicon import table
from agent.job.terms import CONCEPT_FILES, concepts, covers, names

HERE = Path(agent.job.lexicon.__file__).parent
FILES = sorted(HERE.rglob("*.toml"))


def test_there_are_files_to_check():
    assert len(FILES) > 10


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_names_its_source_and_reads(path):
    assert "# source:" in path.read_text(encoding="utf-8")
    assert table(str(path.relative_to(HERE).with_suffix("")))


def test_every_file_of_concepts_is_taken():
    assert set(CONCEPT_FILES) == {f"concepts/{path.stem}" for path in (HERE / "concepts").iterdir()}
    assert len(CONCEPT_FILES) >= 3


@pytest.mark.parametrize("file", CONCEPT_FILES)
def test_concepts_have_only_known_keys(file):
    rows = table(file)["concept"]
    assert rows
    for row in rows:
        assert set(row) <= {"name", "says", "shown_by", "broader", "circumstance"}, row
        assert row["name"] == row["name"].lower()


def test_no_concept_is_a_case_of_itself():
    assert len(concepts()) > 300
    assert not [name for name, above in names().above.items() if name in above]


@pytest.mark.parametrize(
    ("shown", "asked", "expected"),
    [
        ("postgresql", "relational database", True),
        ("relational database", "postgresql", False),
        ("kubernetes", "kubernetes", True),
        ("docker", "kubernetes", False),
    ],
)
def test_the_way_from_a_case_to_its_kind_is_no_way_back(shown, asked, expected):
    assert covers(shown, asked) is expected
