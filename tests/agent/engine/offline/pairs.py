"""Resumes and postings of several trades and languages, written for these tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from agent.engine.port import Task
from agent.job.match import match
from agent.job.model import Fact
from agent.job.requirements import read_requirements
from agent.resume.lines import identify
from agent.resume.model import Basics, Certificate, Education, Language, Line, Resume, SkillGroup, Work
from scraper.posting import Posting


def lines(text: str) -> list[Line]:
    return [Line(text=row.strip().removeprefix("- ")) for row in text.strip().splitlines() if row.strip()]


def work(position: str, employer: str, start: str, end: str, bullets: str) -> Work:
    now = not end
    return Work(
        position=position,
        employer=employer,
        dates=f"{month(start)} - {month(end) if end else 'Present'}",
        start=start,
        end=end,
        current=now,
        highlights=lines(bullets),
    )


def month(day: str) -> str:
    return f"{day[5:7]}/{day[:4]}"


def skills(*groups: str) -> list[SkillGroup]:
    found = []
    for group in groups:
        name, _, rest = group.rpartition(": ")
        found.append(SkillGroup(name=name, keywords=[each.strip() for each in rest.split(",")]))
    return found


TECH = Resume(
    language="en",
    basics=Basics(name="Tomas Varga", label="Backend Developer"),
    work=[
        work(
            "Backend Developer",
            "Pinecrest Rail",
            "2021-03",
            "",
            """- Keep the seat-map editor alive, including its print layout.
            - Moved ticket pricing from nightly batch files to REST APIs used by 12 resellers.
            - Deploy eight Python services to K8s with Helm and GitLab CI.
            - Tuned Postgres queries; the slowest report went from 40 seconds to 3.
            - Built the refund queue on RabbitMQ, 20,000 messages a day.
            - This cut manual refunds from 300 a week to about 20.""",
        ),
        work(
            "Software Developer",
            "Hollow Oak Clinics",
            "2017-09",
            "2021-02",
            """- Wrote appointment reminders in Django.
            - Looked after the Windows build server.
            - Took part in a Kafka proof of concept that was not in production.""",
        ),
    ],
    education=[Education(institution="Miskolc University", degree="B.Sc.", area="Computer Science", dates="2017")],
    skills=skills("Languages: Java, Bash, Python, SQL", "Tools: Docker, Git, Jenkins, K8s, Linux"),
    languages=[Language(language="English", fluency="C1"), Language(language="Hungarian", fluency="native")],
)
TECH_JOB = """Senior Backend Engineer

About us
We build booking software for ferries.

What you need
- 4+ years of backend development
- Strong Python skills
- PostgreSQL, including query tuning
- Kubernetes in production
- Experience with message queues such as RabbitMQ or Kafka
- REST API design
- Linux

Nice to have
- Terraform
- Go
- Helm
"""

NURSE = Resume(
    language="en",
    basics=Basics(
        name="Abena Oduya",
        summary=lines("Registered nurse who likes night shifts and clear handovers."),
    ),
    work=[
        work(
            "Registered Nurse",
            "Saint Brannock Hospital",
            "2019-06",
            "",
            """- Restock the ward and order linen.
            - Care for up to six patients a shift on a telemetry floor.
            - Chart in Epic and hand over at the bedside.
            - Place IVs and draw blood; do wound care after surgery.
            - Precept two new graduates a year.""",
        ),
        work("Nursing Assistant", "Maple House", "2016-05", "2019-05", "- Helped 14 residents with meals and bathing."),
    ],
    education=[Education(institution="Dunmore College", degree="BSN", dates="2019")],
    skills=skills("Phlebotomy, Patient education, EMR, Medication pass"),
    certificates=[Certificate(name="BLS", issuer="American Heart Association", dates="2024")],
)
NURSE_JOB = """Registered Nurse, Cardiac Step-Down

Requirements
- Active RN license
- 2 years of telemetry experience
- BLS required, ACLS preferred
- Experience with Epic or another EHR
- Wound care and IV therapy
- Medication administration
- Patient education

Benefits
- Tuition support
"""

ELECTRICIAN = Resume(
    language="en",
    basics=Basics(name="Ray Delacroix"),
    work=[
        work(
            "Journeyman Electrician",
            "Calloway Electric",
            "2018-04",
            "2024-08",
            """- Wired 22 retail units, from panel to last outlet.
            - Kept the van stocked and clean.
            - Read blueprints and bent conduit for schools and clinics.
            - Found faults in PLC cabinets with a multimeter.
            - Walked two apprentices through lockout/tagout.""",
        ),
        work(
            "Apprentice Electrician", "Calloway Electric", "2014-03", "2018-03", "- Pulled wire and cleaned up sites."
        ),
    ],
    certificates=[Certificate(name="OSHA 30", dates="2022")],
)
ELECTRICIAN_JOB = """Industrial Electrician

You need
- Journeyman electrician license
- 5 years of experience in commercial or industrial wiring
- Conduit bending
- Ability to read blueprints
- Troubleshooting programmable logic controllers
- Multimeter and basic test equipment
- OSHA 30
- Forklift certification is a plus
"""

MARKETER = Resume(
    language="en",
    basics=Basics(name="Lena Fournier", summary=lines("Marketer for small consumer brands.")),
    work=[
        work(
            "Marketing Manager",
            "Brightwell Teas",
            "2020-01",
            "2025-03",
            """- Organised the yearly staff party.
            - Ran search engine optimization for two shops; organic visits rose from 8,000 to 21,000 a month.
            - Sent a weekly newsletter in Mailchimp to 34,000 readers.
            - Set up GA4 and a dashboard in Looker Studio.
            - Managed an AdWords budget of $4,000 a month.""",
        ),
        work("Content Writer", "Fenland Press", "2017-02", "2019-12", "- Wrote three blog posts a week."),
    ],
    skills=skills("Copywriting, WordPress, Canva, Photoshop, Mailchimp"),
)
MARKETER_JOB = """Digital Marketing Specialist

What we look for
- SEO experience
- Google Ads
- Email marketing with Mailchimp or Klaviyo
- Google Analytics
- HubSpot is a plus
- Copywriting
"""

TEACHER = Resume(
    language="en",
    basics=Basics(name="Joel Amundsen", label="Science Teacher"),
    work=[
        work(
            "Science Teacher",
            "Kittredge Middle School",
            "2016-08",
            "",
            """- Sponsor the chess club.
            - Teach four sections of seventh-grade science, 28 students each.
            - Write IEPs with the special education team.
            - Run labs and post all work in Google Classroom.
            - Planned a unit on watersheds that three schools now use.""",
        ),
    ],
    education=[Education(institution="Lakemont State", degree="B.Ed.", area="Science Education", dates="2016")],
    skills=skills("Lesson plans, Google Classroom, Spanish (basic)"),
)
TEACHER_JOB = """Middle School Science Teacher

Qualifications
- State teaching license
- Lesson planning and curriculum development
- Experience with individualized education programs
- Google Classroom or another LMS
- Classroom management
"""

GERMAN = Resume(
    language="de",
    basics=Basics(name="Jana Kessler"),
    work=[
        work(
            "Softwareentwicklerin",
            "Nordhafen Logistik GmbH",
            "2019-04",
            "",
            """- Betreuung des internen Wikis.
            - Entwicklung von acht Diensten in Python und Betrieb auf K8s.
            - Ablösung einer Oracle-Datenbank durch Postgres, 400 GB ohne Datenverlust.
            - Einarbeitung von drei neuen Kollegen.""",
        ),
        work(
            "Softwareentwicklerin", "Talwerk AG", "2016-01", "2019-03", "- Programmierung von Schnittstellen in Java."
        ),
    ],
    skills=skills("Java, Git, Python, Docker"),
    languages=[Language(language="Deutsch", fluency="Muttersprache"), Language(language="Englisch", fluency="B2")],
)
GERMAN_JOB = """Backend-Entwickler (m/w/d)

Ihr Profil
- Mehrjährige Erfahrung mit Python
- Kenntnisse in PostgreSQL
- Erfahrung mit Kubernetes
- Docker
- Gute Englischkenntnisse

Von Vorteil
- Terraform
"""

FRENCH = Resume(
    language="fr",
    basics=Basics(name="Camille Roussel"),
    work=[
        work(
            "Comptable",
            "Ateliers Vaucluse",
            "2018-09",
            "",
            """- Commande des fournitures de bureau.
            - Rapprochements bancaires et déclarations de TVA pour trois sociétés.
            - Saisie dans SAP et tableaux de bord sous MS Excel.
            - Clôture mensuelle en cinq jours.""",
        ),
    ],
    skills=skills("Excel, Sage, Outlook, Anglais technique"),
)
FRENCH_JOB = """Comptable général

Profil recherché
- Maîtrise de SAP
- Très bonne maîtrise d'Excel
- Déclarations de TVA
- Anglais courant

Un plus
- Power BI
"""

SPANISH = Resume(
    language="es",
    basics=Basics(name="Iria Lousada"),
    work=[
        work(
            "Administrativa",
            "Conservas Ribadulla",
            "2017-05",
            "2024-01",
            """- Organización de la cena anual.
            - Facturación en SAP y control de cobros.
            - Hojas de cálculo en Excel para el inventario de 1.200 referencias.
            - Atención a clientes en inglés y portugués.""",
        ),
    ],
    skills=skills("Word, Outlook, Excel"),
    languages=[Language(language="Inglés", fluency="B2"), Language(language="Portugués", fluency="C1")],
)
SPANISH_JOB = """Administrativo/a de facturación

Requisitos
- Experiencia con SAP
- Dominio de Excel
- Inglés B2
- Atención al cliente

Se valorará
- Salesforce
"""

PAIRS = {
    "tech": (TECH, TECH_JOB),
    "nurse": (NURSE, NURSE_JOB),
    "electrician": (ELECTRICIAN, ELECTRICIAN_JOB),
    "marketer": (MARKETER, MARKETER_JOB),
    "teacher": (TEACHER, TEACHER_JOB),
    "german": (GERMAN, GERMAN_JOB),
    "french": (FRENCH, FRENCH_JOB),
    "spanish": (SPANISH, SPANISH_JOB),
}


@cache
def _read(name: str) -> tuple[Resume, Posting]:
    resume, text = PAIRS[name]
    shown = [key for key in ("summary",) if resume.basics.summary] + [
        "work",
        "education",
        "skills",
        "certificates",
        "languages",
    ]
    ready = identify(resume.model_copy(deep=True, update={"order": shown}))
    title, _, description = text.partition("\n")
    return ready, Posting(title=title, description=description, language=resume.language)


def task_of(name: str, facts: list[Fact] | None = None, **parts: object) -> Task:
    resume, posting = _read(name)
    report = match(read_requirements(posting), resume, facts or [])
    task = Task(resume=resume, posting=posting, report=report, facts=facts or [], language=resume.language)
    return replace(task, **parts)  # type: ignore[arg-type]  # the parts are the task's own fields
