"""Which statements of a posting ask something of the person, and how much it matters."""

from __future__ import annotations

import re
from itertools import groupby

from agent.change.lexicon import nouns, stands_for
from agent.job.lexicon import cue
from agent.job.model import Priority
from agent.job.sections import SectionKind, Statement
from agent.job.wording import is_negated, verbs
from agent.job.words import fold, words

MONEY = re.compile(r"[$€£]\s?\d|\d\s?(?:[$€£]|eur\b|usd\b|gbp\b|chf\b)|\d{2}k\b")
OF_EMPLOYER = re.compile(
    r"^(?:we|our|wir|unser|unsere|nous|notre|nos|nuestro|nuestra|nuestros|nuestras|somos|trip|free|paid(?! (?:search|social|media|ads?|advertis\w+|campaigns?|acquisition|marketing)\b))\b"
)
ASKING_WE = re.compile(
    r"^(?:we|nous|wir)\b.{0,12}\b(?:ask|need|want|look|looking|expect|require|seek|prefer|value|love|would|recherchons|demandons|cherchons"
    r"|attendons|suchen|erwarten|brauchen|wünschen|setzen|cannot do|(?:drug |alcohol |background )?(?:test|screen|check|verify))\b"
)
OF_PERSON = re.compile(
    r"\b(?:you|candidates?|applicants?|someone|somebody|sie|du|bewerber\w*|vous|tu|candidat\w*|usted|person)\b"
)
OF_BUSINESS = re.compile(
    r"^(?!you\b|the (?:right|ideal|successful)|candidates?\b|applicants?\b)(?:the |our )?\S+(?: \S+){0,3}? (?:makes|sells|runs|builds|operates|serves|publishes|supplies|provides|helps|produces|designs|insures|delivers|repairs|looks after|rents|feeds|visits|lends|roasts|houses|teaches|brews|bakes|owns|grows|imports|ships)\b"
    r"|\b(?:will hear from us|will not be happy here|won't be happy here|will be happy here|by the end you)\b"
)
"""A sentence with the firm or its reason for a subject: "Copper Kettle makes boilers you can hear from afar"."""
NAMED_BUSINESS = re.compile(r"^(?:The )?(?:[A-ZÀ-Ý][\w'’&.-]*\s+(?:(?:&|and|of)\s+)?){1,4}(?P<does>[a-z]+s)\b")
"""A sentence that a name opens and a deed in the third person follows: "Copper Kettle mends boilers"."""
DEMANDING = frozenset(
    ("requires", "includes", "involves", "needs", "asks", "means", "demands", "calls", "expects", "seeks", "wants")
)
US_TELLING = re.compile(
    r"^(?:(?:and|but|so|in|last|this|every|each|on|since|from|today|now|most|at|with|for|of)\b[^,;:]{0,40}?,? )?we\b(?! (?:\w+ ){0,2}(?:ask|need|want|look|looking|expect|require|seek|prefer|value|love|like|test|screen|check|verify|cannot do)\b)"
)
"""What the employer tells of itself, whatever opens the sentence: "last summer we were named supplier of the year"."""
OWN_WISH = re.compile(
    r"\b(?:we|wir|nous) (?:also |now |still )?(?:want|need|hope|plan|aim|mean|intend|would like|would love|like|love|try|wollen|möchten|voulons|souhaitons) (?:to (?!see|find|hire|have|hear|know|meet|welcome)|continuer|weiter)"
)
"""What the employer means to do itself: "and we want to go on in that direction"."""
SPOKEN_TO = re.compile(
    r"^(?:please\b|tell us\b|ask us\b|let us know\b|(?:your )?applications?\b(?!.{0,40}\b(?:must|require)))"
)
"""How to apply, said to the reader."""
REASON = re.compile(
    r"^(?:because|since (?!\d)|as we\b|as (?:our|the|these|this|all|most|some|many)\b(?!.*\byou\b).{2,50}\b(?:is|are|has|have|do|does|works?|needs?|comes?|goes?|runs?|belongs?)\b|weil|da (?:wir|unsere)|parce que|puisque|porque|ya que)\b"
    r"|^(?:before|after|when|once|as soon as) (?:you|we|your first) \w+$|^(?:before|after) (?:joining|starting|hiring|your start|an offer)$"
)
QUOTA = re.compile(
    r"\b(?:quota|budget|target|portfolio|p&l|turnover|revenue|sales of|accounts? worth|deals?|grants?|umsatz|chiffre)\b"
)
ARRANGED = re.compile(r"\b(?:can be|may be|are arranged|is possible|möglich|sont possibles|posibles?)\b")
BARE_TERMS = re.compile(
    r"^(?:full|part)[ -]time(?:,? permanent)?$|^permanent$|^(?:vollzeit|teilzeit|cdi|cdd|jornada completa|temps plein|unbefristet)$"
)
LONGEST_BARE = 5
"""Words of a sentence that only names a condition: "Pre-employment drug screen."."""
OFFERED = re.compile(
    r"\b(?:available|offered|provided|included|we sponsor|we help|support is|help with|can be arranged|paid for|reimbursed|cover the)\b"
)
TRIED = re.compile(
    r"\b(?:applicants|candidates|finalists|you)\b.{0,20}\bwill be asked to (?!provide|undergo|pass|consent|submit|show|bring|sign|take a (?:drug|medical)|complete a (?:background|drug|health|medical|criminal))"
)
"""A task of the day of the interview."""
UNSPONSORED = re.compile(
    r"^(?:please note(?: that)?:? )?(?:visa |immigration |employment |work visa )*sponsorship (?:is|are|will) (?:not|unavailable|never)\b|^no (?:visa |immigration )*sponsorship\b"
)
"""Says by what is not given that the right to work must be there."""
ELLIPTICAL = re.compile(r"^(?:if|wenn|falls|si)\b")


def resolve(statements: list[Statement]) -> list[Statement]:
    """Statements under a heading that nobody could foresee get the kind that their wording and place show."""
    done: list[Statement] = []
    before: SectionKind = "head"
    for (kind, _), group in groupby(statements, key=lambda each: (each.kind, each.heading)):
        rows = list(group)
        if kind == "unknown":
            shown = guess([row.text for row in rows], before)
            rows = [Statement(row.text, shown, row.heading, listed=row.listed) for row in rows]
        if rows and rows[0].kind != "prose":
            before = rows[0].kind
        done += rows
    return done


def guess(texts: list[str], before: SectionKind) -> SectionKind:
    folded = [fold(text) for text in texts]
    perks = sum(bool(cue("benefit").search(each) or MONEY.search(each) or OF_EMPLOYER.search(each)) for each in folded)
    if perks * 3 >= len(folded) or any(cue("legal").search(each) for each in folded):
        return "benefits"
    asked = sum(bool(cue("required").search(each)) for each in folded)
    firsts = [(words(each) or [""])[0] for each in folded]
    tasks = sum(
        first in verbs() or (first.endswith("s") and first[:-1] in verbs()) or bool(cue("duty").search(each))
        for first, each in zip(firsts, folded, strict=True)
    )
    if tasks * 2 > len(folded) and before in {"head", "company", "unknown"}:
        return "duties"
    if before in {"required", "preferred"} and not asked:
        return "preferred"
    if before in {"head", "company", "duties"} or asked:
        return "required" if before != "benefits" else "prose"
    return "prose"


def is_asked(statement: Statement) -> bool:
    """Whether the statement asks something of the person."""
    folded = fold(statement.text)
    if cue("applying").search(folded) and statement.kind not in {"duties", "required", "preferred"}:
        return False
    if UNSPONSORED.search(folded):
        return True
    if TRIED.search(folded) and not (statement.listed and statement.kind == "duties"):
        return False
    if is_negated(statement.text) or is_legal(statement, folded) or (folded.endswith("?") and not statement.listed):
        return False
    bare = len(words(folded)) <= LONGEST_BARE
    condition = bool(
        cue("condition").search(folded) and (bare or cue("obligation").search(folded))
    ) and not OFFERED.search(folded)
    match statement.kind:
        case "benefits" | "legal":
            return condition and not MONEY.search(folded)
        case "company" | "process":
            return (condition or is_demand(folded)) and not statement.listed and not is_perk(folded)
        case "required" | "preferred":
            return is_listed_demand(folded) if statement.listed else not is_told(folded)
        case "duties":
            task = statement.listed and (words(folded) or [""])[0] in verbs()
            return (task or not is_perk(folded)) and (statement.listed or is_task(folded))
        case "head" | "unknown":
            return False
        case "prose":
            return condition or (is_sought(folded) and not is_told(folded) and not is_of_business(statement.text))


def is_legal(statement: Statement, folded: str) -> bool:
    """A sentence of law; in a list of what is asked a few words that name a rule ("I-9 and E-Verify") ask for its practice."""
    asked = statement.listed and statement.kind in {"required", "preferred"} and len(words(folded)) <= LONGEST_BARE
    return bool(cue("legal").search(folded)) and not asked and not OF_RIGHT.search(folded)


OF_RIGHT = re.compile(
    r"\b(?:must|have to|need to|required to)\b.{0,30}\b(?:authori[sz]ed|eligible|entitled|permitted|allowed|right) to work\b"
)
"""What is asked of everybody though it stands among the sentences of law."""


def is_asking_part(text: str) -> bool:
    """Whether a part of an asking statement asks itself: "we are unable to sponsor visas" only explains."""
    folded = fold(text)
    if UNSPONSORED.search(folded):
        return True
    return (
        is_listed_demand(folded)
        and not REASON.search(folded)
        and not BARE_TERMS.search(folded)
        and not is_negated(text)
    )


def priority_of(text: str, statement: Statement) -> Priority:
    folded = fold(text)
    whole = fold(statement.text)
    if statement.kind == "preferred":
        return "preferred"
    found = cue("preferred").search(folded)
    if found and not statement.listed:
        return "preferred"
    if found and (found.start() < 3 or found.end() > len(folded) - 3):
        return "preferred"
    if not found and (wide := cue("preferred").search(whole)) and len(whole) < len(folded) + 40:
        return "preferred" if wide.start() < 3 or wide.end() > len(whole) - 3 else "required"
    return "required"


def is_listed_demand(folded: str) -> bool:
    return not OF_EMPLOYER.search(folded) or bool(ASKING_WE.search(folded))


def is_demand(folded: str) -> bool:
    """A sentence that asks although it stands under a heading about something else."""
    return bool(
        re.search(
            r"\b(?:you|candidates|applicants|bewerber|vous|sie)\s+(?:must|need|have to|will need|müssen|devez|benötigen)\b",
            folded,
        )
        or re.search(
            r"\b(?:debe|debes|imprescindible|zwingend|obligatoire|is required|are required|is essential)\b", folded
        )
    ) and not cue("process").search(folded)


def is_told(folded: str) -> bool:
    """Prose that tells of the employer, the pay or the way to apply."""
    if ASKING_WE.search(folded):
        return False
    if is_perk(folded) or ELLIPTICAL.search(folded):
        return True
    if OF_BUSINESS.search(folded):
        return True
    asked = cue("required").search(folded) or cue("preferred").search(folded) or is_told_to_do(folded)
    if cue("process").search(folded) and not (asked and OF_PERSON.search(folded)):
        return True
    if OF_EMPLOYER.search(folded):
        return True
    return bool(cue("company").search(folded) and not asked and not cue("duty").search(folded))


def is_of_business(text: str) -> bool:
    """Prose that tells what a firm does or how to apply, though a word of it might ask."""
    folded = fold(text)
    if US_TELLING.search(folded) or SPOKEN_TO.search(folded):
        return True
    if OWN_WISH.search(folded) and not OF_PERSON.search(folded):
        return True
    named = NAMED_BUSINESS.match(text)
    does = named.group("does") if named else ""
    stems = {does[:-1], does.removesuffix("es")}
    return does not in DEMANDING and any(
        each in verbs() or (each in stands_for() and each not in nouns()) for each in stems
    )


def is_told_to_do(folded: str) -> bool:
    """What the person does, though no word asks for it: "You plan and run interviews"."""
    split = words(folded)
    return split[:1] == ["you"] and len(split) > 2 and (split[1] in verbs() or split[2] in verbs())


def is_perk(folded: str) -> bool:
    """Pay and benefits; a sum that is a quota or a budget to be handled is none."""
    if cue("benefit").search(folded):
        return True
    return bool(MONEY.search(folded)) and not QUOTA.search(folded)


def is_task(folded: str) -> bool:
    """Prose under a heading of duties: "You will lead eight agents", "Lead eight agents", "three night shifts a week"."""
    first = (words(folded) or [""])[0]
    if OF_EMPLOYER.search(folded):
        return False
    return bool(
        cue("duty").search(folded)
        or cue("required").search(folded)
        or cue("schedule").search(folded)
        or first in verbs()
    )


def is_sought(folded: str) -> bool:
    if any(cue(name).search(folded) for name in ("required", "preferred", "duty")):
        return True
    if is_told_to_do(folded):
        return True
    return bool(cue("schedule").search(folded) or cue("place").search(folded)) and not ARRANGED.search(folded)
