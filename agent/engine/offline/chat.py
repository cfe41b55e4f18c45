"""A chat message read by rules: what it asks for, on which line, in whose words; and what needs a model, said plainly."""

from __future__ import annotations

import re

from agent.engine.offline.answers import role_of_year, tells_itself
from agent.engine.offline.commands import (
    QUOTED,
    Command,
    agrees,
    first_only,
    ordinals,
    part,
    parts,
    politely_cut,
    quoted,
    read_command,
    split_wording,
)
from agent.engine.offline.deciding import decide, explain, single_open, tell_status, undo
from agent.engine.offline.finding import Found, find_entry_named, find_line, find_section
from agent.engine.offline.lexicon import known, reply
from agent.engine.offline.shorten import tighten
from agent.engine.offline.style import restyle
from agent.engine.offline.vocabulary import skill_named, uses
from agent.engine.port import Conversation, Instruction
from agent.resume.lines import addresses
from agent.resume.model import Resume

_INTO = re.compile(
    r"\s+(?:to|into|in|under|on|at|for|bei|zu[rm]?|unter|in die|à|dans|chez|sous|aux?|en|a|al|bajo)\s+"
    r"(?:the |my |de[nmr] |die |das |meine[nrm]? |les? |la |mes |mon |las? |los |el |mis? )*(?=[^\"“”]{2,60}$)",
    re.IGNORECASE,
)


def understand(message: str, conversation: Conversation) -> Instruction:
    """What the message asks for; `unknown` comes with a reply that says what is understood."""
    text = politely_cut(message)
    bare = agrees(text)
    if bare is not None:
        change_id = single_open(conversation)
        if change_id:
            kind = "accept" if bare else "reject"
            said = reply(conversation.language, "accepted" if bare else "rejected")
            return Instruction(kind=kind, change_ids=[change_id], reply=said)
        return _unknown(message, conversation.language)
    if part("thanks", text):
        return Instruction(kind="unknown", target=message, reply=reply(conversation.language, "welcome"))
    command = read_command(message, conversation.language)
    if command is None:
        return _unknown(message, conversation.language)
    command, left = first_only(command)
    heard = _heard(command, text, conversation)
    if left and heard.kind != "unknown":
        return heard.model_copy(update={"reply": heard.reply + reply(command.language, "one_at_a_time", rest=left)})
    return heard


def _heard(command: Command, text: str, conversation: Conversation) -> Instruction:
    match command.kind:
        case "accept" | "reject":
            return decide(command, conversation)
        case "undo":
            return undo(command, conversation)
        case "why":
            return explain(command, conversation)
        case "status":
            return tell_status(command, conversation)
        case "letter":
            return Instruction(kind="letter", reply=reply(command.language, "letter"))
        case "tailor":
            return Instruction(kind="tailor", target=command.rest, reply=reply(command.language, "tailor"))
        case "fact":
            return _fact(text, text, command.language, conversation.resume)
        case "shorten":
            return _shorten(command, conversation)
        case "emphasise":
            return _emphasise(command, conversation)
        case "move":
            return _move(command, conversation)
        case "reword":
            return _reword(command, conversation)
        case "remove":
            return _remove(command, conversation)
        case _:
            return _add(command, conversation)


def _fact(text: str, said: str, language: str, resume: Resume) -> Instruction:
    """The person's own word; where it tells of work and names no role, the reply asks for one."""
    entry = find_entry_named(said, resume) or role_of_year(resume, said)
    if entry or tells_itself(text) or not resume.work:
        return Instruction(kind="fact", text=text, line_id=entry.id if entry else "", reply=reply(language, "fact"))
    roles = ", ".join(role.employer or role.position for role in resume.work[:4])
    line = restyle(text, past=False, language=language, full_stop=False)
    return Instruction(kind="fact", text=text, reply=reply(language, "fact_where", text=line, choices=roles))


def _shorten(command: Command, conversation: Conversation) -> Instruction:
    done = reply(command.language, "done")
    if part("whole", command.rest) and not conversation.context:
        return Instruction(kind="shorten", target=command.rest, reply=done)
    found = _find(command.rest, conversation)
    section = find_section(command.rest, conversation.resume)
    if not found.id and section:
        found = Found(section)
    line = next((each for each in addresses(conversation.resume) if each.id == found.id), None)
    if line and line.kind != "header" and tighten(line.text, conversation.language) == line.text:
        return Instruction(kind="unknown", target=line.text, reply=reply(command.language, "short_already"))
    return _on(command, "shorten", found, conversation)


def _emphasise(command: Command, conversation: Conversation) -> Instruction:
    term = re.sub(
        r"^(?:my|the|mein\w*|die|den|das|mon|ma|mes|les?|la|mis?|el|los|las)\s+|\s+(?:more|stärker|hervor|heraus|davantage|más)$",
        "",
        command.rest,
    )
    term = re.sub(
        r"\s+(?:experience|skills?|work|background|knowledge|erfahrung|kenntnisse|expérience|experiencia)$",
        "",
        term,
        flags=re.IGNORECASE,
    )
    term = (quoted(term) or [term])[0].strip()
    term = re.sub(
        r"^(?:expérience (?:en|de|avec)|experiencia (?:en|con)|erfahrung (?:mit|in))\s+", "", term, flags=re.IGNORECASE
    )
    if not term:
        return _unknown(command.rest, command.language)
    if not any(uses(each.text, term) for each in addresses(conversation.resume)):
        return Instruction(kind="unknown", target=term, reply=reply(command.language, "not_shown", target=term))
    return Instruction(kind="emphasise", target=term, reply=reply(command.language, "done"))


def _move(command: Command, conversation: Conversation) -> Instruction:
    where, target = "", command.rest
    for name in ("top", "bottom", "up", "down"):
        spots = [
            spot for spot in parts(name, command.rest) if not part("bullet", command.rest[spot.end() : spot.end() + 12])
        ]
        if spots:
            where = name
            target = (command.rest[: spots[-1].start()] + command.rest[spots[-1].end() :]).strip(" ,")
            break
    for text, place in _split_places(command.rest) if not where else ():
        entry = find_entry_named(place, conversation.resume)
        if entry and not where:
            where, target = entry.id, text
    section = find_section(target, conversation.resume)
    found = (
        Found(section) if section in conversation.resume.order and not quoted(target) else _find(target, conversation)
    )
    return _on(command, "move", found, conversation, text=where or "up")


def _reword(command: Command, conversation: Conversation) -> Instruction:
    target, text = split_wording(command.rest, command.language)
    if not text:
        shown = f"“{target}”" if target else "“…”"
        return Instruction(kind="unknown", target=target, reply=reply(command.language, "needs_words", target=shown))
    found = _find(target, conversation)
    line = next((each for each in addresses(conversation.resume) if each.id == found.id), None)
    words = (quoted(target) or [target])[0]
    if (
        line
        and words
        and len(words) < 0.7 * len(line.text)
        and (spot := re.search(re.escape(words), line.text, re.IGNORECASE))
    ):
        text = line.text[: spot.start()] + text + line.text[spot.end() :]
    elif line and line.text.endswith(".") and not text.endswith((".", "!", "?")):
        text += "."
    if found.id == "basics.label":
        return Instruction(kind="unknown", target=target, text=text, reply=reply(command.language, "fixed"))
    return _on(command, "reword", found, conversation, text=text, target=target)


def _remove(command: Command, conversation: Conversation) -> Instruction:
    if part("change", command.rest) and (ordinals(command.rest) or part("all", command.rest)):
        return decide(command._replace(kind="reject"), conversation)
    target = re.sub(r"^(?:the |my |a |line |bullet |about |that )+", "", command.rest, flags=re.IGNORECASE)
    target = re.sub(
        r"\s+from (?:my |the )?(?:skills?|resume|cv|list|languages|interests).*$", "", target, flags=re.IGNORECASE
    )
    found = _find(command.rest, conversation)
    if not found.id:
        found = _find(target, conversation) if target != command.rest else found
    return _on(command, "remove", found, conversation, target=(quoted(target) or [target])[0])


def _add(command: Command, conversation: Conversation) -> Instruction:
    resume, language = conversation.resume, command.language
    given = quoted(command.rest)
    text, holder = next(
        ((text, held) for text, place in _split_places(command.rest) if (held := _holder(place, resume))),
        (command.rest, ""),
    )
    text = given[0] if given else text
    text = re.sub(
        r"^(?:that |dass |que |qu'|the (?:line|bullet|skill) |a (?:line|bullet) (?:saying|that says) )",
        "",
        text,
        flags=re.IGNORECASE,
    ).strip(" :,")
    if re.match(r"(?:i |my |ich |j'|je |yo )", text, re.IGNORECASE):
        return _fact(text, command.rest, language, resume)
    if not given and (not text or part("ask_model", text)):
        place = _first(resume)
        return Instruction(kind="unknown", target=text, reply=reply(language, "needs_text", place=place))
    if not holder and given:
        outside = QUOTED.sub(" ", command.rest)
        holder = "summary" if part("summary_word", outside) else _holder(outside, resume)
    if not holder:
        holder = _home(text, resume) if not given or skill_named(text) else _only_role(resume)
    if not holder:
        roles = ", ".join(work.employer or work.position for work in resume.work[:4])
        said = reply(language, "which_role", choices=roles, text=text, first=_first(resume))
        return Instruction(kind="unknown", target=text, text=text, reply=said)
    return Instruction(kind="add", target=text, text=text, line_id=holder, reply=reply(language, "done"))


def _split_places(rest: str) -> list[tuple[str, str]]:
    """What stands before and after each word such as "to" or "under", the last first."""
    return [(rest[: match.start()], rest[match.end() :]) for match in _INTO.finditer(rest)][::-1]


def _holder(place: str, resume: Resume) -> str:
    """The entry or section a place names."""
    section = find_section(place, resume)
    entry = find_entry_named(place, resume)
    if entry and section not in {"skills", "languages", "certificates", "interests", "summary"}:
        return entry.id
    if section in {"work", "education", "projects"}:
        held = getattr(resume, section)
        return held[0].id if len(held) == 1 else ""
    return section


def _home(text: str, resume: Resume) -> str:
    """Where a text without a place goes: a skill among the skills, a sentence into the only role."""
    if (
        skill_named(text)
        or (len(text.split()) <= 3 and text[:1].isupper())
        or all(skill_named(each.strip()) for each in text.split(","))
    ):
        return "skills"
    return _only_role(resume)


def _only_role(resume: Resume) -> str:
    return resume.work[0].id if len(resume.work) == 1 else ""


def _first(resume: Resume) -> str:
    return resume.work[0].employer or resume.work[0].position if resume.work else "…"


def _find(target: str, conversation: Conversation) -> Found:
    """The line named, or that of the change or line the message was sent with."""
    held = next(
        (change.line_id for change in conversation.changes if change.id == conversation.context), conversation.context
    )
    known_ids = {each.id for each in addresses(conversation.resume)}
    if held in known_ids and (not target or part("whole", target)):
        return Found(held)
    return find_line(target, conversation.resume)


def _on(
    command: Command, kind: str, found: Found, conversation: Conversation, *, text: str = "", target: str = ""
) -> Instruction:
    """The instruction on the line that was found, or the question which one is meant."""
    target = target or command.rest
    if found.choices:
        said = reply(command.language, "which_line", choices="; ".join(found.choices))
        return Instruction(kind="unknown", target=target, text=text, reply=said)
    if not found.id:
        return Instruction(
            kind="unknown", target=target, text=text, reply=reply(command.language, "no_line", target=target)
        )
    header = next(
        (each for each in addresses(conversation.resume) if each.id == found.id and each.kind == "header"), None
    )
    if header and kind in {"remove", "reword", "move"}:
        return Instruction(kind="unknown", target=target, text=text, reply=reply(command.language, "fixed"))
    done = reply(command.language, "done")
    return Instruction(kind=kind, target=target, text=text, line_id=found.id, reply=done)


def _unknown(message: str, language: str) -> Instruction:
    return Instruction(kind="unknown", target=message, reply=reply(known(language), "help"))
