"""Who did what a sentence tells: the person, or somebody else it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise

from agent.change import lexicon
from agent.change.language.inflection import find_verbs
from agent.change.language.tokens import Token
from agent.change.telling.causing import SEEN, had_done, rest_of, seen_doing
from agent.change.telling.inverted import find_inverted
from agent.change.telling.owners import find_owned
from agent.change.telling.people import is_person_word, is_somebody, names_somebody, titles
from agent.change.telling.subordinate import Subordinate, deeds_of_persons, reported_of_others

_REACH = 4
_AS = 3
_BY = frozenset({"by", "von", "par", "por"})
_MY_CARE = frozenset(
    {
        ("mes", "soins"),
        ("nos", "soins"),
        ("moi", "même"),
        ("meine", "hand"),
        ("meiner", "hand"),
        ("mi", "parte"),
        ("mis", "manos"),
        ("mi", "cuenta"),
    }
)
_ME = frozenset({"me", "us", "myself", "mir", "uns", "moi", "nous", "mí", "nosotros"})
_WHO = frozenset({"who", "qui", "quien"})


def find_others(
    tokens: Sequence[Token],
    sentences: Sequence[int],
    clauses: Sequence[int],
    verbs: Sequence[bool],
    subordinates: Mapping[int, Subordinate],
) -> set[int]:
    """Tokens that tell what somebody else did; `verbs` says which tokens look like verbs, `subordinates` their clauses."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low in _BY and is_somebody(tokens, at + 1):
            done = _done_by(tokens, sentences, clauses, verbs, at)
            found |= done if at not in subordinates else {k for k in done if k in subordinates}
        elif (
            token.low in _WHO
            and at
            and at + 1 < len(tokens)
            and tokens[at + 1].low not in ("i", "we")
            and not (at >= _AS and tokens[at - _AS].low == "as")
            and (names_somebody(tokens, at - 2, at) or _is_given_name(tokens, at))
        ):
            found |= rest_of(clauses, at)
        elif token.low in _WHO and at in subordinates and tokens[at + 1].low not in ("i", "we"):
            found |= deeds_of_persons(tokens, verbs, subordinates[at])
        elif (
            token.low in ("that", "which", "die", "das", "que")
            and at + 2 < len(tokens)
            and _told_of(tokens, clauses, at + 1, verbs)
        ):
            found |= _told_of(tokens, clauses, at + 1, verbs)
        elif _is_told_without_that(tokens, verbs, at):
            found |= rest_of(clauses, at)
        elif token.low in SEEN:
            found |= seen_doing(tokens, clauses, verbs, at)
        elif token.low in lexicon.words("agency", "having_done"):
            found |= had_done(tokens, clauses, at)
        elif _is_relative_of_somebody(tokens, at) and at in subordinates:
            found |= rest_of(clauses, at)
        elif at in subordinates and subordinates[at].first == at:
            found |= reported_of_others(tokens, verbs, subordinates[at], _told_of(tokens, clauses, at + 1, verbs))
    found |= _passives(tokens, sentences) | find_inverted(tokens, clauses, is_person_word)
    starts = [
        at
        for at in range(len(tokens))
        if at == 0 or clauses[at] != clauses[at - 1] or sentences[at] != sentences[at - 1]
    ]
    for at in starts:
        found |= _told_of(tokens, clauses, at, verbs)
    found |= {k for at in range(1, len(tokens) - 2) for k in _apposed(tokens, sentences, verbs, at)}
    found |= find_owned(tokens, sentences, clauses, lambda at: is_somebody(tokens, at))
    own = {sentences[at] for at in range(len(tokens) - 1) if _is_own(tokens, at)}
    return {at for at in found if sentences[at] not in own}


def _is_told_without_that(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    """As "recipes my aunt had invented": a clause about a thing, whose subject is somebody else."""
    if not 0 < at < len(tokens) - 3 or tokens[at].low not in lexicon.words("agency", "determiners"):
        return False
    told = tokens[at + 2].low in ("had", "has", "have") and verbs[at + 3] and is_person_word(tokens[at + 1])
    return told and tokens[at - 1].kind == "word" and not verbs[at - 1]


def _apposed(tokens: Sequence[Token], sentences: Sequence[int], verbs: Sequence[bool], at: int) -> Iterable[int]:
    """What "Marta, a colleague, wrote" tells of somebody named at the beginning of a sentence; `at` is the first comma."""
    if (
        tokens[at].text != ","
        or not tokens[at - 1].capital
        or tokens[at + 1].low not in lexicon.words("agency", "determiners")
    ):
        return ()
    end = next((k for k in range(at + 2, min(at + 2 + _REACH, len(tokens) - 1)) if tokens[k].text == ","), 0)
    begins = next((k for k in range(at - 1, -1, -1) if k == 0 or sentences[k - 1] != sentences[at]), 0)
    if not end or at - begins > _REACH or not verbs[end + 1] or sentences[end] != sentences[at]:
        return ()
    if not any(is_person_word(token) for token in tokens[at + 2 : end]):
        return ()
    return (k for k in range(end, len(tokens)) if sentences[k] == sentences[at])


def _is_own(tokens: Sequence[Token], at: int) -> bool:
    """As in "was written by me", "by the dispatcher and me"."""
    if tokens[at].low not in _BY:
        return False
    near = [token.low for token in tokens[at + 1 : at + 2 + _REACH]]
    joined = {after for word, after in pairwise(near) if word in ("and", "und", "et", "y", "&")}
    return bool(({near[0]} | joined) & _ME) or tuple(near[:2]) in _MY_CARE


def _is_relative_of_somebody(tokens: Sequence[Token], at: int) -> bool:
    """As in "der Kollegin, die das Lager leitete", "la jefa que llevaba": relative pronouns that also stand for things."""
    if at + 1 >= len(tokens) or at < 2 or tokens[at + 1].low in lexicon.words("agency", "person"):
        return False
    if tokens[at].low in ("die", "der", "das", "welche", "welcher") and tokens[at - 1].text == ",":
        return names_somebody(tokens, at - 2, at - 1)
    return (
        tokens[at].low == "que" and names_somebody(tokens, at - 1, at) and bool(find_verbs(tokens[at + 1].text, "es"))
    )


def _is_given_name(tokens: Sequence[Token], who: int) -> bool:
    """As in "to Jana, who"."""
    before = [token for token in tokens[max(who - 2, 0) : who] if token.kind == "word"]
    return bool(before) and before[-1].capital and before[-1].low not in _small()


def _passives(tokens: Sequence[Token], sentences: Sequence[int]) -> set[int]:
    """What was done to the person: "Was trained in CPR", "I was mentored by"."""
    found = set()
    for at, token in enumerate(tokens[:-1]):
        begins = at == 0 or sentences[at - 1] != sentences[at] or tokens[at - 1].low in ("i", "ich", "and")
        following = tokens[at + 1]
        if begins and token.low.endswith("ed") and following.low == "by" and is_somebody(tokens, at + 2):
            found |= {k for k in range(at, len(tokens)) if sentences[k] == sentences[at]}
        if begins and token.low in ("was", "were", "been", "being") and following.low.endswith("ed"):
            after = tokens[at + 2].low if at + 2 < len(tokens) else ""
            if after not in ("to", "for", "with") and following.lemma not in lexicon.words("agency", "received"):
                found.add(at + 1)
    return found


def _done_by(
    tokens: Sequence[Token], sentences: Sequence[int], clauses: Sequence[int], verbs: Sequence[bool], by: int
) -> set[int]:
    begin = by
    while begin and sentences[begin - 1] == sentences[by]:
        begin -= 1
    before = list(range(begin, by))
    if not before or any(tokens[k].low in ("i", "me") for k in before):
        return set()
    acts = [
        k for k in before if verbs[k] or tokens[k].low in ("done", "made", "run", "led", "fait", "hecho", "gemacht")
    ]
    if acts and any(
        tokens[k].low in lexicon.words("agency", "being") for k in range(max(acts[-1] - 2, begin), acts[-1])
    ):
        return set(before)
    clause = [k for k in before if clauses[k] == clauses[by]]
    inside = [k for k in acts if k in clause]
    if not inside:
        return set(clause)
    return set(range(inside[-1], by)) if len(acts) > 1 else set()


def _told_of(tokens: Sequence[Token], clauses: Sequence[int], start: int, verbs: Sequence[bool]) -> set[int]:
    """As "the platform team put them on the boxes": a clause whose subject is somebody else."""
    at = start
    while at < min(len(tokens), start + _REACH) and (
        tokens[at].kind in ("pause", "mark", "stop")
        or tokens[at].low in ("and", "then", "but", "und", "et", "y", "later")
    ):
        at += 1
    if (
        at + 1 < len(tokens)
        and (at == 0 or tokens[at - 1].kind == "stop")
        and tokens[at].capital
        and not tokens[at].text.isupper()
        and tokens[at].low.isalpha()
        and _is_unknown(tokens[at])
        and tokens[at].low not in _small()
        and (tokens[at + 1].low.endswith("ed") or tokens[at + 1].low in lexicon.words("verbs", "irregular"))
        and verbs[at + 1]
    ):
        return rest_of(clauses, at + 1)
    determined = at < len(tokens) and tokens[at].low in lexicon.words("agency", "determiners")
    if determined:
        at += 1
    if determined and (owned := _done_by_head_or_fellow(tokens, clauses, verbs, at)):
        return owned
    for k in range(at, min(at + 4, len(tokens) - 1)):
        if clauses[k] != clauses[min(at, len(tokens) - 1)] or tokens[k].kind != "word":
            return set()
        if verbs[k] and not (determined and k == at and tokens[k].low.endswith("ing")):
            return set()
        if is_person_word(tokens[k]) and determined and k + 2 < len(tokens) and tokens[k + 1].capital and verbs[k + 2]:
            return rest_of(clauses, k + 2) if clauses[k + 2] == clauses[k] else set()
        named = (
            is_person_word(tokens[k])
            or (determined and tokens[k].low in lexicon.words("agency", "organisations"))
            or (k == at and tokens[k].text in ("QC", "QA", "HR", "IT"))
        )
        following = tokens[k + 1]
        if (
            named
            and (
                determined
                or (
                    k == at
                    and (
                        tokens[k].text.isupper()
                        or tokens[k].low in ("he", "she", "they", "someone", "somebody", "others")
                    )
                )
            )
            and (verbs[k + 1] or following.low in lexicon.words("agency", "doing"))
            and following.low != "of"
            and not following.low.endswith("ing")
        ):
            return rest_of(clauses, k + 1) if clauses[k + 1] == clauses[k] else set()
    return set()


def _done_by_head_or_fellow(
    tokens: Sequence[Token], clauses: Sequence[int], verbs: Sequence[bool], at: int
) -> set[int]:
    """As "the head of wardrobe had designed", "a colleague's app won": what somebody in charge, or a fellow's thing, did."""
    if at + 2 >= len(tokens):
        return set()
    head = tokens[at].lemma in titles() and tokens[at + 1].low in ("of", "for", "in")
    fellow = tokens[at].low.removesuffix("'s") in lexicon.words("agency", "fellows") and tokens[at].low.endswith("'s")
    if not head and not fellow:
        return set()
    for k in range(at + 2, min(at + 2 + 2 * _REACH, len(tokens))):
        if clauses[k] != clauses[at] or tokens[k].kind != "word" or tokens[k].low in lexicon.words("agency", "person"):
            return set()
        if verbs[k] and not tokens[k].low.endswith("ing"):
            return rest_of(clauses, at)
    return set()


def _is_unknown(token: Token) -> bool:
    """Whether a word is in no dictionary, as a given name mostly is."""
    return (
        token.low not in lexicon.stands_for()
        and token.low not in lexicon.related()
        and token.lemma not in lexicon.related()
    )


@cache
def _small() -> frozenset[str]:
    """Small words of every language and what denies: no names."""
    return frozenset().union(
        *lexicon.section("classes", "free").values(), *lexicon.section("classes", "negation").values()
    )
