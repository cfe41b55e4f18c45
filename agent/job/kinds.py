"""What kind of thing a requirement asks for, and the numbers in it."""

from __future__ import annotations

import re
from functools import cache

from agent.job.lexicon import cue, pattern, table
from agent.job.model import RequirementKind
from agent.job.words import fold, words

NUMBERS = {
    word: value
    for value, names in enumerate(
        [
            ("half a",),
            ("one", "a", "an", "ein", "eine", "einem", "einjährige", "un", "une", "uno", "una"),
            ("two", "zwei", "zweijährige", "deux", "dos"),
            ("three", "drei", "dreijährige", "trois", "tres"),
            ("four", "vier", "quatre", "cuatro"),
            ("five", "fünf", "fünfjährige", "cinq", "cinco"),
            ("six", "sechs", "seis"),
            ("seven", "sieben", "sept", "siete"),
            ("eight", "acht", "huit", "ocho"),
            ("nine", "neun", "neuf", "nueve"),
            ("ten", "zehn", "dix", "diez"),
            ("eleven", "elf", "onze", "once"),
            ("twelve", "zwölf", "douze", "doce"),
            ("fifteen",),
            ("twenty",),
        ]
    )
    for word in names
}
NUMBERS |= {"fifteen": 15, "twenty": 20, "half a": 0}
NUMBER_WORDS = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
SPAN = re.compile(
    rf"\b(?P<number>\d{{1,2}}(?:[.,]\d)?|{NUMBER_WORDS})\s*(?:\(\d+\)\s*)?(?:\+|plus|or more|oder mehr|ou plus|o más)?"
    rf"(?:\s*(?:-|to|bis|à|a)\s*(?:\d{{1,2}}|{NUMBER_WORDS}))?\s*\+?\s*(?:or more\s+|full\s+|solid\s+|good\s+)?"
    r"(?P<unit>years?|yrs?|year's|jahren?|jahre|jährige|ans?|années?|años?|months?|monaten?|mois|meses)\b(?P<rest>.{0,40})"
)
NOT_TENURE = re.compile(
    r"^\W*(?:old|of age|jahre alt|ago|commitment|contract|warranty|degree|program|course|diploma|in a row)"
)
SOFT = pattern(
    (
        "communication", "communicate", "interpersonal", "teamwork", "team player", "team spirit", "attention to detail", "detail-oriented",
        "organised", "organized", "organisational", "organizational", "self-motivated", "self-starter", "proactive", "reliable", "reliability",
        "punctual", "patience", "patient manner", "calm", "empathy", "empathetic", "curious", "curiosity", "flexible", "flexibility", "adaptable",
        "problem-solving", "problem solving", "critical thinking", "time management", "multitask", "multi-task", "presentation skills", "friendly",
        "positive attitude", "work ethic", "independently", "initiative", "creativity", "creative thinking", "sense of humour", "sense of humor", "resilience",
        "resilient", "discretion", "confidentiality", "integrity", "listening", "fast learner", "quick learner", "eager to learn", "stamina", "tact",
        "teamfähigkeit", "teamfähig", "kommunikationsstark", "kommunikationsfähigkeit", "zuverlässig", "zuverlässigkeit", "belastbar", "belastbarkeit",
        "flexibilität", "eigeninitiative", "selbstständig", "selbständig", "sorgfältig", "strukturiert", "einfühlungsvermögen", "freundlich", "engagiert",
        "rigueur", "rigoureux", "rigoureuse", "autonomie", "autonome", "esprit d'équipe", "sens du service", "sens de l'organisation", "dynamique", "motivé",
        "motivée", "polyvalence", "polyvalent", "écoute", "relationnel", "ponctuel", "ponctualité", "trabajo en equipo", "proactividad", "proactivo", "proactiva",
        "responsable y", "organización", "comunicación", "empatía", "paciencia", "puntualidad", "puntual", "capacidad de", "iniciativa", "don de gentes",
    )
)  # fmt: skip
ANY_LANGUAGE = re.compile(
    r"\b(?:second|third|another|other|foreign|further|additional|zweite|weitere|autre|deuxième|segundo|otro|one more|european|asian|african|world)\s+(?:(?:community|european|asian|foreign|african|indigenous|spoken|official|modern|world)\s+)?(?:languages?|sprachen?|langues?|idiomas?)\b|\b(?:fremdsprachen?|bilingual|zweisprachig|bilingue|bilingüe)\b"
)
LICENCE = pattern(
    ("license", "licence", "licenses", "licences", "licensed", "licensure", "driving licence", "führerschein", "fahrerlaubnis", "approbation", "permis", "carné", "carnet", "licencia", "registration", "registered with", "registered professional", "professionally registered", "bar admission", "admitted to", "cdl", "pin registration", "staplerschein", "gabelstaplerschein", "habilitation", "habilitación", "colegiado", "colegiada")
)  # fmt: skip
CERTIFICATE = pattern(
    ("certification", "certifications", "certificate", "certificates", "certified", "accreditation", "accredited", "credential", "chartered", "qualified status", "zertifikat", "zertifizierung", "zertifiziert", "bescheinigung", "certificat", "certifié", "certifiée", "certification", "certificado", "certificación", "acreditación", "diplôme d'état", "ticket", "tickets", "card", "cards", "postgraduate qualification", "professional qualification", "nvq", "nachweis", "caces", "haccp certificate", "qualified teacher status", "cpr", "first aid", "acls", "bls", "pals", "osha 10", "osha 30", "cscs", "servsafe", "ccrn", "cpa", "acca", "cfa", "pmp", "prince2", "itil")
)  # fmt: skip
CLEARANCE = pattern(
    ("criminal check", "criminal checks", "criminal history", "credit record", "credit history", "sector check", "sector checks", "health screen", "tb test", "background screening", "background verification", "security clearance", "secret clearance", "top secret", "clearance", "ts/sci", "background check", "criminal record", "criminal records", "record check", "records check", "disclosure check", "conflicts check", "reference check", "references", "barring check", "vetting", "physical exam", "medical exam", "health check", "dbs", "drug test", "drug screen", "drug screening", "drug and alcohol", "alcohol test", "security check", "security checks", "screening check", "vaccination", "vaccinations", "flu shot", "immunization", "immunisation", "immunizations", "polygraph", "credit check", "führungszeugnis", "masernschutz", "sicherheitsüberprüfung", "casier judiciaire", "antecedentes penales", "certificado de delitos", "delitos", "impfnachweis", "impfung", "fingerprint", "fingerprinting", "pvg", "garda vetting", "garda vetted", "police check", "police checks", "police certificate", "police vetting", "statutory declaration", "pre-employment medical", "medical check", "medical assessment", "medical examination", "medical clearance", "occupational health", "health assessment", "health screening", "eye test", "working with children check", "wwcc", "motor vehicle record", "driving record check", "driving record", "barred list", "tb test", "tuberculosis", "reconocimiento médico", "visite médicale", "gesundheitszeugnis")
)  # fmt: skip
RIGHT = pattern(
    ("able to work in canada", "able to work in the uk", "able to work in the us", "able to work in the eu", "able to work in ireland", "able to work in australia", "able to work in new zealand", "able to work in germany", "able to work in switzerland", "able to work in south africa", "able to work in singapore", "able to work legally", "legally able to work", "right to work", "right to live and work", "entitled to live and work", "permission to live and work", "allowed to work", "leave to remain", "authorization to work", "authorisation to work", "permission to work", "entitled to work", "legally work", "legal right", "sponsorship", "work visa", "working permit", "work permit", "authorized to work", "authorised to work", "work authorization", "work authorisation", "eligible to work", "eligibility to work", "citizen", "citizenship", "visa", "arbeitserlaubnis", "aufenthaltserlaubnis", "autorisation de travail", "titre de séjour", "permiso de trabajo", "u.s. person", "us person", "u.s. persons", "us persons", "itar", "export control eligibility")
)  # fmt: skip
PHYSICAL = pattern(
    (
        "lift",
        "lifting",
        "stand for",
        "standing for",
        "carry",
        "heben",
        "porter des charges",
        "levantar",
        "physically",
        "walk",
        "climb",
        "kneel",
        "crouch",
        "pounds",
        "lbs",
        "kg",
        "on your feet",
    )
)
TRAVEL = pattern(
    (
        "travel",
        "travelling",
        "traveling",
        "reisebereitschaft",
        "dienstreisen",
        "déplacements",
        "viajar",
        "viajes",
        "disponibilidad para viajar",
    )
)


def kind_of(text: str, *, duty: bool, named: bool) -> RequirementKind:
    """`named` says that the text names a known tool or skill."""
    folded = fold(text)
    if years_in(text) is not None:
        return "years"
    if RIGHT.search(folded):
        return "location"
    if (CLEARANCE.search(folded) and not (duty and GIVES.search(folded))) or BARE_CHECK.fullmatch(folded):
        return "clearance"
    if duty and is_task(folded):
        return "responsibility"
    if (asks_language(folded) or ANY_LANGUAGE.search(folded)) and (
        not named or is_bare_language(folded) or THROUGH.search(folded)
    ):
        return "language"
    if LICENCE.search(folded) and not re.search(r"\blicence (?:in|en)\b", folded):
        return "licence"
    if asks_degree(folded) and not TEACHES.search(folded):
        return "degree"
    if CERTIFICATE.search(folded) or (HELD.search(text) and not duty):
        return "certificate"
    if is_readiness(text):
        return "responsibility"
    if not duty and cue("place").search(folded) and not named and len(folded.split()) <= 14:
        return "location"
    if duty:
        return "responsibility"
    if SOFT.search(folded) and not named:
        return "soft"
    return "tool" if named else "skill"


HELD = re.compile(
    r"^(?:[Cc]urrent|[Vv]alid|[Aa]ctive)\s(?!knowledge|experience|use|practice)(?:\S+\s)?[A-Z0-9][\w+-]*[A-Z0-9]|\b[Ii]n [Tt]raining \([A-Z]{2,5}\)$"
)
"""What is "current" and written in capitals is a card: "Current 40-hour HAZWOPER"."""
GIVES = re.compile(
    r"^(?:give|administer|provide|offer|run|perform|carry out|deliver|do|order|plan)\b.*(?:vaccin|immuni|test|screen)"
)
"""What is done to others is no check of the person."""
BARE_CHECK = re.compile(
    r"(?:an? |the )?(?:[\w-]+ ){1,3}(?:checks?|screening|vetting)|(?:an? )?(?:[\w-]+ )?(?:physical|questionnaire|medical)"
)
THROUGH = re.compile(
    r"\b(?:teach|work|write|present|negotiate|serve|consult|counsel|converse|train|advise)\w* (?:\w+ ){0,2}(?:through|in|auf|en) \w+$"
)
"""What is done in a language asks for the language: "teach through Welsh"."""


def is_task(folded: str) -> bool:
    """Whether a duty begins with what is done: to prepare certificates of origin is not to hold one."""
    first = (words(folded) or [""])[0]
    return first in deeds()


def is_readiness(text: str) -> bool:
    """Whether a text asks for a time of work, for travelling or for strength, and for nothing done in it."""
    folded = BOOKED.sub(" ", fold(text))
    if not (TRAVEL.search(folded) or PHYSICAL.search(folded) or cue("schedule").search(folded)):
        return False
    return bool(READY.search(folded)) or not DOING.search(folded)


BOOKED = re.compile(
    r"\btravel (?:arrangements?|bookings?|planning|agen\w+|industry|insurance|expenses?|coordination|logistics|management|policy|trade|sector|itinerar\w+)\b"
)
"""Travel of others."""
FULL_YEAR = re.compile(
    r"experience|^(?:'s)?\s*(?:or (?:more|so)|\+|of (?:practice|work)|working|in (?:a|an|the)\b)|^\s+(?:oder mehr|ou plus|o más)"
)
"""What makes "a year" a length asked for."""
TEACHES = re.compile(
    r"\b(?:teach\w*|offer|deliver\w*|tutor\w*|mark\w*|examin\w*|unterricht\w*|enseign\w+|enseñ\w+)\b.*\b(?:to|at|for|für|en)\b"
)
"""What is taught up to an exam is no degree held: "physics to GCSE"."""
READY = pattern(("able to", "ability to", "willing", "willingness", "available", "availability", "flexible", "flexibility", "prepared to", "comfortable", "happy to", "bereit", "bereitschaft", "reisebereitschaft", "disponible", "disponibilité", "disponibilidad", "prêt", "mobilité", "share the", "take part in", "participate in", "take turns"))  # fmt: skip
DOING = re.compile(
    r"^(?:write|build|make|prepare|draw up|create|set|publish|schedule|maintain|produce|repair|staff|answer|respond|attend|train|lead|run|manage|supervise|plan|resolve|handle|support|organi[sz]e|cover|care|coordinate|resolver|gestionar|leiten|führen|gérer|carry a|carry out|lift sales)\b"
)


def years_in(text: str) -> float | None:
    """The years of experience asked for: "5+ years", "mindestens drei Jahre", "18 months" (1.5); ages and contracts are none."""
    for match in SPAN.finditer(fold(text)):
        if NOT_TENURE.search(match.group("rest")) or re.search(
            r"(?:within|innerhalb|last|past|next|every|for)\s+$", fold(text)[: match.start()]
        ):
            continue
        raw = match.group("number").replace(",", ".")
        if raw in {"a", "an", "un", "ein"} and not FULL_YEAR.search(match.group("rest")):
            continue
        number = float(NUMBERS[raw]) if raw in NUMBERS else float(raw)
        if not 0 < number <= 30:
            continue
        return number / 12 if match.group("unit").startswith("mo") or match.group("unit") == "meses" else number
    return None


def asks_degree(folded: str) -> bool:
    return bool(pattern(tuple(table("degrees")["asks"]["words"])).search(folded) or LEVELLED.search(folded))


LEVELLED = re.compile(
    r"\b(?:qualification|diploma|nvq)\b.*\blevel \d\b|\blevel \d\b.*\b(?:qualification|diploma|nvq)\b"
)


def asks_language(folded: str) -> list[str]:
    """The spoken languages a text asks for, if asking for them is what it does and not naming a market or a course."""
    found = [name for name, names in table("languages")["names"].items() if pattern(tuple(names)).search(folded)]
    if not found or TAUGHT.search(folded):
        return []
    rest = language_words().sub(" ", folded)
    left = [word for word in re.findall(r"[^\W\d_]{3,}", rest) if word not in filler()]
    return found if len(left) <= 2 else []


TAUGHT = re.compile(
    r"\b(?:english|german|french|spanish|welsh|irish|mandarin) (?:for (?!business|work|the workplace|daily)\w|as an? (?:second|foreign|additional))"
)
"""A language as a subject to be taught: "English for nurses"."""


def is_bare_language(folded: str) -> bool:
    """Whether nothing but a language and its level is named, whatever else the level's word may mean."""
    rest = re.findall(r"[^\W\d_]{3,}", language_words().sub(" ", folded))
    return all(word in filler() for word in rest)


@cache
def deeds() -> frozenset[str]:
    """Verbs of doing; what follows a verb of having is held."""
    return frozenset(table("wording")["verbs"]) - frozenset(table("wording")["having"])


@cache
def filler() -> frozenset[str]:
    """Words that ask for a language and name none."""
    return frozenset(table("languages")["filler"]["words"])


@cache
def language_words() -> re.Pattern[str]:
    names = [name for names in table("languages")["names"].values() for name in names]
    levels = [word for words in table("languages")["levels"].values() for word in words]
    return pattern((*names, *levels))
