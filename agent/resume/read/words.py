"""Words that tell a job title, an employer, a school, a degree: in the languages resumes are written in."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from agent.resume.read.headings import fold

TITLES = frozenset(
    fold(word)
    for word in ["engineer", "developer", "manager", "director", "analyst", "consultant", "architect", "designer", "intern", "internship", "specialist", "coordinator", "administrator", "admin", "assistant", "associate", "officer", "lead", "leader", "head", "chief", "president", "founder", "cofounder", "co-founder", "owner", "partner", "principal", "programmer", "scientist", "researcher", "professor", "lecturer", "teacher", "tutor", "instructor", "trainer", "coach", "nurse", "physician", "doctor", "surgeon", "therapist", "pharmacist", "technician", "technologist", "operator", "mechanic", "electrician", "plumber", "carpenter", "welder", "driver", "cashier", "clerk", "secretary", "receptionist", "representative", "agent", "broker", "advisor", "adviser", "planner", "strategist", "marketer", "accountant", "auditor", "controller", "bookkeeper", "cook", "chef", "waiter", "waitress", "server", "bartender", "barista", "host", "hostess", "supervisor", "foreman", "superintendent", "editor", "writer", "author", "copywriter", "journalist", "reporter", "photographer", "videographer", "artist", "illustrator", "animator", "producer", "recruiter", "buyer", "merchandiser", "salesperson", "sales", "salesman", "lawyer", "attorney", "paralegal", "counsel", "judge", "librarian", "curator", "translator", "interpreter", "ceo", "cto", "cfo", "coo", "cio", "cmo", "cpo", "vp", "svp", "evp", "md", "sde", "swe", "sre", "freelancer", "freelance", "contractor", "apprentice", "trainee", "volunteer", "mentor", "fellow", "fellowship", "postdoc", "postdoctoral", "student", "scholar", "member", "chair", "chairman", "chairwoman", "treasurer", "ambassador", "organizer", "facilitator", "moderator", "captain", "pilot", "sergeant", "lieutenant", "commander", "guard", "dispatcher", "estimator", "inspector", "surveyor", "tester", "qa", "devops", "fullstack", "full-stack", "frontend", "backend", "stylist", "hairdresser", "caregiver", "aide", "paramedic", "midwife", "dentist", "hygienist", "veterinarian", "biologist", "chemist", "physicist", "economist", "statistician", "mathematician", "psychologist", "counselor", "counsellor", "sociologist", "geologist", "evangelist", "advocate", "liaison", "executive", "practitioner", "entrepreneur", "handyman", "janitor", "housekeeper", "custodian", "laborer", "picker", "packer", "loader", "machinist", "assembler", "fabricator", "nanny", "babysitter", "maintainer", "expert", "master", "ninja", "tech", "scrum", "product-owner", "webmaster", "maker", "ta", "ra", "employee", "keynote", "speaker", "cto/cofounder", "staff", "entwickler", "entwicklerin", "softwareentwickler", "softwareentwicklerin", "ingenieur", "ingenieurin", "leiter", "leiterin", "teamleiter", "teamleiterin", "abteilungsleiter", "geschäftsführer", "geschäftsführerin", "berater", "beraterin", "mitarbeiter", "mitarbeiterin", "sachbearbeiter", "sachbearbeiterin", "kaufmann", "kauffrau", "bürokaufmann", "bürokauffrau", "praktikant", "praktikantin", "praktikum", "werkstudent", "werkstudentin", "auszubildender", "auszubildende", "azubi", "lehrer", "lehrerin", "arzt", "ärztin", "assistent", "assistentin", "referent", "referentin", "koordinator", "koordinatorin", "techniker", "technikerin", "mechaniker", "mechatroniker", "elektroniker", "elektriker", "verkäufer", "verkäuferin", "pflegefachkraft", "krankenpfleger", "krankenschwester", "pfleger", "pflegerin", "gesundheits", "erzieher", "erzieherin", "projektleiter", "projektleiterin", "projektmanager", "projektmanagerin", "produktmanager", "vertriebsleiter", "vertriebsmitarbeiter", "buchhalter", "buchhalterin", "steuerfachangestellte", "analystin", "redakteur", "redakteurin", "designerin", "grafiker", "grafikerin", "architektin", "fachkraft", "hilfskraft", "aushilfe", "stellvertretender", "stellvertretende", "doktorand", "doktorandin", "wissenschaftlicher", "wissenschaftliche", "studentische", "tutorin", "meister", "gesellin", "geselle", "facharbeiter", "fachinformatiker", "fachinformatikerin", "vorstand", "inhaber", "inhaberin", "gründer", "gründerin", "trainerin", "disponent", "lagerist", "koch", "köchin", "kellner", "kellnerin", "controllerin", "einkäufer", "einkäuferin", "ausbilder", "ausbilderin", "volontär", "volontärin", "systemadministrator", "administratorin", "spezialist", "spezialistin", "manager/in", "konstrukteur", "konstrukteurin", "bauleiter", "bauleiterin", "desarrollador", "desarrolladora", "programador", "programadora", "ingeniero", "ingeniera", "gerente", "director", "directora", "jefe", "jefa", "responsable", "coordinador", "coordinadora", "analista", "consultor", "consultora", "asesor", "asesora", "técnico", "técnica", "administrador", "administradora", "administrativo", "administrativa", "auxiliar", "asistente", "ayudante", "becario", "becaria", "practicante", "profesor", "profesora", "maestro", "maestra", "docente", "enfermero", "enfermera", "médico", "médica", "abogado", "abogada", "contable", "contador", "contadora", "vendedor", "vendedora", "dependiente", "dependienta", "comercial", "camarero", "camarera", "cocinero", "cocinera", "diseñador", "diseñadora", "arquitecto", "arquitecta", "periodista", "redactor", "redactora", "traductor", "traductora", "investigador", "investigadora", "fundador", "fundadora", "cofundador", "socio", "socia", "operario", "operaria", "conductor", "mecánico", "electricista", "recepcionista", "secretario", "secretaria", "encargado", "encargada", "especialista", "monitor", "monitora", "voluntario", "voluntaria", "líder", "supervisora", "farmacéutico", "farmacéutica", "développeur", "développeuse", "ingénieur", "ingénieure", "directeur", "directrice", "chef", "cheffe", "responsable", "chargé", "chargée", "consultante", "analyste", "technicien", "technicienne", "administrateur", "administratrice", "assistante", "stagiaire", "stage", "apprenti", "apprentie", "alternant", "alternante", "professeur", "professeure", "enseignant", "enseignante", "formateur", "formatrice", "infirmier", "infirmière", "médecin", "avocat", "avocate", "comptable", "vendeur", "vendeuse", "commerciale", "conseiller", "conseillère", "concepteur", "conceptrice", "graphiste", "architecte", "journaliste", "rédacteur", "rédactrice", "traducteur", "traductrice", "chercheur", "chercheuse", "fondateur", "fondatrice", "co-fondateur", "cofondateur", "associé", "gérant", "gérante", "opérateur", "opératrice", "conducteur", "mécanicien", "électricien", "réceptionniste", "secrétaire", "bénévole", "doctorant", "doctorante", "serveur", "serveuse", "cuisinier", "cuisinière", "animateur", "animatrice", "gestionnaire", "acheteur", "acheteuse", "éducateur", "éducatrice", "aide-soignant", "aide-soignante", "desenvolvedor", "desenvolvedora", "engenheiro", "engenheira", "diretor", "diretora", "coordenador", "coordenadora", "estagiário", "estagiária", "estágio", "professora", "enfermeiro", "enfermeira", "advogado", "advogada", "vendedor", "designer", "gestor", "gestora", "técnico", "chefe", "sócio", "assistente", "auxiliar", "contador", "encarregado", "bolsista", "sviluppatore", "sviluppatrice", "ingegnere", "direttore", "direttrice", "responsabile", "coordinatore", "coordinatrice", "analista", "consulente", "tecnico", "impiegato", "impiegata", "assistente", "tirocinante", "stagista", "insegnante", "docente", "infermiere", "infermiera", "medico", "avvocato", "commesso", "commessa", "progettista", "architetto", "giornalista", "ricercatore", "ricercatrice", "fondatore", "socio", "operaio", "cameriere", "cuoco", "educatore", "ontwikkelaar", "ingenieur", "directeur", "adviseur", "medewerker", "stagiair", "stagiaire", "docent", "verpleegkundige", "leraar", "projectleider", "teamleider", "beheerder", "onderzoeker", "oprichter", "verkoper", "utvecklare", "ingenjör", "chef", "konsult", "praktikant", "lärare", "sjuksköterska", "projektledare", "udvikler", "ingeniør", "leder", "konsulent", "utvikler", "rådgiver", "programista", "inżynier", "kierownik", "dyrektor", "specjalista", "konsultant", "stażysta", "praktykant", "nauczyciel", "pielęgniarka", "analityk", "księgowy", "asystent", "mühendis", "mühendisi", "geliştirici", "müdür", "müdürü", "uzman", "uzmanı", "stajyer", "öğretmen", "danışman", "yönetici", "разработчик", "инженер", "менеджер", "директор", "руководитель", "специалист", "аналитик", "консультант", "стажер", "стажёр", "преподаватель", "учитель", "программист", "дизайнер", "администратор"]
)  # fmt: skip
TITLES |= {
    fold(word)
    for words in tomllib.loads(
        resources.files("agent.resume.read").joinpath("lexicon/titles.toml").read_text(encoding="utf-8")
    ).values()
    for word in words.split()
}
TITLE_SIGNS = re.compile(
    "工程师|经理|总监|主管|专员|助理|实习|负责人|设计师|分析师|顾问|架构师|开发|教师|讲师|教授|研究员|会计|主任|总裁|创始人|运营|编辑|护士|医生|销售|代表|"
    "エンジニア|マネージャー|デザイナー|開発|部長|課長|リーダー|担当|インターン|개발자|엔지니어|매니저|디자이너|팀장|인턴",
)
COMPANY_SIGNS = re.compile(
    r"公司|集团|有限|科技|银行|股份|工作室|研究院|研究所|医院|株式会社|会社|합동회사|주식회사|㈜"
)
SCHOOL_SIGNS = re.compile(r"大学|学院|高中|中学|学校|大学院|高校|대학교|대학원|고등학교")
COMPANIES = frozenset(
    fold(word)
    for word in ["inc", "incorporated", "llc", "llp", "ltd", "limited", "corp", "corporation", "company", "co", "plc", "gmbh", "ag", "kg", "ohg", "mbh", "se", "ug", "e.v.", "ev", "gbr", "kgaa", "sa", "sas", "sarl", "s.a.", "s.l.", "sl", "slu", "s.a.s.", "s.p.a.", "spa", "srl", "s.r.l.", "bv", "b.v.", "nv", "n.v.", "ab", "oy", "as", "a/s", "aps", "sp", "pty", "pvt", "lp", "group", "gruppe", "groupe", "grupo", "gruppo", "holding", "holdings", "partners", "associates", "solutions", "technologies", "systems", "labs", "laboratories", "laboratory", "studio", "studios", "agency", "agentur", "agence", "agencia", "bank", "hospital", "clinic", "klinik", "klinikum", "krankenhaus", "clínica", "clinique", "hôpital", "school", "university", "universität", "universidad", "université", "college", "institute", "institut", "instituto", "foundation", "stiftung", "fundación", "fondation", "council", "ministry", "ministerium", "ministerio", "ministère", "department", "government", "army", "navy", "force", "bureau", "society", "association", "verein", "asociación", "restaurant", "hotel", "café", "cafe", "bakery", "store", "shop", "supermarket", "insurance", "versicherung", "versicherungen", "airlines", "logistics", "pharmacy", "apotheke", "farmacia", "industries", "industry", "enterprises", "ventures", "capital", "consulting", "media", "software", "services", "center", "centre", "zentrum", "centro", "network", "networks", "international", "global", "worldwide", "systeme", "technik", "werke", "werk", "bau", "handel", "ingenieurbüro", "praxis", "kanzlei", "hochschule", "schule", "kindergarten", "kita", "stadt", "landkreis", "gemeinde", "district", "city", "county", "club", "team", "trust", "union", "church", "ngo", "firm", "startup", "corporation", "energy", "motors", "electric", "pharmaceuticals", "pharma", "foods", "press", "publishing", "magazine", "journal", "museum", "library", "theatre", "theater", "academy", "akademie", "academia"]
)  # fmt: skip
SCHOOLS = re.compile(
    r"\b(?:universit\w*|universidad\w*|universidade\w*|université\w*|università\w*|uniwersytet\w*|univerzita\w*|üniversites\w*|university|uni|college|collège|school|schule|hochschule|fachhochschule|"
    r"\w*schulen?|\w*schulzentrum|(?:berufs)?bildungszentrum|oberstufenzentrum|\w*akademie|\w*lyzeum|bbs|c\.?e\.?i\.?p|\w*universität|\w*hochschule|gymnasium|\w*gymnasium|\w*kolleg|institut\w*|instituto|istituto|polytech\w*|politécnic\w*|politecnico|academy|akademie|academia|académie|accademia|école|ecole|escuela|escola|scuola|"
    r"lycée|liceo|liceu|colegio|faculty|fakultät|facultad|faculté|facoltà|seminary|conservatory|conservatoire|iut|iit|mit|eth|epfl|ucla|usc|nyu|suny|cuny|ucl|lse|kit|rwth|tu|fh|th|"
    r"bootcamp|universiteit|hogeschool|högskola|högskolan|universitet\w*|yliopisto|szkoła|politechnika|высшая|университет\w*|институт\w*|berufskolleg|ihk|handwerkskammer|i\.?e\.?s\.?|cfa|insa|hec|essec|edhec|esade|uned|high school|stanford|harvard|oxford|cambridge|berkeley|caltech|princeton|yale|cornell|columbia)\b"
    r"|大学|学院|高中|中学|学校|大学院|高校|대학교|대학원|고등학교",
    re.IGNORECASE,
)
DEGREES = re.compile(
    r"(?<![\w.])(?:"
    r"ph\.?\s?d\.?|d\.?phil\.?|dr\.?(?:\s?(?:rer|med|phil|ing|jur)\.?(?:\s?nat\.?|\s?pol\.?|\s?oec\.?)?)|doctor(?:ate|al)?(?:\s+(?:of|in)\s+(?:philosophy|medicine|education|business administration|pharmacy|nursing practice))?|"
    r"(?:executive\s+)?m\.?b\.?a\.?|m\.?eng\.?|m\.?sc\.?(?:\s?\((?:hons|eng)\.?\))?|m\.?s\.?(?:ed)?(?:\.(?=\W|$))?|m\.?a\.?(?:\.(?=\W|$))?|m\.?ed\.?|m\.?phil\.?|m\.?p\.?h\.?|m\.?f\.?a\.?|m\.?tech\.?|m\.?arch\.?|ll\.?[mb]\.?|j\.?d\.?|m\.?d\.?|m\.?c\.?a\.?|m\.?res\.?|m\.?s\.?w\.?|m\.?s\.?n\.?|m\.?p\.?a\.?|d\.?d\.?s\.?|d\.?n\.?p\.?|pharm\.?d\.?|"
    r"b\.?eng\.?|b\.?sc\.?(?:\s?\((?:hons|eng)\.?\))?|b\.?s\.?(?:\.(?=\W|$))?|b\.?a\.?(?:\s?\(hons\.?\))?(?:\.(?=\W|$))?|b\.?ed\.?|b\.?b\.?a\.?|b\.?tech\.?|b\.?com\.?|b\.?f\.?a\.?|b\.?arch\.?|b\.?c\.?a\.?|b\.?s\.?n\.?|b\.?b\.?s\.?|a\.?a\.?s?\.?|a\.?s\.?(?:\.(?=\W|$))?|g\.?e\.?d\.?|b\.?phil\.?|b\.?e\.?(?=\s+(?:in|,))|m\.?e\.?(?=\s+(?:in|,))|"
    r"bachelor(?:['’]?s)?(?:\s+(?:degree|of\s+(?:applied\s+)?(?:science|arts|engineering|technology|commerce|business(?:\s+administration)?|education|fine\s+arts|laws?|architecture|nursing|music|design|computer\s+applications|social\s+work|philosophy|medicine|physiotherapy|midwifery|theology|pharmacy|psychology|economics|accounting|management|teaching|physics|mathematics)))?(?:\s+\(hons\.?\)|\s+with\s+honou?rs)?|"
    r"master\s*[12](?!\d)(?:\s+(?:pro|recherche))?|master(?:['’]?s)?(?:\s+(?:degree|of\s+(?:applied\s+)?(?:science|arts|engineering|technology|commerce|business\s+administration|education|fine\s+arts|laws?|architecture|public\s+health|public\s+administration|public\s+policy|research|philosophy|nursing|music|design|finance|social\s+work|computer\s+applications|teaching|theology|divinity|management|accounting|accountancy|physics|mathematics|economics|chemistry|letters|studies|planning|physiotherapy|pharmacy)))?|"
    r"associate\s+of\s+(?:applied\s+)?(?:science|arts)|associate(?:['’]?s)?(?:\s+(?:degree|of\s+(?:applied\s+)?(?:science|arts)))?(?=\s+(?:in|of|degree)|\s*[,–-]|\s*$)|(?:high\s+school|secondary\s+school)\s+diploma|(?:advanced\s+|graduate\s+|postgraduate\s+|higher\s+national\s+|national\s+|honou?rs\s+)?diploma|(?:graduate|postgraduate|professional)\s+certificate|certificate|"
    r"a[- ]levels?|gcses?|hnd|hnc|nvq|btec|minor|postgraduate|undergraduate|exchange(?:\s+(?:student|semester|year))?|semester\s+abroad|erasmus(?:\s+\w+)?|self-education|nanodegree|"
    r"diplom(?:[- ]?(?:ingenieur(?:in)?|kauf(?:mann|frau)|informatiker(?:in)?|betriebswirt(?:in)?|physiker(?:in)?|psychologe|psychologin|designer(?:in)?|pädagoge|pädagogin))?(?:\s?\((?:fh|ba|tu|uni)\))?|dipl\.?[- ]?(?:ing|kfm|inf|betrw|phys|psych|päd|wirt)\.?(?:[- ]?(?:ing|inf)\.?)?(?:\s?\((?:fh|ba)\))?|magister(?:\s+artium)?|staatsexamen|(?:erstes|zweites|1\.|2\.)\s+staatsexamen|promotion|"
    r"(?:allgemeine\s+|fachgebundene\s+)?(?:fach)?hochschulreife|(?:fach)?abitur|matura|mittlere\s+reife|realschulabschluss|hauptschulabschluss|(?:berufs)?ausbildung(?:\s+(?:zum|zur|als))?|umschulung(?:\s+(?:zum|zur))?|lehre(?:\s+(?:zum|zur|als))|lehramt|fachschulabschluss|qualifizierender\s+abschluss|sekundarabschluss\s+i{1,2}|meister(?:brief|prüfung)|"
    r"licenciatura|licenciad[oa]|grado(?:\s+(?:superior|medio|universitario))?|graduad[oa]|diplomatura|diplomad[oa]|ingenier[íi]a(?:\s+(?:técnica|superior))?|ingenier[oa]|máster(?:\s+universitario)?|maestría|postgrado|posgrado|doctorado|doctor[a]?|bachillerato|bachiller|técnico\s+superior|educación\s+(?:secundaria(?:\s+obligatoria)?|primaria)|graduado\s+escolar|c\.?f\.?g\.?[sm]\.?|doble\s+(?:grado|máster)|ciclo\s+formativo(?:\s+de\s+grado\s+(?:superior|medio))?|fp|formación\s+profesional|e\.?s\.?o\.?|curso|título|tecnicatura|arquitectura(?=\s*$)|"
    r"licence(?:\s+(?:pro(?:fessionnelle)?))?|maîtrise|master\s*[12](?:\s+(?:pro|recherche))?|m[12](?=\s)|bts|dut|but(?=\s+[A-Z])|deug|dea|dess|cap|bep|(?:diplôme|titre)(?:\s+(?:d['’]ingénieur|d['’]état|universitaire|national))?|diplôme|baccalauréat|bac(?:\s*(?:\+\s*\d|[a-z]{1,3}\b|pro\w*|général|technologique))?|doctorat|thèse|ingénieur|classes?\s+préparatoires?|prépa|certificat|mastère(?:\s+spécialisé)?|"
    r"bacharelado|bacharel|mestrado|doutorado|doutoramento|graduação|pós-graduação|tecnólogo|ensino\s+médio|especialização|laurea(?:\s+(?:triennale|magistrale|specialistica))?|diploma\s+di\s+\w+|dottorato(?:\s+di\s+ricerca)?|maturità(?:\s+\w+)?|master\s+di\s+(?:primo|secondo)\s+livello|"
    r"kandidat(?:examen)?|civilingenjör|magisterexamen|licencjat|inżynier|doktorat|lisans|yüksek\s+lisans|бакалавр\w*|магистр\w*|специалист|аспирант\w*"
    r")(?![\w])|学士|硕士|博士|本科|大专|专科|高中|研究生|修士|학사|석사|박사",
    re.IGNORECASE,
)
TOKENS = re.compile(r"[\w.+#&/-]+")


@functools.lru_cache(maxsize=8192)
def title_score(text: str) -> float:
    """How much a text reads like a job title, from 0 to 2."""
    words = [fold(word.strip(".-/")) for part in TOKENS.findall(text) for word in (part, *part.split("/"))]
    hits = sum(is_title(word) or any(piece in TITLES for piece in word.split("-")) for word in dict.fromkeys(words))
    if TITLE_SIGNS.search(text):
        hits += 1
    return min(hits, 2) + (
        0.3
        if hits and re.match(r"(?i)(?:senior|junior|lead|sr\.?|jr\.?|staff|head|vice|deputy|principal|chief)\b", text)
        else 0
    )


@functools.lru_cache(maxsize=8192)
def outer_title(text: str) -> bool:
    """Whether the first or last word is a job's: a name of an employer rarely begins or ends so."""
    words = [fold(word.strip(".-/")) for word in TOKENS.findall(re.sub(r"\(.*?\)", "", text))]
    if words and (words[-1] in COMPANIES and len(words[-1]) <= 5):
        return False
    return bool(words) and any(is_title(word) for word in (words[0], words[-1]))


def is_title(word: str) -> bool:
    """Whether a folded word is a job's: as it stands, in a German compound, or as a woman's."""
    if word in TITLES or (len(word) > 9 and ends_in_title(word)):
        return True
    man = FEMALE.sub("", word)
    return man != word and (man in TITLES or (len(man) > 9 and ends_in_title(man)))


def ends_in_title(word: str) -> bool:
    """German compounds: `Vertriebsmitarbeiterin`, `Fertigungsmechaniker`."""
    return any(word.endswith(end) for end in LONG_ENDS)


FEMALE = re.compile(r"(?<=[a-zäöüß]{4})[*:_/-]?in(?:nen)?$")
LONG_ENDS = tuple(word for word in TITLES if len(word) >= 6 and word.isalpha())


@functools.lru_cache(maxsize=8192)
def company_score(text: str) -> float:
    """How much a text reads like an employer's or school's name, from 0 to 2."""
    words = [fold(word.strip("-/,")) for word in TOKENS.findall(text)]
    hits = float(sum(word in COMPANIES or word.strip(".") in COMPANIES for word in words))
    if COMPANY_SIGNS.search(text) or SCHOOL_SIGNS.search(text):
        hits += 1
    if SCHOOLS.search(text):
        hits += 0.5
    if re.fullmatch(r"[\w.-]+\.(?:com|org|net|io|de|es|fr|co|ai|dev|eu|is|app)", text.strip(), re.IGNORECASE):
        hits += 1
    return min(hits, 2)


def has_school(text: str) -> bool:
    return bool(SCHOOLS.search(text))


def find_degree(text: str) -> re.Match[str] | None:
    """The first degree in a text; short ones (`MA`, `BE`) only in capitals."""
    for found in DEGREES.finditer(text):
        plain = re.sub(r"[\s.]", "", found[0])
        if len(plain) > 3 or plain[:1].isupper() or not plain.isascii():
            if len(plain) <= 2 and not plain.isupper():
                continue
            if plain in {"MS", "MA", "BE", "ME", "AS", "AA", "MD", "BS", "BA"} and re.match(
                r"[\s,]*\d", text[found.end() :] or ""
            ):
                return found
            return found
    return None
