"""How the elements of a page are called by their authors (class, id, data attributes), by what they hold."""

import re
from functools import lru_cache

_KEYS = (
    "class id itemprop property aria-label title data-automation data-automation-id data-testid data-test"
    " data-qa data-cy data-field data-ui data-type data-label data-name data-hook data-at data-tn-element"
    " data-original-title slot"
)
KEYS = frozenset(_KEYS.split())
NUMBER = re.compile(r"\d+")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOB = r"(?:job|jobs|posting|position|vacancy|offer|opening|requisition|work|primary|vacature|stelle|oferta|offre|vaga|detail|details|header|topcard|ad)?[-_ ]{0,2}"
HINT = re.compile(
    rf"(?P<title>(?<![a-z])(?:job|posting|position|vacancy|offer|opening|requisition|vacature|stellen|oferta|offre|vaga|role)[-_ ]{{0,2}}(?:title|headline|heading|titel|titulo|titre)(?![a-z])|(?<![a-z])(?:job|posting|position|vacancy)[-_]?name(?![a-z]))"
    rf"|(?P<location>(?<![a-z]){_JOB}(?:locations?|location-?(?:name|text|label|info)|city|standorte?|arbeitsort|einsatzort|lieu(?:[-_]travail)?|ubicacion|localidad|luogo|workplaces|sede|plaats|standplaats|locatie|lokalizacja|locality|workplace|map-?marker(?:-alt)?|map-?pin|location-?(?:dot|pin|on|icon)|fa-map|geo-?alt|icon-(?:location|map|place|pin|geo))(?![a-z]))"
    rf"|(?P<company>(?<![a-z]){_JOB}(?:company|comp(?=[-_]name)|employer|organi[sz]ation|advertiser|hiring[-_ ]?organi[sz]ation|arbeitgeber|unternehmen|firma|entreprise|empresa|azienda|bedrijf|werkgever|pracodawca|recruiter|org|brand|client)(?:[-_ ]{{0,2}}(?:name|title|link|label|text))?(?![a-z]|[-_](?!name|title|link|label|text|_)[a-z]))"
    rf"|(?P<salary>(?<![a-z]){_JOB}(?:salary|compensation|pay[-_ ]?(?:range|rate)|gehalt|salaire|remuneration|salario|wynagrodzenie|wage)(?:[-_ ]{{0,2}}(?:range|text|info|value|label))?(?![a-z]))"
    rf"|(?P<employment>(?<![a-z])(?:(?:job|employment|work|contract|position|schedule)[-_ ]{{0,2}}(?:types?|time|schedules?|form)|commitment|jornada|type[-_]contrat|contrat|vertragsart|beschaeftigung\w*|anstellungsart|dienstverband|etat|employment|contracts?|schedules?)(?![a-z]))"
    rf"|(?P<posted>(?<![a-z])(?:(?:date|time)[-_ ]{{0,2}}posted|posted(?:[-_ ]{{0,2}}(?:on|at|date|time|ago))?|publi(?:sh(?:ed)?|cation|shing)[-_ ]{{0,2}}(?:date|on|at|time)|posting[-_ ]{{0,2}}date|post[-_]?date|{_JOB}date|veroeffentlicht\w*|fecha|listing-?date|posted-time-ago\w*)(?![a-z]))"
    rf"|(?P<remote>(?<![a-z])(?:workplace[-_ ]?types?|remote(?:[-_ ]?(?:type|status|work))?|work[-_ ]?(?:modes?|model|arrangement))(?![a-z]))"
    rf"|(?P<description>(?<![a-z]){_JOB}(?:description|descriptions|descr|desc|beschreibung|omschrijving|descripcion|descrizione|jobdescription|job-?(?:body|content|text)|job-?ad(?:-content|-body)?|adcontent|content-intro|job__description|jobad(?:details)?|rich-?text)(?:[-_ ]{{0,2}}(?:text|content|body|wrapper|container|section|markup|html))?(?![a-z]))",
    re.IGNORECASE,
)


def hinted_field(names: str) -> str:
    """The field that an element with these names holds, or ""."""
    return _hinted(CAMEL.sub("-", NUMBER.sub("", names)))


@lru_cache(maxsize=4_096)
def _hinted(names: str) -> str:
    """Pages repeat their names, but for the numbers in them, so answers are kept."""
    found = HINT.search(names)
    return (found.lastgroup or "") if found else ""
