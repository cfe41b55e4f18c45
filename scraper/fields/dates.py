"""Dates as pages write them: ISO, epochs, words in several languages, and, where the day of fetching is known, ages."""

import datetime as dt
import re
import unicodedata
from typing import Any

_NAMES = """
january jan januar janvier enero ene gener gen gennaio janeiro styczen stycznia januari januaria leden ledna ledna ianuarie ocak tammikuu tammikuuta
february feb februar fevrier fev febrero febrer febbraio fevereiro luty lutego februari februaria unor unora februarie subat helmikuu helmikuuta
march mar marz maerz mars marzo marc marco marzec marca maart brezen brezna martie mart maaliskuu maaliskuuta
april apr avril avr abril abr aprile kwiecien kwietnia aprila duben dubna aprilie nisan huhtikuu huhtikuuta
may mai mayo maig mag maggio maio maj maja mei kveten kvetna mayis toukokuu toukokuuta
june jun juni juin junio juny giu giugno junho czerwiec czerwca juna cerven cervna iunie haziran kesakuu kesakuuta
july jul juli juillet juil julio juliol lug luglio julho lipiec lipca jula cervenec cervence iulie temmuz heinakuu heinakuuta
august aug aout agosto ago agost sierpien sierpnia augustus augusti augusta srpen srpna agustos elokuu elokuuta
september sep sept septembre septiembre setembre set settembre setembro wrzesien wrzesnia septembra zari septembrie eylul syyskuu syyskuuta
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika oktobra rijen rijna octombrie ekim lokakuu lokakuuta
november nov novembre noviembre novembro listopad listopada novembra listopadu noiembrie kasim marraskuu marraskuuta
december dec dezember dez decembre diciembre dic desembre dicembre dezembro grudzien grudnia desember decembra prosinec prosince decembrie aralik joulukuu joulukuuta
"""
MONTHS = {name: number for number, names in enumerate(_NAMES.strip().split("\n"), 1) for name in names.split()}
ISO = re.compile(r"\b((?:19|20)\d\d)-(\d\d)-(\d\d)")
YEAR_FIRST = re.compile(r"\b((?:19|20)\d\d)\s*[./年]\s*(\d{1,2})\s*[./月]\s*(\d{1,2})")
COMPACT = re.compile(r"^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6})?$")
DAY_FIRST = re.compile(r"\b(\d{1,2})\s*([./-])\s*(\d{1,2})\s*\2\s*((?:19|20)?\d\d)\b")
DAY_MONTH = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]*(?:de |d'|of )?([^\W\d_]{3,12})\.?,?[\s-]*(?:de |del )?((?:19|20)\d\d)\b"
)
MONTH_DAY = re.compile(r"\b([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b")
AGE = re.compile(
    r"(?:(\d+)\+?|\b(an?|one|eine[mnr]?|un[ea]?|um|uma|een|en|ett)\b)\s*"
    r"(?P<unit>h(?:ours?|rs?)?\b|d\b|days?|w\b|wks?\b|weeks?|mo\b|months?|minutes?|mins?\b|stunden?|tag(?:en?)?|wochen?|monat(?:en?)?"
    r"|heures?|jours?|semaines?|mois|horas?|d[ií]as?|semanas?|mes(?:es)?|m[eê]s|ore|ora|giorn[oi]|settiman[ae]|mes[ei]"
    r"|uur|uren|dag(?:en|ar)?|we(?:e)?k(?:en)?|maand(?:en)?|dni|dzie[nń]|tygodni[ea]?|tydzie[nń]|timm(?:ar|e)|timer?|dage?r?|veck(?:or|a))\s*"
    r"(?P<ago>ago\b|önce|temu|sedan|siden|geleden|fa\b)?",
    re.IGNORECASE,
)
BEFORE_AGE = re.compile(r"\b(?:vor|il y a|hace|fa|há|ha|for)\s*$", re.IGNORECASE)
TODAY = re.compile(
    r"\b(?:today|just now|just posted|heute|aujourd'hui|hoy|avui|oggi|hoje|vandaag|dzisiaj|dziś|idag|i dag)\b",
    re.IGNORECASE,
)
YESTERDAY = re.compile(
    r"\b(?:yesterday|gestern|hier|ayer|ahir|ieri|ontem|gisteren|wczoraj|igår|i går)\b", re.IGNORECASE
)
DAYS = {"h": 0, "d": 1, "w": 7, "m": 30}


def read_date(value: Any, *, month_first: bool | None = None) -> str:
    """An ISO date or "". `month_first` decides 03/04/2026; None leaves such a date unread."""
    if isinstance(value, dict):
        value = next((value[key] for key in ("date", "iso", "value", "$date") if key in value), None)
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return _epoch(float(value))
    text = str(value).strip()
    if re.fullmatch(r"1\d{9}(\d{3})?", text):
        return _epoch(float(text))
    if (found := ISO.search(text)) or (found := YEAR_FIRST.search(text)) or (found := COMPACT.match(text)):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    plain = _plain(text)
    if (found := DAY_MONTH.search(plain)) and found[2] in MONTHS:
        return _iso(int(found[3]), MONTHS[found[2]], int(found[1]))
    if (found := MONTH_DAY.search(plain)) and found[1] in MONTHS:
        return _iso(int(found[3]), MONTHS[found[1]], int(found[2]))
    if found := DAY_FIRST.search(text):
        return _numeric(int(found[1]), found[2], int(found[3]), int(found[4]), month_first=month_first)
    return ""


def read_age(text: str, today: str) -> str:
    """The ISO date of "3 days ago" seen from `today` (ISO), or ""."""
    if not today:
        return ""
    day = dt.date.fromisoformat(today)
    if TODAY.search(text):
        return day.isoformat()
    if YESTERDAY.search(text):
        return (day - dt.timedelta(days=1)).isoformat()
    for found in AGE.finditer(text):
        if not found["ago"] and not BEFORE_AGE.search(text[: found.start()]):
            continue
        return (day - dt.timedelta(days=int(found[1] or 1) * _days(found["unit"].lower()))).isoformat()
    return ""


def _days(unit: str) -> int:
    if unit.startswith(("h", "stund", "heur", "or", "uur", "ure", "tim", "min")):
        return 0
    if unit.startswith(("w", "sem", "set", "tyg", "tydz", "veck")):
        return 7
    if unit.startswith(("mo", "mes", "mê", "me", "maa")):
        return 30
    return 1


def _numeric(first: int, mark: str, second: int, year: int, *, month_first: bool | None) -> str:
    if year < 100:
        year += 2000
    if first > 12:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    if mark == "." or month_first is False or first == second:
        return _iso(year, second, first)
    return _iso(year, first, second) if month_first else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _epoch(number: float) -> str:
    if number > 1e11:
        number /= 1000
    if not 9e8 < number < 4e9:
        return ""
    return dt.datetime.fromtimestamp(number, dt.UTC).date().isoformat()


def _plain(text: str) -> str:
    """Lower case without accents."""
    return "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    ).replace("ł", "l")
