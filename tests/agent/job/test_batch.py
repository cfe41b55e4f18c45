import json

import pytest

from agent.job.batch import match_batch

RESUME = """Ada Example
Columbus, Ohio

EXPERIENCE
Cook, The Gate, Columbus
March 2020 - present
- Ran the grill and trained two commis.
- Ordered stock in MarketMan.

LANGUAGES
English, Spanish (B2)
"""
JOB = """Sous Chef
The Anchor - Columbus, OH

You need
- 2 years as a cook
- MarketMan
- HACCP

We offer
- Free lunch
"""


def test_rows_in_rows_out(tmp_path):
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": "a", "resume": RESUME, "job": JOB}, {"id": "b", "resume": "", "job": ""}]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    match_batch(source, target)
    first, second = (json.loads(line) for line in target.read_text().splitlines())
    assert first["id"] == "a"
    assert [(each["text"], each["priority"], each["label"]) for each in first["requirements"]] == [
        ("Columbus, OH", "required", "met"),
        ("2 years as a cook", "required", "met"),
        ("MarketMan", "required", "met"),
        ("HACCP", "required", "missing"),
    ]
    assert first["requirements"][2]["evidence"] == ["Ordered stock in MarketMan."]
    assert first["questions"] == ["Have you worked with “HACCP”? If so, tell me where and what you did."]
    assert second == {"id": "b", "requirements": [], "questions": [], "score": 0.0}


def test_a_row_without_its_parts_is_named(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "resume": "x"}\n')
    with pytest.raises(ValueError, match=r"line 1: .*job"):
        match_batch(source, tmp_path / "out.jsonl")


def test_a_broken_row_is_named(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a"\n')
    with pytest.raises(ValueError, match="line 1"):
        match_batch(source, tmp_path / "out.jsonl")
