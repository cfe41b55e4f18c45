"""Currencies, pay periods and the words that stand around a salary, in several languages."""

import re

CURRENCIES = {
    "us$": "USD", "usd": "USD", "$": "USD", "ca$": "CAD", "c$": "CAD", "cad$": "CAD", "cad": "CAD", "cdn$": "CAD", "a$": "AUD", "au$": "AUD", "aud": "AUD",
    "nz$": "NZD", "nzd": "NZD", "s$": "SGD", "sg$": "SGD", "sgd": "SGD", "hk$": "HKD", "hkd": "HKD", "nt$": "TWD", "twd": "TWD", "mx$": "MXN", "mxn": "MXN",
    "r$": "BRL", "brl": "BRL", "£": "GBP", "gbp": "GBP", "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "jpy": "JPY", "円": "JPY", "¥": "JPY",
    "rmb": "CNY", "cny": "CNY", "元": "CNY", "₹": "INR", "inr": "INR", "rs.": "INR", "rs": "INR", "zł": "PLN", "zl": "PLN", "pln": "PLN", "chf": "CHF",
    "fr.": "CHF", "sfr": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "kr": "SEK", "kr.": "DKK", "czk": "CZK", "kč": "CZK", "huf": "HUF", "ft": "HUF",
    "ron": "RON", "lei": "RON", "bgn": "BGN", "лв": "BGN", "лв.": "BGN", "uah": "UAH", "₴": "UAH", "грн": "UAH", "rub": "RUB", "₽": "RUB", "руб": "RUB",
    "руб.": "RUB", "try": "TRY", "₺": "TRY", "tl": "TRY", "ils": "ILS", "nis": "ILS", "₪": "ILS", "zar": "ZAR", "aed": "AED", "sar": "SAR", "qar": "QAR",
    "myr": "MYR", "rm": "MYR", "php": "PHP", "₱": "PHP", "thb": "THB", "฿": "THB", "idr": "IDR", "rp": "IDR", "vnd": "VND", "₫": "VND", "krw": "KRW",
    "₩": "KRW", "원": "KRW", "ngn": "NGN", "₦": "NGN", "kes": "KES", "ksh": "KES", "egp": "EGP", "pkr": "PKR", "bdt": "BDT", "lkr": "LKR", "cop": "COP",
    "clp": "CLP", "ars": "ARS", "pen": "PEN", "s/": "PEN", "gel": "GEL", "kzt": "KZT", "₸": "KZT", "rsd": "RSD", "isk": "ISK", "mad": "MAD", "ghs": "GHS",
}  # fmt: skip
DOLLARS = {
    "au": "AUD",
    "ca": "CAD",
    "nz": "NZD",
    "sg": "SGD",
    "hk": "HKD",
    "mx": "MXN",
    "cl": "CLP",
    "co": "COP",
    "ar": "ARS",
}
CROWNS = {"no": "NOK", "dk": "DKK", "se": "SEK"}

_UNITS = {
    "HOUR": r"hours?|hourly|hrs?|h|p\.?h\.?|hr\.|stunden?|std\.?|stündlich|stundenlohn|l'heure|heures?|horaire|horas?|hora|all'ora|orari[oa]|ora|uur|uurloon|godz\.?"
    r"|godzin[aeęy]|godzinę|godzinow\w+|timen?|timmen?|timme|hod\.?|hodin[auy]?|órabér|óra|tunti|tunnissa|saat|час|часа|小时|小時|時給|時|시급",
    "DAY": r"days?|daily|diem|tag|tagessatz|täglich|jour(?:n[ée]e)?|tjm|d[ií]a|diari[oa]|di[aá]ri[oa]|giorno|giornalier\w+|dag|dzień|dziennie|day rate|den|день|日給|日薪|天",
    "WEEK": r"weeks?|weekly|wk|woche|wöchentlich|semaine|hebdomadaire|semana|semanal|settimana|week|tydzień|tygodniowo|vecka|uge|неделю|周|週",
    "MONTH": r"months?|monthly|mo|mth|pcm|p\.?m\.?|monat|monatlich|mtl\.?|monatsgehalt|mois|mensuel\w*|mes|mensual\w*|m[eê]s|mensal\w*|mensuales|mensile?|mensili|mese|maand"
    r"|maandelijks|per maand|mies\.?|mc|m-c|miesi[aą]c\w*|miesięcznie|mdr\.?|måned|månad\w*|månedlig\w*|měs\.?|měsíc\w*|mesiac|hó|hónap|havi|lună|luna|lunar|kk|kuukausi|kuukaudessa"
    r"|ay|aylık|aylik|месяц|міс|месец|мес\.?|月給|月薪|月|개월|월급",
    "YEAR": r"years?|yearly|yr|annum|annual(?:ly|is[eé]d|ized)?|annually|p\.?a\.?|pa|jahr\w*|jährlich\w*|jahresgehalt|brutto/jahr|an|ans|ann[ée]e|annuel\w*|annuels|año|anual\w*|anuales|ano"
    r"|anno|annu[ai]\w*|annui|ral|annua|any|anuals|bruts anuals|jaar|jaarlijks|jaarsalaris|rok|rocznie|år|årlig\w*|årslön|rok|ročně|év|éves|vuosi|vuodessa|yıl|yıllık|год|рік|година"
    r"|年収|年俸|年薪|年|연봉|lpa|salaried",
}
UNIT_WORD = {
    name: re.compile(rf"(?:(?<=/)|(?<=/ )|(?<![\w])|(?<=per ))(?:{words})(?![\w])", re.IGNORECASE)
    for name, words in _UNITS.items()
}
PER = re.compile(
    r"(?:/|\bper\b|\bprec?o?\b|\ban?\b|\beach\b|\bpro\b|\bje\b|\bpar\b|\bde l'|\bpor\b|\bal\b|\ball'|\bla\b|\bza\b|\bna\b|\bi\b|\bim\b|\bin het\b|\bp\.|\bbrut\w*|\bgross\b|\bnett?o\b|в|за)\s*/?\s*$",
    re.IGNORECASE,
)
PAY = re.compile(
    r"salar\w*|compensation|\bpay(?:s|ing)?\b|pay range|base range|wage|remunerat\w*|\bote\b|\bctc\b|package|hourly rate|day rate|\brate\b|earn(?:ings)?\b"
    r"|gehalt\w*|vergütung|entgelt|verdienst|lohn|stundenlohn|\w*gehalt|brutto|rémunération|salaire|sueldo|retribuci\w+|remuneraci\w+|honorarios|sou\b|remuner\w+"
    r"|ordenado|stipendio|retribuzione|compenso|\bral\b|loon|salaris|wynagrodzeni\w*|widełki|płaca|stawka|zarobki|lön|løn|lønn|palkka|mzda|plat\b|bér|fizetés|salariu"
    r"|maaş|ücret|зарплат\w*|оклад|заплата|給与|給料|年収|月給|時給|薪资|薪資|薪水|급여|연봉|שכר|راتب|\bbrut\b|bruts?\b|brutt?o",
    re.IGNORECASE,
)
NOT_PAY = re.compile(
    r"fund(?:ing|ed|s)?\b|rais(?:ed|ing)|revenue|turnover|valuation|series [a-e]\b|billion|milliard\w*|\bbn\b|invest\w*|savings?|budget|portfolio|assets|\barr\b|sales of|umsatz|chiffre d'affaires"
    r"|sign(?:ing|-on|[\s-]on)|referral|stipend|allowance|reimburs\w*|401|insurance|tuition|equipment|home office budget|learning|education budget|relocation|voucher|gift|donat\w*"
    r"|prime de|bonus of|bonus up to|per diem|deal|transactions?|\bgrants?\b|penalt\w*|fine of|discount|match(?:ing)?\b|zuschuss|gutschein|\bticket",
    re.IGNORECASE,
)
