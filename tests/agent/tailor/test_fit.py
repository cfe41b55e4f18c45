"""What could be left out: measured by typesetting, the least relevant first, and never what a person is."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from agent.change.apply import apply
from agent.change.invariant import check
from agent.change.model import Change
from agent.job.match import match
from agent.job.model import MatchReport
from agent.job.requirements import read_requirements
from agent.resume.model import Resume
from agent.resume.read.reader import read
from agent.tailor.fit import STEM, Offer, candidates, fewest, measure, offer, pages_of, worded
from scraper.posting import Posting
from tests.story.full_page import full_page, made
from tests.story.samples import POSTING_TEXT

TEXT = "Wrote two services that quote freight for every carrier and every lane the company works with, at any hour of the day"


@dataclass(frozen=True)
class Case:
    source: Resume
    draft: Resume
    added: list[Change]
    report: MatchReport

    def offer(self, *more: Change, language: str = "en") -> Offer | None:
        return offer(self.source, self.draft, self.report, [*self.added, *more], [], "classic", language)


@pytest.fixture(scope="module")
def case() -> Case:
    source = read(full_page().encode(), "resume.txt")
    added = [
        Change(id=f"c{n}", kind="add", section="work", line_id="work.1", after=f"{TEXT} {n}", state="accepted")
        for n in range(2)
    ]
    draft = apply(source, added)
    posting = Posting.from_text(POSTING_TEXT + "\n- Experience with ordering stationery\n")
    return Case(source, draft, added, match(read_requirements(posting), draft, []))


def accepted(cuts: list[Change]) -> list[Change]:
    return [cut.model_copy(update={"state": "accepted"}) for cut in cuts]


def test_resume_that_did_not_grow_is_offered_nothing(case: Case) -> None:
    assert offer(case.source, case.source, case.report, [], [], "classic", "en") is None
    fit = measure(case.source, case.source, "classic")
    assert fit is not None
    assert (fit.pages, fit.source_pages, fit.over, fit.grown) == (1, 1, 0, False)


def test_cuts_make_it_fit_and_none_of_them_could_stay(case: Case) -> None:
    found = case.offer()
    assert found is not None
    assert (found.fit.pages, found.fit.source_pages) == (2, 1)
    assert found.fit.over >= 1
    shorter = apply(case.draft, accepted(found.cuts))
    assert pages_of(shorter, "classic") == 1
    check(case.source, shorter, [*case.added, *accepted(found.cuts)])
    for cut in found.cuts:
        rest = [other for other in found.cuts if other is not cut]
        assert pages_of(apply(case.draft, accepted(rest)), "classic") == 2


def test_oldest_lines_that_show_nothing_go_first_and_what_was_just_taken_never(case: Case) -> None:
    ranked = candidates(case.draft, case.report, case.added)
    worth = [each.worth for each in ranked]
    assert worth == sorted(worth)
    assert worth[-1] > 0
    idle = [each.line.id.split(".h")[0] for each in ranked if not each.worth]
    assert idle == sorted(idle, reverse=True)
    ids = {each.line.id for each in ranked}
    assert not ids & {"c0", "c1"}
    assert all(id_.startswith(("work.", "education.")) for id_ in ids)


def test_lines_that_are_to_stay_are_not_offered_again(case: Case) -> None:
    first = case.offer()
    assert first is not None
    kept = first.cuts[0].model_copy(update={"state": "rejected"})
    again = case.offer(kept)
    assert again is not None
    assert kept.id not in {cut.id for cut in again.cuts}


def test_reason_tells_what_it_brings_and_what_it_costs(case: Case) -> None:
    found = case.offer()
    assert found is not None
    for cut in found.cuts:
        assert cut.id == f"{STEM}{cut.line_id}"
        assert "1 page again" in cut.reason
        assert "It takes up 1 line." in cut.reason
        assert "nothing the job asks for" in cut.reason
        assert "Quill and Sons GmbH" in cut.reason
        assert cut.score_effect == 0
    german = case.offer(language="de-CH")
    assert german is not None
    assert "wieder 1 Seite" in german.cuts[0].reason
    assert "2 Seiten" in worded(german.fit, len(german.cuts), "de")


def test_resume_that_outgrew_its_page_by_far_is_offered_nothing(case: Case) -> None:
    far = [
        Change(id=f"f{n}", kind="add", section="work", line_id="work.1", after=f"{TEXT} {n}", state="accepted")
        for n in range(40)
    ]
    draft = apply(case.source, far)
    assert offer(case.source, draft, case.report, far, [], "classic", "en") is None


def test_one_long_line_is_enough_where_it_alone_is(case: Case) -> None:
    source = read(made(4).encode(), "resume.txt")
    fit = measure(case.source, case.draft, "classic")
    assert fit is not None
    ranked = candidates(case.draft, case.report, case.added)
    found = fewest(case.draft, ranked, fit)
    assert 0 < len(found) <= len(ranked)
    assert fewest(source, [], fit) == []
