"""The names of months and seasons, whole and cut short, in the languages resumes are written in."""

from __future__ import annotations

import re

from agent.resume.read.headings import fold

NAMES: tuple[str, ...] = (
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari januar tammikuu styczeń sty stycznia leden ocak январь января янв січень січня",
    "february feb febr februar feber février févr fév fevr febrero febbraio fevereiro fev februari helmikuu luty lut lutego únor şubat февраль февраля фев лютий лютого",
    "march mar mär märz mrz mars marzo março maart mrt maaliskuu marzec marca březen mart март марта мар березень березня",
    "april apr avril avr abril abr aprile aprill huhtikuu kwiecień kwi kwietnia duben nisan апрель апреля апр квітень квітня",
    "may mai mayo maggio mag maio mei maj toukokuu maja květen mayıs май мая травень травня",
    "june jun juni juin junio giugno giu junho kesäkuu czerwiec cze czerwca červen haziran июнь июня июн червень червня",
    "july jul juli juillet juil julio luglio lug julho heinäkuu lipiec lip lipca červenec temmuz июль июля июл липень липня",
    "august aug août aout agosto ago augustus augusti elokuu sierpień sie sierpnia srpen ağustos август августа авг серпень серпня",
    "september sept sep septembre septiembre setiembre settembre set setembro septiembre syyskuu wrzesień wrz września září eylül сентябрь сентября сен сент вересень вересня",
    "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu październik paź października říjen ekim октябрь октября окт жовтень жовтня",
    "november nov novembre noviembre novembro marraskuu listopad lis listopada kasım ноябрь ноября ноя листопад",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember joulukuu grudzień gru grudnia prosinec aralık декабрь декабря дек грудень грудня",
)
NUMBERS = {fold(name): number for number, names in reversed(list(enumerate(NAMES, 1))) for name in names.split()}
SPELLINGS = sorted({name for names in NAMES for name in names.split()} | set(NUMBERS), key=len, reverse=True)
MONTH = "(?:" + "|".join(map(re.escape, SPELLINGS)) + ")"
SEASON = (
    "(?:summer|winter|spring|fall|autumn|sommersemester|wintersemester|sommer|herbst|frühling|frühjahr|ws|ss|wise|sose|"
    "verano|invierno|primavera|otoño|été|hiver|printemps|automne|estate|inverno|autunno|verão|outono|zomer|herfst|lente|early|mid|late|anfang|ende|mitte)"
)


def month_number(name: str) -> int:
    return NUMBERS.get(fold(name.strip(". ")), 1)
