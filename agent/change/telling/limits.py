"""What bounds a statement: not finished, only learnt, only planned, no longer valid, seldom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from functools import cache

from agent.change import lexicon
from agent.change.language.figures import number_words
from agent.change.language.phrases import Phrase
from agent.change.language.runs import Runs
from agent.change.language.tokens import Token
from agent.change.telling.bounding import bounded_by, keeps_to_clause, supposed
from agent.change.telling.subordinate import Subordinate

_PARTICLES = frozenset({"up", "off", "out"})
_LONGEST_SENTENCE = 200
_REACH = 7
_BEFORE = 4
_LABEL = 4
_OF_PAPERS = frozenset({"progress", "lapsed"})


def find_limits(
    tokens: Sequence[Token],
    sentences: Sequence[int],
    clauses: Sequence[int],
    phrases: Sequence[Phrase],
    verbs: Sequence[bool],
    others: AbstractSet[int],
    subordinates: Mapping[int, Subordinate],
) -> dict[int, set[str]]:
    """Which tokens stand under which limits: the part of the sentence that holds the limit, and what it is an addition to."""
    found: dict[int, set[str]] = {}
    covered = {k for phrase in phrases if phrase.last > phrase.first for k in range(phrase.first, phrase.last + 1)}
    limiting = _limiting()
    for at, token in enumerate(tokens):
        if token.low not in limiting:
            continue
        _add(found, supposed(tokens, subordinates, at), "unreal")
        if _has_run_out(tokens, at):
            _add(found, (k for k in range(len(tokens)) if sentences[k] == sentences[at]), "lapsed")
        if _left_unfinished(tokens, sentences, at) or _is_part_of_course(tokens, at):
            _add(found, (k for k in range(len(tokens)) if sentences[k] == sentences[at]), "progress")
        if _hardly_done(tokens, verbs, at):
            _add(found, (k for k in range(at, len(tokens)) if clauses[k] == clauses[at]), "unreal")
        for last, kind in _phrases_at(tokens, at, covered):
            if _is_a_deed(tokens, clauses, verbs, at, last) or (
                kind in ("unreal", "trial") and _came_about(tokens, sentences, at, last)
            ):
                continue
            clause = subordinates.get(last) or subordinates.get(at)
            if clause and keeps_to_clause(kind, clause, tokens, sentences):
                _add(
                    found,
                    bounded_by(kind, clause, tokens, verbs, at, last) - (others if clause.personal else set()),
                    kind,
                )
            else:
                _add(found, _scope(tokens, sentences, clauses, at, last, kind), kind)
    return found


def _add(found: dict[int, set[str]], scope: Iterator[int] | AbstractSet[int], kind: str) -> None:
    for at in scope:
        found.setdefault(at, set()).add(kind)


def _phrases_at(tokens: Sequence[Token], at: int, covered: set[int]) -> Iterator[tuple[int, str]]:
    """The limiting phrases that begin at a token: their last token and their kind."""
    for last, kind in _limit_phrases().at(tokens, at):
        if last == at and (at in covered or (at and tokens[at].capital and tokens[at - 1].capital)):
            continue
        words = [token.low for token in tokens[at : last + 1]]
        if words == ["a", "little"] and _is_small_thing(tokens, last + 1):
            continue
        if words == ["en", "cours"] and last + 1 < len(tokens) and tokens[last + 1].low in ("du", "de", "d'un"):
            continue
        yield last, kind


def _is_a_deed(tokens: Sequence[Token], clauses: Sequence[int], verbs: Sequence[bool], at: int, last: int) -> bool:
    """Whether a limiting word is what the person did ("shelved returns", "checked beds looking for mites") or others learnt."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    before = [k for k in range(max(at - _LONGEST_SENTENCE, 0), at) if clauses[k] == clauses[at]]
    if tokens[at].low in lexicon.words("agency", "refusing"):
        begins = at == 0 or tokens[at - 1].kind in ("stop", "pause") or tokens[at - 1].low in ("and", "or", "i")
        ends = following is None or following.kind != "word" or following.low in lexicon.words("agency", "prepositions")
        return begins and not ends
    if tokens[at].low in lexicon.words("agency", "seeking"):
        return any(verbs[k] for k in before)
    if [token.low for token in tokens[at + 1 : last + 1]] == ["to"] and tokens[at].low in lexicon.words(
        "agency", "being"
    ):
        return any(tokens[k].low in lexicon.words("agency", "tasks") for k in before)
    return tokens[at].low == "learn" and (
        any(tokens[k].low in ("me", "us") for k in before) or _is_for_others(tokens, verbs, at)
    )


def _came_about(tokens: Sequence[Token], sentences: Sequence[int], at: int, last: int) -> bool:
    """Whether a sentence goes on with "and did so", or what was "first a prototype" is "then" another thing."""
    rest = [tokens[k].low for k in range(last + 1, len(tokens)) if sentences[k] == sentences[last]]
    begun = {token.low for token in tokens[max(at - _BEFORE, 0) : at]} & lexicon.words("bounds", "begun", "before")
    if begun and lexicon.words("bounds", "begun", "after").intersection(rest):
        return True
    return any(
        tokens[k].low == "did" and tokens[k + 1].low in ("so", "it", "this", "that")
        for k in range(last + 1, len(tokens) - 1)
        if sentences[k] == sentences[last] and tokens[k - 1].low not in ("never", "not")
    )


def _is_for_others(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    """As in "taught new joiners to learn": what the person had others do."""
    if at < 3 or tokens[at - 1].low != "to" or tokens[at - 2].kind != "word":
        return False
    people = tokens[at - 2].lemma in lexicon.words("agency", "headed") | lexicon.words("agency", "somebody")
    doers = tokens[at - 2].low.endswith(("ers", "ors", "ists", "ants", "ees"))
    return (people or doers or tokens[at - 2].low == "them") and any(
        verbs[k] for k in range(max(at - _REACH, 0), at - 2)
    )


def _is_small_thing(tokens: Sequence[Token], at: int) -> bool:
    """As in "a little card for": a thing that is small, not something known a little."""
    if at + 1 >= len(tokens) or tokens[at].kind != "word" or tokens[at].capital:
        return False
    thing = tokens[at].low in lexicon.nouns() and not tokens[at].low.endswith(("ing", "ry", "ics", "ish", "tion"))
    return thing and tokens[at + 1].low in lexicon.words("agency", "prepositions")


def _scope(
    tokens: Sequence[Token], sentences: Sequence[int], clauses: Sequence[int], at: int, last: int, kind: str
) -> set[int]:
    """The clause of a limit; where it holds nothing else, the clause it is said of too."""
    near = range(max(at - _LONGEST_SENTENCE, 0), min(at + _LONGEST_SENTENCE, len(tokens)))
    scope = {k for k in near if sentences[k] == sentences[at] and clauses[k] == clauses[at]}
    rest = [k for k in scope if tokens[k].kind == "word" and not at <= k <= last and tokens[k].low not in _free()]
    some = (
        kind != "lapsed"
        and any(tokens[k].low in ("which", "whom") for k in scope)
        and any(tokens[k].figure for k in scope)
    )
    if len(rest) <= (kind != "basic") and not some:
        told = [clauses[k] for k in near if sentences[k] == sentences[at] and tokens[k].kind != "pause"]
        beside = max((clause for clause in told if clause < clauses[at]), default=clauses[at] + 1)
        scope |= {k for k in near if sentences[k] == sentences[at] and clauses[k] == beside}
        if kind == "failed":
            scope |= {k for k in near if clauses[k] == clauses[at] - 1}
    if kind == "basic" and at and tokens[at - 1].low in lexicon.words("denial", "beside", "all"):
        return {k for k in scope if k >= at}
    first = min(scope)
    if kind in _OF_PAPERS:
        scope |= _course_before(tokens, sentences, at)
    return scope | _label_of(tokens, sentences, clauses, first)


def _course_before(tokens: Sequence[Token], sentences: Sequence[int], at: int) -> set[int]:
    """The statement before one that begins with what became of its course ("PhD studies; thesis not submitted")."""
    begins = at
    while begins and sentences[begins - 1] == sentences[at]:
        begins -= 1
    named = {token.low for token in tokens[begins : begins + 2]} & lexicon.words("credentials", "outstanding")
    if not named or not begins:
        return set()
    return {k for k in range(max(begins - _LONGEST_SENTENCE, 0), begins) if sentences[k] == sentences[begins - 1]}


def _label_of(tokens: Sequence[Token], sentences: Sequence[int], clauses: Sequence[int], first: int) -> set[int]:
    """The short label before a colon that a limit is said of ("CPA: two papers to sit")."""
    if tokens[first].text != ":":
        return set()
    if any(
        tokens[k].low in lexicon.words("credentials", "passed")
        for k in range(first, len(tokens))
        if sentences[k] == sentences[first]
    ):
        return set()
    label = {k for k in range(max(first - _REACH, 0), first) if clauses[k] == clauses[first] - 1}
    begins = bool(label) and (min(label) == 0 or sentences[min(label) - 1] != sentences[first])
    return label if begins and len(label) <= _LABEL else set()


def _has_run_out(tokens: Sequence[Token], at: int) -> bool:
    """Whether something was valid, or a licence held, until a year that is over."""
    if tokens[at].low not in lexicon.words("verbs", "until") or not at:
        return False
    figure = next((token.figure for token in tokens[at + 1 : at + 4] if token.figure is not None), None)
    if figure is None or figure.kind != "year" or figure.value >= datetime.now(UTC).year:
        return False
    if tokens[at - 1].low in lexicon.words("verbs", "valid"):
        return True
    before = tokens[max(at - _REACH, 0) : at]
    return before[0].low in lexicon.words("credentials", "held") and any(
        token.low in papers or token.lemma in papers
        for papers in lexicon.section("credentials", "words").values()
        for token in before
    )


def _left_unfinished(tokens: Sequence[Token], sentences: Sequence[int], at: int) -> bool:
    """As "left the MSc after a year": a course that was begun and not ended."""
    studies = lexicon.words("credentials", "studies")
    if tokens[at].low in lexicon.words("credentials", "stopping"):
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if tokens[at].low in lexicon.words("credentials", "parted") and following not in _PARTICLES:
            return False
        return any(
            tokens[k].low in studies or tokens[k].lemma in studies for k in range(at) if sentences[k] == sentences[at]
        )
    if tokens[at].low not in lexicon.words("credentials", "leaving"):
        return False
    return any(
        tokens[k].low in studies or tokens[k].lemma in studies
        for k in range(at + 1, min(at + _REACH, len(tokens)))
        if sentences[k] == sentences[at]
    )


@cache
def _degrees() -> frozenset[str]:
    """Degrees by their letters ("MSc modules")."""
    return lexicon.words("credentials", "degrees") - lexicon.words("credentials", "terms") - {"degree", "diploma"}


def _is_part_of_course(tokens: Sequence[Token], at: int) -> bool:
    """As "three of the five units" and "one year of an MSc": some of a course."""
    pieces, studies = lexicon.words("credentials", "pieces"), lexicon.words("credentials", "studies")
    if tokens[at].low not in pieces:
        return False
    if at and tokens[at - 1].low in _degrees() and tokens[at].low not in lexicon.words("credentials", "terms"):
        return True
    before = [token.low for token in tokens[max(at - _BEFORE, 0) : at]]
    counted = any(_counts_pieces(token) for token in tokens[max(at - _BEFORE, 0) : at])
    if counted and "of" in before and tokens[at].low not in lexicon.words("credentials", "terms"):
        return True
    following = [token for token in tokens[at + 1 : at + 1 + _BEFORE] if token.kind == "word"]
    return counted and any(token.low in studies or token.lemma in studies for token in following)


def _counts_pieces(token: Token) -> bool:
    """Whether a token is a number other than a year."""
    return token.low in _counts() or (token.figure is not None and token.figure.kind != "year")


@cache
def _counts() -> frozenset[str]:
    """Number words of every language."""
    return frozenset().union(*(number_words(language) for language in ("en", "de", "fr", "es")))


def _hardly_done(tokens: Sequence[Token], verbs: Sequence[bool], at: int) -> bool:
    """As "almost finished": not finished."""
    return tokens[at].low in lexicon.words("agency", "hardly") and at + 1 < len(tokens) and verbs[at + 1]


@cache
def _limiting() -> frozenset[str]:
    """Every word that a limit may begin with."""
    named = (("verbs", "until"), ("credentials", "stopping"), ("credentials", "leaving"), ("credentials", "pieces"))
    return _limit_phrases().begins.union(
        lexicon.words("agency", "hardly"),
        lexicon.words("agency", "supposing"),
        *(lexicon.words(file, name) for file, name in named),
    )


@cache
def _limit_phrases() -> Runs[str]:
    return Runs(
        (phrase.replace("-", " - ").split(), kind)
        for kind, phrases in lexicon.section("classes", "limit").items()
        for phrase in phrases
    )


@cache
def _free() -> frozenset[str]:
    """Small words of every language."""
    return frozenset().union(*lexicon.section("classes", "free").values())
