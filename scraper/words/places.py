"""Names of countries and of the states that stand after a city, to recognise a line that is a place."""

import re

_COUNTRIES = """United States|United States of America|USA|U.S.A.|US|U.S.|United Kingdom|UK|England|Scotland|Wales|Northern Ireland|Ireland|Canada|Australia|New Zealand|India|Germany|Deutschland|Allemagne|Alemania|Austria|Österreich
Switzerland|Schweiz|Suisse|Svizzera|France|Francia|Frankreich|Spain|España|Espanya|Spanien|Espagne|Italy|Italia|Italien|Italie|Portugal|Netherlands|The Netherlands|Nederland|Niederlande|Pays-Bas|Belgium|België|Belgique|Belgien|Luxembourg|Luxemburg
Poland|Polska|Polen|Pologne|Polonia|Czech Republic|Czechia|Česko|Česká republika|Tschechien|Slovakia|Slovensko|Hungary|Magyarország|Ungarn|Romania|România|Rumänien|Bulgaria|България|Greece|Ελλάδα|Croatia|Hrvatska|Serbia|Srbija|Slovenia|Slovenija
Sweden|Sverige|Schweden|Suède|Norway|Norge|Norwegen|Denmark|Danmark|Dänemark|Finland|Suomi|Finnland|Iceland|Estonia|Eesti|Latvia|Latvija|Lithuania|Lietuva|Ukraine|Україна|Russia|Россия|Belarus|Turkey|Türkiye|Georgia|Armenia|Azerbaijan|Kazakhstan|Uzbekistan
Israel|ישראל|United Arab Emirates|UAE|Saudi Arabia|Qatar|Kuwait|Bahrain|Oman|Jordan|Lebanon|Egypt|Morocco|Maroc|Tunisia|Tunisie|Algeria|Algérie|Nigeria|Kenya|Ghana|Ethiopia|Uganda|Tanzania|Rwanda|South Africa|Senegal|Sénégal|Côte d'Ivoire|Cameroon|Zambia|Zimbabwe|Mauritius
Pakistan|Bangladesh|Sri Lanka|Nepal|China|中国|Hong Kong|Taiwan|Japan|日本|South Korea|Korea|대한민국|Singapore|Malaysia|Indonesia|Philippines|Thailand|Vietnam|Viet Nam|Cambodia|Myanmar
Mexico|México|Brazil|Brasil|Argentina|Chile|Colombia|Peru|Perú|Ecuador|Uruguay|Paraguay|Bolivia|Venezuela|Costa Rica|Panama|Panamá|Guatemala|Dominican Republic|República Dominicana|Puerto Rico|El Salvador|Honduras|Nicaragua|Cuba|Jamaica|Cyprus|Malta|Europe|EMEA|APAC|LATAM|Worldwide|Global"""
COUNTRIES = frozenset(name.casefold() for name in re.split(r"[|\n]", _COUNTRIES))
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH"
    " OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE YT NT NU NSW VIC QLD WA"
    " SA TAS ACT NT"
)
STATES = frozenset(_STATES.split())
_STATE_NAMES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho"
    "|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota"
    "|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina"
    "|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas"
    "|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario|quebec|québec|british columbia"
    "|alberta|manitoba|saskatchewan|nova scotia|new brunswick|new south wales|victoria|queensland"
    "|western australia|south australia|tasmania|greater london|maharashtra|karnataka|tamil nadu|telangana"
    "|gujarat|haryana|punjab|uttar pradesh|west bengal|kerala|bayern|bavaria|hessen|nordrhein-westfalen"
    "|baden-württemberg|niedersachsen|sachsen|île-de-france|ile-de-france|cataluña|catalunya"
    "|comunidad de madrid|andalucía|lombardia|lazio|mazowieckie|małopolskie|śląskie|são paulo|rio de janeiro"
    "|minas gerais|paraná|noord-holland|zuid-holland|utrecht"
)
STATE_NAMES = frozenset(_STATE_NAMES.split("|"))
_CITIES = (
    "london|paris|berlin|munich|münchen|hamburg|frankfurt|frankfurt am main|cologne|köln|düsseldorf|stuttgart"
    "|leipzig|dresden|hannover|nürnberg|bremen|essen|dortmund|vienna|wien|graz|linz|salzburg|zurich|zürich"
    "|bern|basel|geneva|genève|lausanne|amsterdam|rotterdam|utrecht|eindhoven|den haag|brussels|bruxelles"
    "|brussel|antwerp|antwerpen|gent|madrid|barcelona|valencia|sevilla|málaga|bilbao|zaragoza|lisbon|lisboa"
    "|porto|rome|roma|milan|milano|torino|napoli|bologna|firenze|lyon|marseille|toulouse|nantes|bordeaux|lille"
    "|strasbourg|nice|rennes|montpellier|grenoble|dublin|cork|edinburgh|glasgow|manchester|birmingham|leeds"
    "|bristol|liverpool|cambridge|oxford|belfast|cardiff|warsaw|warszawa|kraków|krakow|wrocław|wroclaw|gdańsk"
    "|poznań|łódź|katowice|prague|praha|brno|ostrava|bratislava|budapest|bucharest|bucurești|cluj-napoca|sofia"
    "|athens|zagreb|belgrade|ljubljana|stockholm|göteborg|gothenburg|malmö|oslo|bergen|trondheim|copenhagen"
    "|københavn|aarhus|helsinki|tampere|espoo|tallinn|riga|vilnius|kyiv|lviv|moscow|москва|istanbul|ankara"
    "|izmir|tel aviv|dubai|abu dhabi|riyadh|doha|cairo|casablanca|lagos|nairobi|accra|johannesburg|cape town"
    "|bangalore|bengaluru|hyderabad|mumbai|pune|chennai|delhi|new delhi|gurgaon|gurugram|noida|kolkata"
    "|ahmedabad|karachi|lahore|dhaka|colombo|singapore|kuala lumpur|jakarta|manila|bangkok|hanoi"
    "|ho chi minh city|hong kong|shanghai|beijing|shenzhen|taipei|tokyo|東京|osaka|大阪|seoul|서울|sydney|melbourne"
    "|brisbane|perth|adelaide|canberra|auckland|wellington|toronto|vancouver|montreal|montréal|ottawa|calgary"
    "|edmonton|waterloo|new york|new york city|nyc|san francisco|los angeles|seattle|boston|chicago|austin"
    "|denver|atlanta|miami|dallas|houston|phoenix|philadelphia|portland|san diego|san jose|palo alto"
    "|mountain view|washington dc|washington, d.c.|minneapolis|detroit|nashville|charlotte|salt lake city"
    "|las vegas|mexico city|ciudad de méxico|cdmx|guadalajara|monterrey|são paulo|rio de janeiro"
    "|belo horizonte|curitiba|porto alegre|buenos aires|córdoba|santiago|bogotá|bogota|medellín|lima|quito"
    "|montevideo|san josé"
)
CITIES = frozenset(_CITIES.split("|"))
