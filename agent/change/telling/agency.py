"""Who did what a sentence tells: the person, or somebody else it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from agent.change import lexicon
from agent.change.language.tokens import Token
from agent.change.telling.inverted import find_inverted
from agent.change.telling.owners import find_owned

_REACH = 4
_BY = frozenset({"by", "von", "par", "por"})
_SEEN = frozenset(["watched", "saw", "observed", "heard", "let", "had", "asked"])
_AFTER_NOUNS = frozenset(
    ["of", "in", "with", "for", "at", "to", "and", "or", "on", "from", "about", "by", "who", "that", "as"]
)
_ME = frozenset({"me", "us", "myself", "mir", "uns", "moi", "nous", "mí", "nosotros"})
_WHO = frozenset({"who", "qui", "quien"})


def find_others(
    tokens: Sequence[Token], sentences: Sequence[int], clauses: Sequence[int], verbs: Sequence[bool]
) -> set[int]:
    """Tokens that tell what somebody else did; `verbs` says which tokens look like verbs."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low in _BY and _is_somebody(tokens, at + 1):
            found |= _done_by(tokens, sentences, clauses, verbs, at)
        elif (
            token.low in _WHO
            and at
            and at + 1 < len(tokens)
            and tokens[at + 1].low not in ("i", "we")
            and (_names_somebody(tokens, at - 2, at) or _is_given_name(tokens, at))
        ):
            found |= _rest(clauses, at)
        elif (
            token.low in ("that", "which", "die", "das", "que")
            and at + 2 < len(tokens)
            and _told_of(tokens, clauses, at + 1, verbs)
        ):
            found |= _told_of(tokens, clauses, at + 1, verbs)
        elif _is_told_without_that(tokens, verbs, at):
            found |= _rest(clauses, at)
        elif token.low in _SEEN:
            found |= _seen_doing(tokens, clauses, verbs, at)
    found |= _passives(tokens, sentences) | find_inverted(tokens, clauses, _is_person_word)
    starts = [
        at
        for at in range(len(tokens))
        if at == 0 or clauses[at] != clauses[at - 1] or sentences[at] != sentences[at - 1]
    ]
    for at in starts:
        found |= _told_of(tokens, clauses, at, verbs)
    found |= {k for at in range(1, len(tokens) - 2) for k in _apposed(tokens, sentences, verbs, at)}
    found |= find_owned(tokens, sentences, clauses, lambda at: _is_somebody(tokens, at))
    own = {sentences[at] for at in range(len(tokens) - 1) if _is_own(tokens, at)}
    return {at for at in found if sentences[at] not in own}


def _is_told_without_that(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    """As "recipes my aunt had invented": a clause about a thing, whose subject is somebody else."""
    if not 0 < at < len(tokens) - 3 or tokens[at].low not in lexicon.words("agency", "determiners"):
        return False
    told = tokens[at + 2].low in ("had", "has", "have") and verbs[at + 3] and _is_person_word(tokens[at + 1])
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
    if not any(_is_person_word(token) for token in tokens[at + 2 : end]):
        return ()
    return (k for k in range(end, len(tokens)) if sentences[k] == sentences[at])


def _is_own(tokens: Sequence[Token], at: int) -> bool:
    """As in "was written by me", "by the dispatcher and me"."""
    if tokens[at].low not in _BY:
        return False
    near = [token.low for token in tokens[at + 1 : at + 2 + _REACH]]
    joined = {after for word, after in pairwise(near) if word in ("and", "und", "et", "y", "&")}
    return bool(({near[0]} | joined) & _ME)


def _seen_doing(tokens: Sequence[Token], clauses: Sequence[int], verbs: Sequence[bool], at: int) -> set[int]:
    """As "watched the fitter set up the press": from the other's deed on, if somebody is named before it."""
    for k in range(at + 1, min(at + _REACH + 2, len(tokens) - 1)):
        if clauses[k] != clauses[at] or tokens[k].kind != "word" or verbs[k]:
            return set()
        deed = tokens[k + 1]
        if tokens[at].low == "let" and deed.low == "know":
            return set()
        if _is_person_word(tokens[k]) and deed.kind == "word" and deed.low not in _AFTER_NOUNS:
            return _rest(clauses, k + 1)
    return set()


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
        if begins and token.low.endswith("ed") and following.low == "by" and _is_somebody(tokens, at + 2):
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
        return _rest(clauses, at + 1)
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
        if _is_person_word(tokens[k]) and determined and k + 2 < len(tokens) and tokens[k + 1].capital and verbs[k + 2]:
            return _rest(clauses, k + 2) if clauses[k + 2] == clauses[k] else set()
        named = (
            _is_person_word(tokens[k])
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
            return _rest(clauses, k + 1) if clauses[k + 1] == clauses[k] else set()
    return set()


def _done_by_head_or_fellow(
    tokens: Sequence[Token], clauses: Sequence[int], verbs: Sequence[bool], at: int
) -> set[int]:
    """As "the head of wardrobe had designed", "a colleague's app won": what somebody in charge, or a fellow's thing, did."""
    if at + 2 >= len(tokens):
        return set()
    head = tokens[at].lemma in _titles() and tokens[at + 1].low in ("of", "for", "in")
    fellow = tokens[at].low.removesuffix("'s") in lexicon.words("agency", "fellows") and tokens[at].low.endswith("'s")
    if not head and not fellow:
        return set()
    for k in range(at + 2, min(at + 2 + 2 * _REACH, len(tokens))):
        if clauses[k] != clauses[at] or tokens[k].kind != "word" or tokens[k].low in lexicon.words("agency", "person"):
            return set()
        if verbs[k] and not tokens[k].low.endswith("ing"):
            return _rest(clauses, at)
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


def _rest(clauses: Sequence[int], at: int) -> set[int]:
    """The tokens from here to the end of the clause."""
    end = at
    while end < len(clauses) and clauses[end] == clauses[at]:
        end += 1
    return set(range(at, end))


def _is_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether a person or group is named from this token on ("by our analyst", "by the group's partner")."""
    if at >= len(tokens):
        return False
    if tokens[at].low in ("hand", "phone", "email", "mail", "me", "myself"):
        return False
    if tokens[at].low in ("a", "an", "another", "our", "my") and any(
        _is_doer(token) for token in tokens[at + 1 : at + 1 + _REACH]
    ):
        return True
    return _names_somebody(tokens, at, at + 5) and (
        tokens[at].low in lexicon.words("agency", "determiners") or _is_person_word(tokens[at]) or tokens[at].capital
    )


def _is_doer(token: Token) -> bool:
    """Whether a word ends as nouns for somebody do ("brewer")."""
    return len(token.low) > _REACH and token.low.endswith(("er", "or", "ist", "ian", "ant", "man", "woman"))


def _names_somebody(tokens: Sequence[Token], first: int, last: int) -> bool:
    for k in range(max(first, 0), min(last, len(tokens))):
        if tokens[k].kind in ("stop", "number"):
            return False
        if _is_person_word(tokens[k]):
            return True
    return False


def _is_person_word(token: Token) -> bool:
    return (
        token.low in lexicon.words("agency", "somebody")
        or token.lemma in lexicon.words("agency", "somebody")
        or token.lemma in _titles()
        or token.low in ("ceo", "cfo", "cto", "qc", "hr")
    )


@cache
def _titles() -> frozenset[str]:
    return frozenset().union(
        *lexicon.section("titles", "trades").values(), *lexicon.section("titles", "ranks").values()
    ) - {"lead", "leader", "leitung", "responsable", "guide", "second", "commercial", "server"}
