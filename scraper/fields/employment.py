"""Kinds of employment in schema.org's words, from the words of several languages."""

import re
from typing import Any

KNOWN = ("FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER")
_PATTERNS = {
    "INTERN": r"intern(?:ship)?s?|co-?op|praktik(?:um|a|ant\w*)|werkstudent\w*|working student|stag(?:e|es|iaire|iaires|ista|isti)"
    r"|becari[oa]s?|pr[aá]cticas|pr[aà]ctiques|est[aá]gi[oa]\w*|tirocinio|stagiair|sta[zż]\w*|praktyk\w*|praktikant\w*|alternance"
    r"|alternant\w*|trainee(?:ship)?|apprentice(?:ship)?|ausbildung|azubi|lehrling|aprendi[zc]\w*|harjoittelu\w*|インターン\w*|实习|實習"
    r"|стажировка|стажер|staj",
    "PART_TIME": r"part[\s_-]?time|parttimer?|teilzeit\w*|temps[\s-]partiel|mi-temps|tiempo[\s-]parcial|media jornada|jornada parcial|temps parcial"
    r"|medio tiempo|meio[\s-]per[ií]odo|tempo[\s-]parcial|deeltijds?|niepe[lł]ny etat|cz[eę][sś][cć] etatu|pó[lł] etatu|1/2 etatu|deltid\w*"
    r"|osa-aikai\w*|[cč][aá]ste[cč]n[yý] [uú]vazek|zkr[aá]cen[yý] [uú]vazek|r[eé]szmunkaid\w*|norm[aă] par[tț]ial[aă]|yar[ıi] zamanl[ıi]|yari zamanli"
    r"|パート\w*|アルバイト|兼职|兼職|неполн\w+ (?:рабоч\w+|занятост\w+)|частичная занятость|minijob|geringf[uü]gig\w*",
    "FULL_TIME": r"full[\s_-]?time|fulltimer?|vollzeit\w*|temps[\s-]plein|temps[\s-]complet|tiempo[\s-]completo|jornada[\s-]completa|jornada complerta"
    r"|tempo[\s-]pieno|full time|tempo[\s-]integral|per[ií]odo integral|voltijds?|pe[lł]ny etat|pe[lł]en etat|pe[lł]ny wymiar\w*|1/1 etat\w*"
    r"|heltid\w*|fuldtid\w*|fulltid\w*|ft|kokoaikai\w*|pln[yý] [uú]vazek|hlavn[ií] pracovn[ií] pom[eě]r|hpp|teljes munkaid\w*|norm[aă] [iî]ntreag[aă]|full-time|tam zamanl[ıi]"
    r"|正社員|フルタイム|全职|全職|正社员|полная занятость|полный (?:рабочий )?день|повна зайнятість|πλήρης απασχόληση|정규직|דוא משרה מלאה|משרה מלאה|دوام كامل"
    r"|uop",
    "CONTRACTOR": r"contract(?:or|ors|ing)?|contract[\s-]to[\s-]hire|freelanc\w*|independent|self[\s-]employed|b2b|1099|corp[\s-]to[\s-]corp|c2c"
    r"|selbstst[aä]ndig\w*|freiberuf\w*|ind[eé]pendant|aut[oó]nomo|aut[oó]nom|aut[ôo]nomo|libero professionista|partita iva|zzp\w*|umowa zlecenie|umowa zlecenia"
    r"|kontrakt b2b|konsult(?:uppdrag)?|pj|業務委託|фриланс|договор гпх",
    "TEMPORARY": r"temp(?:orary)?|fixed[\s-]?term(?: contract)?|seasonal|befristet\w*|zeitarbeit|aushilfe\w*|saison\w*|int[eé]rim\w*|cdd|contrat [aà] dur[eé]e d[eé]termin[eé]e"
    r"|temporal|temporair[e]?|tempor[aá]ri[oa]|tempo determinato|contratto a termine|tijdelijk\w*|uitzend\w*|umowa na czas okre[sś]lony|czasow[ay]"
    r"|visstid\w*|vikariat\w*|midlertidig\w*|tidsbegr[aä]nsad\w*|m[aä]{2}r[aä]aikai\w*|doba ur[cč]it[aá]|hat[aá]rozott idej[uű]|契約社員|派遣\w*|临时|臨時|временн\w+",
    "VOLUNTEER": r"volunteer(?:ing)?|ehrenamt\w*|b[eé]n[eé]vol\w*|voluntari\w*|volontari\w*|vrijwillig\w*|wolontariat|frivillig\w*",
    "PER_DIEM": r"per[\s_-]?diem",
}
PATTERNS = {name: re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) for name, pattern in _PATTERNS.items()}
PERMANENT = re.compile(
    r"(?<!\w)(?:permanent\w*|unbefristet\w*|festanstellung|cdi|indefinid[oa]|indefinit|contrat [aà] dur[eé]e ind[eé]termin[eé]e|tempo indeterminato"
    r"|umowa o prac[eę]|fast stilling|fast ans[aæ]ttelse|fast|tillsvidare\w*|vakituinen|clt|regular(?: employee)?|vaste? (?:baan|contract|dienst\w*)|onbepaalde tijd)(?!\w)",
    re.IGNORECASE,
)
LONGEST = 80
SENTENCE = re.compile(
    r"\b(full[\s-]time|part[\s-]time|temporary|contract|fixed[\s-]term|seasonal|freelance)(?:,? (?:permanent|regular|exempt|salaried|hourly|remote|hybrid|on-?site|in-office|w-?2))* (?:position|role|job|employment|opportunity|contract|employee|vacancy)\b"
    r"|(?:\b(?:position|role|job|post) is (?:a )?|\band is |employment type: |job type: |\bin |\ben |\ben contrat |\ba |\bem |\bpå |na )(full[\s-]time|part[\s-]time|vollzeit|teilzeit|cdi\b|cdd\b|jornada completa|media jornada|tiempo completo|tempo pieno|tempo integral|pełny etat|heltid|deltid|fuldtid)",
    re.IGNORECASE,
)
STAGE = re.compile(r"\bstage\b", re.IGNORECASE)
NEGATED = re.compile(r"non[\s-](?:temporary|contract)|no contract", re.IGNORECASE)


def read_employment(value: Any) -> str:
    """One or several of KNOWN joined by ", ", from a word, a list of words or an object with a name; "" for others.

    "Permanent" alone counts as full time, beside "part time" it only says how long.
    """
    kinds: list[str] = []
    permanent = False
    for word in _words(value):
        if PERMANENT.search(word):
            permanent = True
        kinds.extend(_types(word))
    kinds = list(dict.fromkeys(kinds))
    if not kinds and permanent:
        return "FULL_TIME"
    return ", ".join(each for each in KNOWN if each in kinds and (each != "OTHER" or len(kinds) == 1))


def employment_in(title: str, text: str = "") -> str:
    """What a title ("Nurse, part-time") or a sentence ("this is a full-time position") says in passing."""
    told = [kind for kind in ("FULL_TIME", "PART_TIME", "INTERN") if PATTERNS[kind].search(title)]
    if not told:
        told = [kind for found in SENTENCE.finditer(text) for kind in _types(found[1] or found[2])]
    return ", ".join(each for each in KNOWN if each in told)


def _types(word: str) -> list[str]:
    plain = re.sub(r"([a-z])([A-Z])", r"\1 \2", word).strip()
    upper = re.sub(r"[\s-]+", "_", plain).upper()
    if upper in KNOWN:
        return [upper]
    if len(plain) > LONGEST:
        return []
    plain = NEGATED.sub(" ", plain.replace("_", " "))
    kinds = [name for name, pattern in PATTERNS.items() if pattern.search(plain)]
    if "INTERN" in kinds and len(kinds) > 1 and STAGE.search(plain) and "intern" not in plain.lower():
        kinds.remove("INTERN")
    return kinds


def _words(value: Any) -> list[str]:
    if isinstance(value, str):
        return [part for part in re.split(r"[,;|·•+]| / | & ", value) if part.strip()]
    if isinstance(value, dict):
        named = (value.get(key) for key in ("label", "name", "displayName", "title", "text", "value", "id"))
        return [word for each in named if isinstance(each, str) for word in _words(each)]
    if isinstance(value, list):
        return [word for each in value[:12] for word in _words(each)]
    return []
