"""Places as resumes name them: `Berlin`, `San Francisco, CA`, `75011 Paris, France`, `Remote`."""

from __future__ import annotations

import functools
import re
from importlib import resources

from agent.resume.model import Location
from agent.resume.read.headings import fold
from agent.resume.read.words import company_score, title_score

COUNTRIES: dict[str, str] = {
    "US": "usa|u.s.a.|us|u.s.|united states|united states of america|vereinigte staaten|estados unidos|ee. uu.|eeuu|états-unis|stati uniti|verenigde staten|美国",
    "GB": "uk|u.k.|united kingdom|great britain|england|scotland|wales|northern ireland|großbritannien|vereinigtes königreich|reino unido|royaume-uni|regno unito|inglaterra|angleterre|英国",
    "DE": "germany|deutschland|alemania|allemagne|germania|alemanha|duitsland|niemcy|tyskland|de|德国",
    "AT": "austria|österreich|autriche|oostenrijk|áustria", "CH": "switzerland|schweiz|suisse|svizzera|suiza|suíça|zwitserland|瑞士",
    "FR": "france|frankreich|francia|frança|frankrijk|fr|法国", "ES": "spain|spanien|españa|espagne|spagna|espanha|spanje|es|西班牙",
    "IT": "italy|italien|italia|italie|itália|italië", "PT": "portugal|portogallo|pt", "NL": "netherlands|the netherlands|niederlande|nederland|holland|países bajos|pays-bas|paesi bassi|nl",
    "BE": "belgium|belgien|belgique|belgië|bélgica|belgio", "LU": "luxembourg|luxemburg|luxemburgo", "IE": "ireland|irland|irlanda|irlande|ierland|republic of ireland",
    "DK": "denmark|dänemark|danmark|dinamarca|danemark|danimarca", "SE": "sweden|schweden|sverige|suecia|suède|svezia", "NO": "norway|norwegen|norge|noruega|norvège|norvegia",
    "FI": "finland|finnland|suomi|finlandia|finlande", "IS": "iceland|island|islandia", "PL": "poland|polen|polska|polonia|pologne|polónia", "CZ": "czech republic|czechia|tschechien|česká republika|chequia|tchéquie",
    "SK": "slovakia|slowakei|slovensko|eslovaquia", "HU": "hungary|ungarn|magyarország|hungría|hongrie", "RO": "romania|rumänien|românia|rumanía|roumanie", "BG": "bulgaria|bulgarien|българия",
    "GR": "greece|griechenland|grecia|grèce|ελλάδα", "HR": "croatia|kroatien|hrvatska|croacia", "SI": "slovenia|slowenien|slovenija", "RS": "serbia|serbien|srbija", "BA": "bosnia and herzegovina|bosnien",
    "UA": "ukraine|україна|ucrania", "RU": "russia|russland|россия|rusia|russie", "BY": "belarus", "LT": "lithuania|litauen|lietuva", "LV": "latvia|lettland", "EE": "estonia|estland|eesti",
    "TR": "turkey|türkei|türkiye|turquía|turquie", "IL": "israel", "AE": "uae|united arab emirates|emiratos árabes unidos", "SA": "saudi arabia", "QA": "qatar", "EG": "egypt|ägypten|egipto|égypte", "MA": "morocco|marokko|marruecos|maroc",
    "DZ": "algeria|algérie|algerien", "TN": "tunisia|tunisie|tunesien", "NG": "nigeria", "KE": "kenya|kenia", "GH": "ghana", "ZA": "south africa|südafrika|sudáfrica", "ET": "ethiopia", "SN": "senegal|sénégal", "CM": "cameroon|cameroun", "CI": "côte d'ivoire|ivory coast",
    "IN": "india|indien|inde|印度", "PK": "pakistan", "BD": "bangladesh", "LK": "sri lanka", "NP": "nepal", "CN": "china|cn|p.r. china|prc|中国|chine", "HK": "hong kong|香港", "TW": "taiwan|台湾", "JP": "japan|日本|japon|japón", "KR": "south korea|korea|corea|대한민국|한국|südkorea",
    "SG": "singapore|singapur|新加坡", "MY": "malaysia", "TH": "thailand", "VN": "vietnam|việt nam", "PH": "philippines|filipinas", "ID": "indonesia|indonesien", "AU": "australia|australien|australie|au|澳大利亚", "NZ": "new zealand|neuseeland|nueva zelanda",
    "CA": "canada|kanada|canadá|加拿大", "MX": "mexico|méxico|mexiko|mexique", "BR": "brazil|brasil|brasilien|brésil|brasile", "AR": "argentina|argentinien|argentine", "CL": "chile|chili", "CO": "colombia|kolumbien|colombie",
    "PE": "peru|perú|pérou", "VE": "venezuela", "EC": "ecuador", "UY": "uruguay", "PY": "paraguay", "BO": "bolivia", "CR": "costa rica", "PA": "panama|panamá", "GT": "guatemala", "DO": "dominican republic|república dominicana", "CU": "cuba|kuba", "PR": "puerto rico",
    "SV": "el salvador", "HN": "honduras", "NI": "nicaragua", "IR": "iran", "IQ": "iraq", "LB": "lebanon|liban", "JO": "jordan", "SY": "syria|syrien", "AF": "afghanistan", "KZ": "kazakhstan", "GE": "georgia", "AM": "armenia", "MT": "malta|malte", "CY": "cyprus|zypern",
}  # fmt: skip
STATES = frozenset(
    [
        "al",
        "ak",
        "az",
        "ar",
        "ca",
        "co",
        "ct",
        "de",
        "dc",
        "fl",
        "ga",
        "hi",
        "id",
        "il",
        "in",
        "ia",
        "ks",
        "ky",
        "la",
        "me",
        "md",
        "ma",
        "mi",
        "mn",
        "ms",
        "mo",
        "mt",
        "ne",
        "nv",
        "nh",
        "nj",
        "nm",
        "ny",
        "nc",
        "nd",
        "oh",
        "ok",
        "or",
        "pa",
        "ri",
        "sc",
        "sd",
        "tn",
        "tx",
        "ut",
        "vt",
        "va",
        "wa",
        "wv",
        "wi",
        "wy",
        "on",
        "qc",
        "bc",
        "ab",
        "mb",
        "sk",
        "ns",
        "nb",
        "nl",
        "pe",
        "nsw",
        "vic",
        "qld",
    ],
)
REGIONS = frozenset(
    fold(word)
    for word in ["alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "florida", "georgia", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "\n    mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota", "ohio", "oklahoma", "oregon", "pennsylvania", "rhode island", "south carolina", "south dakota", "tennessee", "texas", "utah", "vermont", "\n    virginia", "washington", "west virginia", "wisconsin", "wyoming", "ontario", "quebec", "québec", "british columbia", "alberta", "manitoba", "nova scotia", "new south wales", "victoria", "queensland", "bayern", "bavaria", "baden-württemberg", "hessen", "hesse", "nordrhein-westfalen", "\n    north rhine-westphalia", "niedersachsen", "sachsen", "saxony", "thüringen", "brandenburg", "schleswig-holstein", "rheinland-pfalz", "saarland", "sachsen-anhalt", "mecklenburg-vorpommern", "nrw", "bw", "tirol", "steiermark", "cataluña", "catalunya", "catalonia", "andalucía", "andalusia", "\n    comunidad valenciana", "galicia", "país vasco", "álava", "araba", "albacete", "ávila", "cáceres", "ciudad real", "cuenca", "gipuzkoa", "guipúzcoa", "huesca", "la rioja", "lugo", "ourense", "palencia", "pontevedra", "segovia", "soria", "teruel", "bizkaia", "vizcaya", "zamora", "islas baleares", "illes balears", "islas canarias", "comunidad de madrid", "castilla-la mancha", "principado de asturias", "región de murcia", "comunitat valenciana", "castilla y león", "aragón", "asturias", "murcia", "extremadura", "navarra", "cantabria", "canarias", "baleares", "île-de-france", "ile-de-france", "bretagne", "normandie", "occitanie", "nouvelle-aquitaine", "hauts-de-france", "grand est", "\n    provence-alpes-côte d'azur", "paca", "pays de la loire", "auvergne-rhône-alpes", "lombardia", "lazio", "toscana", "veneto", "piemonte", "sicilia", "campania", "puglia", "são paulo", "minas gerais", "karnataka", "maharashtra", "tamil nadu", "telangana", "kerala", "delhi ncr", "\n    jalisco", "nuevo león", "cdmx", "estado de méxico", "buenos aires", "antioquia", "cundinamarca", "zh", "be", "vd", "ge", "bs", "ag", "sg", "lu", "bay area", "greater london", "sp", "rj", "mg", "england"]
    for word in [word.strip()]
)  # fmt: skip
CITIES = frozenset(
    fold(word.strip())
    for word in ["new york", "new york city", "nyc", "los angeles", "chicago", "houston", "phoenix", "philadelphia", "san antonio", "san diego", "dallas", "san jose", "austin", "jacksonville", "fort worth", "columbus", "charlotte", "indianapolis", "san francisco", "sf", "seattle", "denver", "\n    washington dc", "washington d.c.", "nashville", "oklahoma city", "boston", "portland", "las vegas", "memphis", "detroit", "baltimore", "milwaukee", "albuquerque", "tucson", "fresno", "sacramento", "kansas city", "atlanta", "omaha", "raleigh", "miami", "oakland", "minneapolis", "tampa", "cleveland", "\n    honolulu", "pittsburgh", "cincinnati", "st. louis", "orlando", "buffalo", "salt lake city", "palo alto", "mountain view", "menlo park", "sunnyvale", "cupertino", "santa clara", "redmond", "bellevue", "berkeley", "boulder", "ann arbor", "madison", "durham", "brooklyn", "cambridge", "hartford", "richmond", "\n    spokane", "tacoma", "boise", "anchorage", "reno", "tulsa", "wichita", "toledo", "rochester", "syracuse", "albany", "providence", "new orleans", "santa monica", "pasadena", "irvine", "scottsdale", "plano", "arlington", "princeton", "toronto", "montreal", "montréal", "vancouver", "calgary", "ottawa", "edmonton", "winnipeg", "halifax", "\n    waterloo", "london", "manchester", "birmingham", "leeds", "glasgow", "edinburgh", "liverpool", "bristol", "sheffield", "cardiff", "belfast", "oxford", "nottingham", "leicester", "newcastle", "brighton", "southampton", "reading", "dublin", "cork", "galway", "limerick", "\n    berlin", "hamburg", "münchen", "munich", "köln", "cologne", "frankfurt", "frankfurt am main", "stuttgart", "düsseldorf", "dortmund", "essen", "leipzig", "bremen", "dresden", "hannover", "hanover", "nürnberg", "nuremberg", "duisburg", "bochum", "wuppertal", "bielefeld", "bonn", "münster", "karlsruhe", "mannheim", "\n    augsburg", "wiesbaden", "mönchengladbach", "gelsenkirchen", "braunschweig", "chemnitz", "kiel", "aachen", "halle", "magdeburg", "freiburg", "freiburg im breisgau", "krefeld", "lübeck", "mainz", "erfurt", "oberhausen", "rostock", "kassel", "hagen", "potsdam", "saarbrücken", "hamm", "ludwigshafen", "oldenburg", "osnabrück", "\n    leverkusen", "heidelberg", "darmstadt", "solingen", "paderborn", "regensburg", "ingolstadt", "würzburg", "fürth", "wolfsburg", "ulm", "heilbronn", "göttingen", "bremerhaven", "erlangen", "jena", "trier", "koblenz", "konstanz", "tübingen", "bayreuth", "bamberg", "passau", "siegen", "gießen", "marburg", "weimar", "cottbus", "schwerin", "\n    wien", "vienna", "graz", "linz", "salzburg", "innsbruck", "klagenfurt", "zürich", "zurich", "genf", "genève", "geneva", "basel", "bern", "lausanne", "winterthur", "luzern", "lugano", "st. gallen", "zug", "paris", "lyon", "marseille", "toulouse", "nice", "nantes", "strasbourg", "montpellier", "bordeaux", "lille", "rennes", "reims", "grenoble", "dijon", "\n    angers", "nîmes", "clermont-ferrand", "tours", "limoges", "amiens", "metz", "nancy", "orléans", "rouen", "caen", "brest", "le mans", "besançon", "perpignan", "la rochelle", "poitiers", "annecy", "boulogne-billancourt", "villeurbanne", "sophia antipolis", "saint-étienne", "toulon", "aix-en-provence", "versailles", "pau", "\n    madrid", "barcelona", "valencia", "sevilla", "seville", "zaragoza", "málaga", "malaga", "bilbao", "alicante", "córdoba", "valladolid", "vigo", "gijón", "granada", "oviedo", "a coruña", "la coruña", "san sebastián", "donostia", "pamplona", "santander", "salamanca", "burgos", "toledo", "palma", "palma de mallorca", "las palmas", "\n    santa cruz de tenerife", "cádiz", "almería", "castellón", "tarragona", "girona", "lleida", "logroño", "badajoz", "león", "santiago de compostela", "elche", "cartagena", "jaén", "huelva", "getafe", "alcalá de henares", "murcia", "ciudad de méxico", "mexico city", "guadalajara", "monterrey", "puebla", "querétaro", "tijuana", "\n    mérida", "buenos aires", "rosario", "mendoza", "la plata", "bogotá", "bogota", "medellín", "medellin", "cali", "barranquilla", "lima", "arequipa", "santiago", "santiago de chile", "valparaíso", "concepción", "quito", "guayaquil", "caracas", "montevideo", "asunción", "la paz", "san josé", "panamá", "santo domingo", "\n    roma", "rome", "milano", "milan", "napoli", "naples", "torino", "turin", "palermo", "genova", "bologna", "firenze", "florence", "bari", "catania", "venezia", "venice", "verona", "padova", "trieste", "pisa", "brescia", "parma", "modena", "lisboa", "lisbon", "porto", "braga", "coimbra", "aveiro", "são paulo", "sao paulo", "rio de janeiro", "\n    brasília", "belo horizonte", "curitiba", "porto alegre", "recife", "salvador", "fortaleza", "campinas", "florianópolis", "amsterdam", "rotterdam", "den haag", "the hague", "utrecht", "eindhoven", "groningen", "delft", "leiden", "tilburg", "nijmegen", "brussels", "bruxelles", "brüssel", "brussel", "antwerpen", "antwerp", "gent", "ghent", "\n    leuven", "liège", "luxembourg", "copenhagen", "københavn", "kopenhagen", "aarhus", "odense", "stockholm", "göteborg", "gothenburg", "malmö", "uppsala", "oslo", "bergen", "trondheim", "stavanger", "helsinki", "espoo", "tampere", "turku", "reykjavík", "warszawa", "warsaw", "kraków", "krakow", "wrocław", "gdańsk", "poznań", "łódź", "katowice", "\n    praha", "prague", "prag", "brno", "bratislava", "budapest", "bucharest", "bucurești", "cluj-napoca", "iași", "timișoara", "sofia", "athens", "athen", "thessaloniki", "zagreb", "ljubljana", "belgrade", "beograd", "sarajevo", "kyiv", "kiev", "lviv", "kharkiv", "odesa", "moscow", "moskau", "москва", "saint petersburg", "санкт-петербург", "minsk", "\n    vilnius", "riga", "tallinn", "tartu", "istanbul", "ankara", "izmir", "tel aviv", "jerusalem", "haifa", "dubai", "abu dhabi", "doha", "riyadh", "cairo", "alexandria", "casablanca", "rabat", "tunis", "algiers", "lagos", "abuja", "nairobi", "accra", "cape town", "johannesburg", "pretoria", "durban", "addis ababa", "dakar", "\n    bangalore", "bengaluru", "mumbai", "delhi", "new delhi", "hyderabad", "chennai", "pune", "kolkata", "ahmedabad", "noida", "gurgaon", "gurugram", "jaipur", "kochi", "pilani", "karachi", "lahore", "islamabad", "dhaka", "colombo", "kathmandu", "beijing", "shanghai", "shenzhen", "guangzhou", "hangzhou", "chengdu", "nanjing", "wuhan", "xi'an", "suzhou", "\n    tianjin", "hong kong", "taipei", "tokyo", "osaka", "kyoto", "nagoya", "yokohama", "fukuoka", "seoul", "busan", "singapore", "kuala lumpur", "bangkok", "hanoi", "ho chi minh city", "manila", "jakarta", "bandung", "sydney", "melbourne", "brisbane", "perth", "adelaide", "canberra", "auckland", "wellington", "christchurch", "\n    北京", "上海", "广州", "深圳", "杭州", "成都", "南京", "武汉", "西安", "苏州", "天津", "重庆", "香港", "台北", "東京", "大阪", "京都", "名古屋", "福岡", "서울", "부산", "北京市", "上海市", "深圳市", "广州市", "silicon valley"]
)  # fmt: skip


def listed(name: str) -> frozenset[str]:
    """The folded names of a lexicon, parted by commas; a line that begins with # is none."""
    text = (resources.files("agent.resume.read") / "lexicon" / name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(fold(word) for line in lines for word in line.split(",") if word.strip())


REGIONS |= listed("regions.txt")
CITIES |= listed("towns.txt")
CODES = {fold(name): code for code, names in COUNTRIES.items() for name in names.split("|") for name in [name.strip()]}
ANYWHERE = re.compile(
    r"(?:100\s?%\s*)?(?:fully\s+|full\s+)?(?:remote(?:\s+work)?|hybrid|home\s?office|on-?site|worldwide|anywhere|teletrabajo|remoto|híbrido|télétravail|à distance|distanciel|da remoto|op afstand|远程)(?:\s*[-/,(]\s*.{2,40})?",
    re.IGNORECASE,
)
POSTAL = re.compile(
    r"^(?:[A-Z]{1,2}-)?(\d{4,5}(?:-\d{3,4})?(?:\s[A-Z]{2}(?=\s))?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)\s+(.+)$|^(.+?)\s+(\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[A-Z]\s?\d[A-Z]\d)$"
)
STREET = re.compile(
    r"\d+\s*[a-z]?\s+(?:[\w.'-]+\s+){0,4}(?:street|st\.?|avenue|ave\.?|road|rd\.?|boulevard|blvd\.?|lane|ln\.?|drive|dr\.?|way|court|ct\.?|square|place|pl\.?|terrace|circle|parkway|suite)\b|"
    r"(?:\w+(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)|[\w-]+\s+(?:straße|str\.|weg|platz|allee|gasse|ring|damm|ufer))\s*\d+|"
    r"\b(?:am|an der|an den|auf der|auf dem|im|in der|zum|zur|unter den|hinter der|vor dem)\s+[A-ZÄÖÜ][\wäöüß-]+(?:\s[A-ZÄÖÜ][\wäöüß-]+)?\s\d+\s?[a-z]?$|"
    r"(?:calle|c/|avenida|avda\.?|av\.|plaza|paseo|rua|via|viale|piazza|carrer)\s+[\w\s.'ºª]+,?\s*\d+|\d+\s*(?:bis|ter)?,?\s+(?:rue|avenue|boulevard|bd|place|chemin|allée|impasse|quai|route)\s+.+",
    re.IGNORECASE,
)
POSTCODE = re.compile(
    r"(?<![\d.+-])(?:[A-Z]{1,2}-)?\d{5}(?:-\d{3,4})?(?![\d-])|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b"
)
LEGAL = re.compile(
    r"(?i)\b(?:inc|llc|ltd|limited|gmbh|ag|kg|ohg|e\.?v|s\.?\s?a|s\.?\s?l|s\.?l\.?u|s\.?c|coop|sarl|sas|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|plc|corp|oy|ab|a/s)\.?$"
)
PROVINCE = re.compile(r"(?<=\w{2})\s\((?:\d{2,3}|[A-Z]{2})\)?$")
"""The sign of a department or province behind a town: `Nantes (44)`, `Parma (PR)`."""
OUTWARD = re.compile(r"[A-Z]{1,2}\d{1,2}[A-Z]?")
"""The first half of a British post code: `Leicester, LE2`."""
WORDS = re.compile(r"[^\d@/|:;!?()\[\]]{2,40}")


@functools.lru_cache(maxsize=8192)
def place_score(text: str) -> float:
    """How surely a text names a place and nothing else: 1 sure, 0.6 likely (`Town, XY`), 0 not."""
    text = text.strip(" ,.;[]·|")
    text = text.strip("()") if "(" not in text[1:-1] else text
    text = PROVINCE.sub("", text)
    if not text or len(text) > 60 or len(text.split()) > 8:
        return 0.0
    if ANYWHERE.fullmatch(text):
        return 1.0
    bare = fold(text)
    if bare in CITIES or (bare in CODES and len(bare) > 2) or (bare in REGIONS and len(bare) > 3):
        return 1.0
    parts = [part.strip() for part in re.split(r",|\s[-–/|·]\s|\(|\)|\s+und\s+|(?<=\w)/(?=\w)", text) if part.strip()]
    if len(parts) < 2:
        postal = POSTAL.match(text)
        if postal and (postal[1] or postal[4]) and WORDS.fullmatch(postal[2] or postal[3] or ""):
            return 0.8 if postal[1] or fold(postal[3]) in CITIES else 0.0
        if found := town_and_area(text):
            return found
        return (
            0.6
            if len(text.split()) == 2
            and text.split()[1].isupper()
            and fold(text.split()[1]) in STATES
            and fold(text.split()[0]) in CITIES
            else 0.0
        )
    if len(parts) > 4:
        return 0.0
    known = [is_area(part) or fold(part) in CITIES or bool(ANYWHERE.fullmatch(part)) for part in parts]
    if len(parts) == 2 and OUTWARD.fullmatch(parts[1]) and fold(parts[0]) in CITIES:
        return 1.0
    words = all(WORDS.fullmatch(part) or POSTAL.match(part) for part in parts)
    if not words:
        return 0.0
    if all(known):
        return 1.0
    if (
        known[-1]
        and is_area(parts[-1])
        and not LEGAL.search(parts[0])
        and all(part[:1].isupper() or known[place] for place, part in enumerate(parts))
    ):
        return 0.8 if len(parts[0].split()) <= 3 else 0.5
    return 0.0


def is_address(text: str) -> bool:
    """Whether a text is a place with its postal code, street or country in any order: `29005, Málaga, Andalucía, ES`."""
    if len(text) > 90 or "@" in text or ":" in text:
        return False
    flat = re.sub(r"\(([^()]{2,20})\)", r", \1", text)
    bare = POSTCODE.sub(" ", flat)
    found = int(bare != flat)
    unknown = 0
    for part in re.split(r",|\s[-–|·]\s|\s{2,}", bare):
        words = part.split()
        while len(words) > 1 and is_code(words[-1]) and (bare != flat or is_city(" ".join(words[:-1]))):
            words.pop()
            found += 1
        name = " ".join(words)
        if not name:
            continue
        if is_city(name) or is_area(name) or is_code(name) or STREET.search(name) or town_and_area(name):
            found += 1
        elif (
            unknown
            or len(words) > 4
            or not name[0].isalnum()
            or name != name.title()
            or title_score(name)
            or company_score(name)
        ):
            return False
        else:
            unknown += 1
    return found > 1


def is_code(text: str) -> bool:
    """Whether a text is the code of a country or state: `GB`, `IL`."""
    return len(text) == 2 and text.isupper() and (text in COUNTRIES or text.lower() in STATES)


def town_and_area(text: str) -> float:
    """How surely a text is a town and its country or region without a comma: `Gothenburg Sweden`."""
    words = text.split()
    for cut in range(1, len(words)):
        town, area = " ".join(words[:cut]), " ".join(words[cut:])
        if len(area) > 3 and is_area(area):
            if fold(town) in CITIES:
                return 1.0
            return (
                0.6 if cut <= 2 and WORDS.fullmatch(town) and all(word[:1].isupper() for word in words[:cut]) else 0.0
            )
    return 0.0


def is_area(text: str) -> bool:
    """Whether a text is a state, region or country; two letters only in capitals."""
    bare = fold(text.strip(" ."))
    bare = re.sub(r"\s*\d{4,5}(?:-\d{4})?$", "", bare)
    if len(bare) <= 3:
        return text.strip(" .").split()[0].isupper() and (bare in STATES or bare in CODES or bare in REGIONS)
    region, _, country = bare.rpartition(" ")
    return bare in REGIONS or bare in CODES or (region in REGIONS and country in CODES)


def is_city(text: str) -> bool:
    return fold(text.strip(" ,.")) in CITIES


def parse_place(text: str) -> Location:
    """A place as written and, where understood, its parts."""
    place = Location(text=text.strip(" ,"))
    rest = [part.strip() for part in text.split(",") if part.strip()]
    if (
        rest
        and (code := country_code(rest[-1]))
        and not (len(rest) == 2 and fold(rest[-1]) in STATES and len(rest[-1]) == 2)
    ):
        place.country_code = code
        rest.pop()
    if rest and len(rest) > 1 and is_area(rest[-1]):
        region = rest.pop()
        zipped = re.match(r"(.*?)\s+(\d{5}(?:-\d{4})?)$", region)
        place.region, place.postal_code = (zipped[1], zipped[2]) if zipped else (region, "")
    streets = [part for part in rest if STREET.search(part)]
    if streets:
        place.address = streets[0]
        rest = [part for part in rest if part not in streets]
    if rest:
        postal = POSTAL.match(rest[-1])
        city = rest[-1]
        if postal:
            place.postal_code, city = (postal[1], postal[2]) if postal[1] else (postal[4], postal[3])
        place.city = city
    return place


def country_code(text: str) -> str:
    bare = fold(text.strip(" .()"))
    if len(bare) <= 2 and not text.strip(" .()").isupper():
        return ""
    return CODES.get(bare, "")
