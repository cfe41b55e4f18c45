"""What kind of claim a word of a text makes, which decides how exactly the evidence must say it."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from agent.change import lexicon
from agent.change.language.compounds import split_compound
from agent.change.language.inflection import find_verbs
from agent.change.language.lemmas import Language
from agent.change.language.runs import Runs
from agent.change.language.tokens import tokenise
from agent.change.telling.marks import is_verb_at
from agent.change.telling.reading import Reading


class Claim(Enum):
    """A class of claims with the sentence that tells the person why it was refused."""

    FREE = ""
    PLAIN = "Your resume and answers do not say this."
    SKILL = "This skill or tool is not in your resume or answers."
    NAME = "This name is not in your resume or answers."
    PRAISE = "This praise is not in your resume or answers."
    SCOPE = "Your resume and answers do not say it reached this far."
    OUTCOME = "This effect is not in your resume or answers."
    RANK = "This title or rank is not in your resume or answers."
    TRADE = "Your resume and answers do not call you this."
    CREDENTIAL = "This degree, certificate or licence is not in your resume or answers."


_ADMITTED = frozenset({"progress", "basic", "learning"})
STRICT = frozenset(
    {Claim.SKILL, Claim.NAME, Claim.PRAISE, Claim.SCOPE, Claim.OUTCOME, Claim.RANK, Claim.TRADE, Claim.CREDENTIAL}
)


def classify(reading: Reading) -> list[Claim]:
    """The claim each token makes by itself; numbers and marks are free here, they are judged elsewhere."""
    skills = {k for phrase in reading.phrases if phrase.skill for k in range(phrase.first, phrase.last + 1)}
    praised = praises(reading)
    found = []
    begins = True
    for at, token in enumerate(reading.tokens):
        if token.kind in ("stop", "pause", "mark", "number"):
            found.append(Claim.FREE)
            begins = begins if token.kind == "mark" else token.kind == "stop"
            continue
        found.append(Claim.PRAISE if at in praised else _claim(reading, at, skills, begins))
        begins = False
    return found


@lru_cache(maxsize=4096)
def praises(reading: Reading) -> dict[int, str]:
    """The tokens of praise in several words ("number one"), each with the whole of it."""
    found = {}
    for at in range(len(reading.tokens)):
        for last, phrase in _praise_table().at(reading.tokens, at):
            if not (phrase.endswith(" month") and at and reading.tokens[at - 1].low in _weekdays()):
                found.update(dict.fromkeys(range(at, last + 1), phrase))
    return found


@cache
def _weekdays() -> frozenset[str]:
    """What is "of the month" without praise."""
    return lexicon.section("frequencies", "parts")["week"] | {"day", "week"}


@cache
def _praise_table() -> Runs[str]:
    return Runs(
        ([token.low for token in tokenise(phrase, "en")], phrase)
        for phrase in sorted(lexicon.words("classes", "praise_phrases", "words"))
    )


def _claim(reading: Reading, at: int, skills: set[int], begins: bool) -> Claim:
    token = reading.tokens[at]
    if token.kind == "name":
        return Claim.NAME
    if at in skills:
        return Claim.SKILL
    forms = (token.low, token.lemma)
    hyphened = compound_at(reading, at)
    bare = _bare(token.low) if reading.language == "de" else token.low
    known = not {*forms, bare, hyphened}.isdisjoint(_all_strict_words(reading.language))
    for claim, names in _strict_words(reading.language).items() if known else ():
        if (
            token.low in names
            or (token.lemma in names and claim is not Claim.PRAISE)
            or (hyphened and hyphened in names)
            or (claim is Claim.PRAISE and bare in names)
        ):
            if claim in (Claim.RANK, Claim.TRADE) and (
                is_verb_at(reading.tokens, at)
                or (at and reading.tokens[at - 1].low in lexicon.words("agency", "person") and token.low == token.lemma)
            ):
                continue
            if claim is Claim.RANK and _is_charged_to(reading, at):
                continue
            if claim is Claim.PRAISE and _is_doing(reading, at):
                continue
            if (token.low == "responsable" and not begins) or (
                token.low == "only" and (_bounds(reading, at) or _counts_few(reading, at))
            ):
                continue
            if claim is Claim.OUTCOME and token.low in (
                "result",
                "results",
                "drive",
                "driving",
                "drove",
                "performance",
                "secured",
                "promoted",
            ):
                continue
            return claim
    if reading.language == "de" and names_rank(token.low):
        return Claim.RANK
    if reading.marks[at].limits & _ADMITTED and token.low in _admissions():
        return Claim.FREE
    if token.text == "May" and reading.language == "en" and not begins:
        return Claim.NAME
    if any(form in _free(reading.language) for form in forms) or token.low in _negations() or token.low.endswith("n't"):
        return Claim.FREE
    if len(token.low) == 1 and not token.capital:
        return Claim.FREE
    if _is_name(reading, at, begins):
        return Claim.NAME
    return Claim.PLAIN


def _is_charged_to(reading: Reading, at: int) -> bool:
    """Whether "encargada de preparar" says what somebody did, not what somebody was."""
    after = reading.tokens[at + 1 : at + 3]
    charged = reading.tokens[at].low in lexicon.words("titles", "charged")
    return (
        charged
        and len(after) > 1
        and after[0].low in ("de", "d")
        and after[1].low in find_verbs(after[1].low, reading.language)[:1]
    )


def _is_doing(reading: Reading, at: int) -> bool:
    """Whether "organised", "leading" are said of what follows ("organised 28 tastings"), not of the person."""
    tokens = reading.tokens
    if tokens[at].low not in lexicon.words("granting", "doing", "words") or at + 1 >= len(tokens):
        return False
    before, after = tokens[at - 1] if at else None, tokens[at + 1]
    begins = before is None or before.kind in ("stop", "pause", "mark") or before.low in ("and", "i", "have", "has")
    counted = after.kind == "number" or after.low in lexicon.words("agency", "determiners") or at + 1 in reading.numbers
    plural = after.kind == "word" and after.low.endswith("s") and after.lemma != after.low
    return begins and (counted or plural)


@lru_cache(maxsize=50_000)
def names_rank(word: str) -> bool:
    """Whether a German compound ends in a rank ("Kassenleitung")."""
    ranks = lexicon.words("titles", "ranks", "de")
    return any(right in ranks for _, right in split_compound(word)[:1])


@cache
def _admissions() -> frozenset[str]:
    """The words that say of something that it is not finished, basic, or still being learnt."""
    limits = lexicon.section("classes", "limit")
    return frozenset(word for kind in _ADMITTED for phrase in limits[kind] for word in phrase.split())


@lru_cache(maxsize=20_000)
def _bare(word: str) -> str:
    """A German adjective without its ending."""
    return next((word.removesuffix(end) for end in ("en", "em", "er", "es", "e") if word.endswith(end)), word)


def _bounds(reading: Reading, at: int) -> bool:
    """Whether "only" bounds what stands before it ("keyboard-only", "on Fridays only") rather than praising what follows."""
    before, after = reading.tokens[at - 1 : at], reading.tokens[at + 1 : at + 2]
    return bool(at and before[0].text == "-") or not after or after[0].kind in ("stop", "pause")


def _counts_few(reading: Reading, at: int) -> bool:
    """As in "only one had to be redone": a small number, not a boast ("the only one")."""
    before = reading.tokens[at - 1].low if at else ""
    return at + 1 in reading.numbers and before not in lexicon.words("agency", "determiners")


def compound_at(reading: Reading, at: int) -> str:
    """The word with hyphen that begins at a token ("award-winning"), or empty."""
    tokens = reading.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].low != "-":
        return ""
    return f"{tokens[at].low}-{tokens[at + 2].low}"


def _is_name(reading: Reading, at: int, begins: bool) -> bool:
    token = reading.tokens[at]
    if _is_mixed(token.text) and not (token.text.isupper() and _shouted(reading)):
        return True
    return reading.language != "de" and token.capital and not begins


def _is_mixed(word: str) -> bool:
    """Capitals or digits inside a word: "iOS", "NDA", "k6"."""
    return any(letter.isupper() or letter.isdigit() for letter in word[1:]) or word[0].isdigit()


@lru_cache(maxsize=4096)
def _shouted(reading: Reading) -> bool:
    """Whether a text is written in capitals."""
    words = [token.text for token in reading.tokens if token.kind == "word"]
    return sum(word.isupper() for word in words) > len(words) / 2


@cache
def _strict_words(language: Language) -> dict[Claim, frozenset[str]]:
    return {
        Claim.PRAISE: lexicon.words("classes", "praise", language),
        Claim.SCOPE: lexicon.words("classes", "scope", language),
        Claim.RANK: lexicon.words("titles", "ranks", language),
        Claim.TRADE: lexicon.words("titles", "trades", language),
        Claim.CREDENTIAL: lexicon.words("credentials", "words", language),
        Claim.OUTCOME: lexicon.words("classes", "outcome", language),
    }


@cache
def _all_strict_words(language: Language) -> frozenset[str]:
    return frozenset().union(*_strict_words(language).values())


@cache
def _free(language: Language) -> frozenset[str]:
    return lexicon.words("classes", "free", language)


@cache
def _negations() -> frozenset[str]:
    return frozenset().union(*lexicon.section("classes", "negation").values())
