"""Resumes written for these tests: one page, German, Chinese, and one that is nearly empty."""

import pytest

from agent.resume.lines import identify
from agent.resume.model import (
    Basics,
    Certificate,
    Education,
    Interest,
    Language,
    Line,
    Location,
    OtherSection,
    Profile,
    Project,
    Reference,
    Resume,
    SkillGroup,
    Work,
)


def lines(*texts: str) -> list[Line]:
    return [Line(text=text) for text in texts]


@pytest.fixture
def english() -> Resume:
    return identify(
        Resume(
            language="en",
            basics=Basics(
                name="Maren Ostrowski",
                label="Senior Backend Engineer",
                email="maren@ostrowski.example",
                phone="+49 151 5550 1234",
                url="https://ostrowski.example",
                location=Location(text="Hamburg, Germany"),
                profiles=[
                    Profile(network="GitHub", username="marenost", url="https://github.com/marenost"),
                    Profile(network="Mastodon", username="@maren@social.example"),
                ],
                summary=lines(
                    "Backend engineer with nine years in payments and logistics, at home in Python and PostgreSQL.",
                    "Leads small teams, writes things down and likes systems that stay up at night.",
                ),
                details=lines("Driving licence B"),
            ),
            work=[
                Work(
                    position="Senior Backend Engineer",
                    employer="Larkspur Freight GmbH",
                    location="Hamburg",
                    dates="Apr 2021 – Present",
                    url="https://larkspur.example",
                    summary=lines("Tariffs, quotes and bookings for container freight."),
                    highlights=lines(
                        "Cut the median quote time from 4.2 s to 380 ms with partial indexes.",
                        "Led four engineers through the split of the booking monolith, without a day of downtime.",
                    ),
                ),
                Work(
                    position="Backend Engineer",
                    employer="Tidewater Payments",
                    location="Berlin",
                    start="2018-01",
                    end="2021-03",
                    highlights=lines("Built the SEPA direct-debit pipeline that settles €12M a month."),
                    keywords=["Python", "Kafka"],
                ),
            ],
            education=[
                Education(
                    degree="M.Sc.",
                    area="Computer Science",
                    institution="Universität Leipzig",
                    dates="2013 – 2015",
                    score="1.4",
                )
            ],
            skills=[
                SkillGroup(name="Languages", level="expert", keywords=["Python", "Go", "SQL"]),
                SkillGroup(keywords=["PostgreSQL", "C++", "C#"]),
            ],
            projects=[Project(name="pgtariff", role="Author", url="github.com/marenost/pgtariff")],
            certificates=[
                Certificate(name="Certified Kubernetes Administrator", issuer="CNCF", dates="2022", start="2022")
            ],
            languages=[Language(language="German", fluency="native"), Language(language="English", fluency="C1")],
            interests=[Interest(name="Sailing", keywords=["dinghies"]), Interest(name="Choir")],
            references=[Reference(name="Dr. Ilse Wend", text="The calmest engineer I have worked with.")],
            other=[OtherSection(title="Talks", lines=lines("Intervals are not ranges, 2023", "Night shifts, 2022"))],
            unplaced=lines("Available from May"),
            hidden=["white text nobody sees"],
            titles={"work": "Professional History"},
            order=["summary", "skills", "work", "education", "other.1"],
        )
    )


@pytest.fixture
def german() -> Resume:
    return identify(
        Resume(
            language="de",
            basics=Basics(name="Jörg Weißmüller", email="j@post.example", summary=lines("Elektroniker aus Gößnitz.")),
            work=[
                Work(
                    position="Schichtführer",
                    employer="Papierfabrik Nordhaus GmbH & Co. KG",
                    dates="seit 04/2016",
                    highlights=lines(
                        "Störungssuche an SPS-gesteuerten Anlagen mit überlangen Namen wie „Müller-Straße“."
                    ),
                )
            ],
            languages=[Language(language="Deutsch", fluency="Muttersprache")],
        )
    )


@pytest.fixture
def chinese() -> Resume:
    return identify(
        Resume(
            language="zh",
            basics=Basics(name="林晓雯", label="高级数据工程师", location=Location(city="上海", country_code="CN")),
            work=[
                Work(
                    position="数据工程师",
                    employer="青禾物流集团",
                    dates="2016年7月 – 2020年3月",
                    highlights=lines("使用 Spark 重写路径规划作业，运行时间从 5 小时降至 40 分钟。"),
                )
            ],
            skills=[SkillGroup(name="编程语言", keywords=["Python", "SQL"])],
        )
    )
