"""Skills by all the ways they are written, and the words that only look like one."""

import pytest

from agent.engine.offline.terms import replaced
from agent.engine.offline.vocabulary import hedged, key_of, plainly, says, uses


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Deploy to K8s with Helm.", ["kubernetes", "helm"]),
        ("Ran CI/CD on AWS/GCP.", ["ci/cd", "aws", "google cloud"]),
        ("Wrote services in Go, Rust and Java.", ["go", "rust", "java"]),
        ("We go where the work is and react to alarms.", []),
        ("Go through invoices in a clear word.", []),
        ("Manage a 12-node cluster", []),
        ("Node", ["node.js"]),
        ("Handle AR for wholesale and AP for the stores.", ["accounts receivable", "accounts payable"]),
        ("A postcard with a touch of AR.", []),
        ("See github.com/react or mail go@sage.com", []),
        ("PythonとKubernetesの経験", ["python", "kubernetes"]),
        ("Betrieb auf Postgres und K8s", ["postgresql", "kubernetes"]),
    ],
)
def test_what_a_text_names(text, keys):
    assert [use.key for use in uses(text)] == keys


def test_an_unlisted_term_is_found_by_its_own_words():
    assert [use.text for use in uses("Cut CRRT time; crrt class in 2022", "CRRT")] == ["CRRT", "crrt"]
    assert key_of("CRRT") == "crrt"
    assert says("Knowledge of Patient-Education", "patient education")


@pytest.mark.parametrize(
    ("text", "term", "plain"),
    [
        ("Moved 400 GB to Postgres without downtime.", "PostgreSQL", True),
        ("Never used Postgres.", "PostgreSQL", False),
        ("Postgres: none yet", "PostgreSQL", False),
        ("Currently learning Rust in the evenings.", "Rust", False),
        ("Kafka as coursework", "Kafka", False),
        ("Assisted with month-end close in SAP.", "SAP", False),
        ("No complaints, 30 orders a day in SAP.", "SAP", True),
        ("Ablösung durch Postgres, 400 GB ohne Datenverlust.", "PostgreSQL", True),
        ("Keine Erfahrung mit SAP", "SAP", False),
    ],
)
def test_what_is_denied_bounded_or_only_helped_with_is_not_plain(text, term, plain):
    assert plainly(text, term) is plain
    assert hedged("No complaints about it")


@pytest.mark.parametrize(
    ("text", "form", "term", "after"),
    [
        ("Deploy to K8s with Helm.", "K8s", "Kubernetes", "Kubernetes (K8s)"),
        ("Ran K8s clusters.", "K8s", "Kubernetes", "Kubernetes"),
        ("Built K8s-based jobs.", "K8s", "Kubernetes", "Kubernetes"),
        ("Found faults in PLC cabinets.", "PLC", "programmable logic controllers", None),
        ("Moved it (K8s)", "K8s", "Kubernetes", None),
        ("Tuned Postgres queries.", "Postgres", "PostgreSQL", "PostgreSQL"),
        ("Wrote unit tests.", "unit tests", "unit testing", None),
        (
            "Ran search engine optimization for shops.",
            "search engine optimization",
            "SEO",
            "search engine optimization (SEO)",
        ),
        ("Managed an AdWords budget.", "AdWords", "Google Ads", None),
        ("A vote through API Rest.", "Rest", "REST APIs", None),
    ],
)
def test_a_term_comes_into_a_sentence_only_where_it_reads_well(text, form, term, after):
    end = text.index(form) + len(form)
    assert replaced(form, term, named=False, text=text, end=end) == after


@pytest.mark.parametrize(
    ("form", "term", "after"),
    [
        ("K8s", "Kubernetes", "Kubernetes (K8s)"),
        ("Lesson plans", "lesson planning", "Lesson planning"),
        ("Medication pass", "medication administration", "Medication administration (medication pass)"),
        ("Salesforce.com", "Salesforce", "Salesforce"),
        ("REST", "REST APIs", "REST APIs"),
        ("REST API", "REST APIs", None),
        ("sklearn", "scikit-learn", "scikit-learn (sklearn)"),
        ("ReactJS", "React", "React"),
    ],
)
def test_a_keyword_says_it_as_the_posting_does(form, term, after):
    assert replaced(form, term, named=True, text=form, end=len(form)) == after
