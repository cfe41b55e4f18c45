"""Made-up people and what their resumes say: the truth that samples in every layout are made from and measured against."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Role:
    position: str
    employer: str
    place: str
    dates: str
    start: str
    end: str
    bullets: tuple[str, ...]
    current: bool = False


@dataclass(frozen=True)
class Study:
    degree: str
    area: str
    school: str
    dates: str
    start: str
    end: str


@dataclass(frozen=True)
class Person:
    language: str
    name: str
    label: str
    email: str
    phone: str
    place: str
    site: str
    summary: str
    titles: dict[str, str]
    work: tuple[Role, ...]
    education: tuple[Study, ...]
    skills: dict[str, tuple[str, ...]]
    languages: tuple[tuple[str, str], ...]
    interests: tuple[str, ...] = field(default=())


MARTA = Person(
    "es", "Marta Quintanilla Ferrer", "Responsable de logística", "marta.quintanilla@correo.example", "+34 612 345 678", "Zaragoza, España", "linkedin.com/in/martaquintanilla",
    "Profesional de la logística con doce años de experiencia en almacenes de alimentación. Dirijo equipos de hasta cuarenta personas y me ocupo de que cada pedido salga a su hora.",
    {"summary": "Perfil profesional", "work": "Experiencia laboral", "education": "Formación académica", "skills": "Competencias", "languages": "Idiomas", "contact": "Datos de contacto", "interests": "Aficiones"},
    (
        Role("Responsable de logística", "Frutas del Ebro S.L.", "Zaragoza", "marzo 2018 - actualidad", "2018-03", "", ("Coordino a treinta y ocho personas en tres turnos", "Reduje las roturas de existencias un 22 % en dos años mediante recuentos cíclicos", "Implanté el sistema de gestión de almacén en cuatro meses"), current=True),
        Role("Jefa de almacén", "Distribuciones Moncayo S.A.", "Huesca", "sept. 2013 - feb. 2018", "2013-09", "2018-02", ("Organicé la mudanza a un almacén de 12.000 metros cuadrados", "Formé a veinte carretilleros")),
        Role("Auxiliar administrativa", "Transportes Gállego", "Zaragoza", "06/2010 - 08/2013", "2010-06", "2013-08", ("Atendí a clientes y transportistas por teléfono",)),
    ),
    (Study("Grado", "Administración y Dirección de Empresas", "Universidad de Zaragoza", "2006 - 2010", "2006", "2010"), Study("Máster", "Logística Integral", "Escuela de Negocios del Norte", "2011 - 2012", "2011", "2012")),
    {"Programas": ("SAP MM", "Excel avanzado", "Power BI"), "Métodos": ("Lean", "Kaizen", "Inventario cíclico")},
    (("Español", "nativo"), ("Inglés", "B2"), ("Francés", "A2")),
    ("montañismo", "coro"),
)  # fmt: skip
JONAS = Person(
    "de", "Jonas Wiedenhöft", "Elektroniker für Betriebstechnik", "jonas.wiedenhoeft@post.example", "+49 171 5550142", "34117 Kassel", "xing.com/profile/Jonas_Wiedenhoeft",
    "Elektroniker mit neun Jahren Erfahrung in der Instandhaltung von Förderanlagen. Ich arbeite gern im Team und übernehme Verantwortung für Anlagen, die nicht stillstehen dürfen.",
    {"summary": "Kurzprofil", "work": "Berufserfahrung", "education": "Ausbildung", "skills": "Kenntnisse", "languages": "Sprachkenntnisse", "contact": "Persönliche Daten", "interests": "Interessen"},
    (
        Role("Elektroniker Instandhaltung", "Nordhessische Fördertechnik GmbH", "Kassel", "seit 04/2019", "2019-04", "", ("Wartung und Störungsbehebung an zwölf Förderlinien", "Einführung eines digitalen Schichtbuchs, dadurch 15 % weniger Stillstand", "Betreuung von zwei Auszubildenden"), current=True),
        Role("Servicetechniker", "Aufzugbau Bremer & Söhne KG", "Göttingen", "01/2016 – 03/2019", "2016-01", "2019-03", ("Montage und Prüfung von Personenaufzügen im Kundenauftrag", "Bereitschaftsdienst im Raum Südniedersachsen")),
        Role("Werkstudent Elektrowerkstatt", "Papierfabrik Fuldatal AG", "Fuldatal", "08/2014 – 12/2015", "2014-08", "2015-12", ("Verdrahtung von Schaltschränken nach Plan",)),
    ),
    (Study("Ausbildung zum", "Elektroniker für Betriebstechnik", "Max-Eyth-Schule Kassel", "09/2011 – 02/2015", "2011-09", "2015-02"), Study("Mittlere Reife", "", "Georg-August-Zinn-Schule", "2005 – 2011", "2005", "2011")),
    {"Technik": ("SPS S7", "Schaltschrankbau", "Frequenzumrichter"), "Software": ("TIA Portal", "EPLAN", "MS Office")},
    (("Deutsch", "Muttersprache"), ("Englisch", "gute Kenntnisse")),
    ("Radfahren", "Modellbau"),
)  # fmt: skip
CLAIRE = Person(
    "fr", "Claire Vasseur-Morel", "Infirmière coordinatrice", "claire.vasseur@courriel.example", "06 12 34 56 78", "Rennes, France", "linkedin.com/in/clairevasseurmorel",
    "Infirmière diplômée d'État depuis 2011, j'encadre des équipes de soins en gériatrie. Attentive aux familles, je défends une organisation claire et un accueil digne.",
    {"summary": "Profil", "work": "Expériences professionnelles", "education": "Formation", "skills": "Compétences", "languages": "Langues", "contact": "Coordonnées", "interests": "Centres d'intérêt"},
    (
        Role("Infirmière coordinatrice", "EHPAD Les Tilleuls", "Rennes", "janvier 2019 - aujourd'hui", "2019-01", "", ("Encadrement de dix-huit soignants et aides-soignants", "Mise en place d'un plan de prévention des chutes, 30 % de chutes en moins", "Suivi des dossiers médicaux de 84 résidents"), current=True),
        Role("Infirmière en gériatrie", "Centre hospitalier de Fougères", "Fougères", "sept. 2014 - déc. 2018", "2014-09", "2018-12", ("Soins quotidiens dans un service de trente lits", "Tutorat d'étudiants en soins infirmiers")),
        Role("Infirmière", "Clinique Saint-Yves", "Rennes", "07/2011 - 08/2014", "2011-07", "2014-08", ("Soins postopératoires en chirurgie orthopédique",)),
    ),
    (Study("Diplôme d'État", "infirmier", "IFSI de Rennes", "2008 - 2011", "2008", "2011"), Study("Baccalauréat", "scientifique", "Lycée Chateaubriand", "2005 - 2008", "2005", "2008")),
    {"Soins": ("Pansements complexes", "Prélèvements", "Soins palliatifs"), "Outils": ("Netsoins", "Excel", "Titan")},
    (("Français", "langue maternelle"), ("Anglais", "intermédiaire"), ("Espagnol", "notions")),
    ("randonnée", "aquarelle"),
)  # fmt: skip
PRIYA = Person(
    "en", "Priya Raghunathan", "Clinical Pharmacist", "priya.raghunathan@mail.example", "(503) 555-0186", "Portland, OR", "github.com/priyaraghu",
    "Clinical pharmacist with ten years in oncology and infusion care. I build dosing protocols that nurses trust and train the residents who will carry them on.",
    {"summary": "Professional Summary", "work": "Professional Experience", "education": "Education", "skills": "Core Skills", "languages": "Languages", "contact": "Contact", "interests": "Interests"},
    (
        Role("Clinical Pharmacist, Oncology", "Willamette Cancer Center", "Portland, OR", "Aug 2019 - Present", "2019-08", "", ("Verified 120 chemotherapy orders a week and cut dosing queries by 31%", "Wrote the infusion reaction protocol now used at four sites", "Precepted nine pharmacy residents"), current=True),
        Role("Staff Pharmacist", "Cascade Community Hospital", "Bend, OR", "July 2015 - July 2019", "2015-07", "2019-07", ("Covered evening shifts for a 180-bed hospital", "Led the switch to barcode medication administration")),
        Role("Pharmacy Intern", "Rosewood Pharmacy Inc.", "Corvallis, OR", "May 2013 - June 2015", "2013-05", "2015-06", ("Counselled patients on new prescriptions",)),
    ),
    (Study("Doctor of Pharmacy", "", "Oregon State University", "2011 - 2015", "2011", "2015"), Study("BS", "Biochemistry", "Reed College", "2007 - 2011", "2007", "2011")),
    {"Clinical": ("Chemotherapy protocols", "Pharmacokinetics", "Infusion therapy"), "Systems": ("Epic Willow", "Pyxis", "SQL")},
    (("English", "native"), ("Tamil", "fluent"), ("Spanish", "intermediate")),
    ("trail running", "ceramics"),
)  # fmt: skip
PEOPLE = {person.language: person for person in (MARTA, JONAS, CLAIRE, PRIYA)}
