import pytest

from agent.job.tongue import language_of
from agent.job.words import sentences, stem, words


@pytest.mark.parametrize(
    "family",
    [
        ["ventilated", "ventilator", "ventilation"],
        ["manage", "manager", "managed", "managing"],
        ["ticket", "tickets"],
        ["coach", "coached", "coaching"],
        ["documenting", "documentation", "documents"],
        ["administer", "administration", "administrator"],
        ["sold", "selling", "sales"],
        ["license", "licence", "licensed"],
    ],
)
def test_one_family_has_one_stem(family):
    assert len({stem(word) for word in family}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("product", "production"),
        ("internal", "international"),
        ("phone", "phonics"),
        ("procore", "process"),
        ("market", "marketing"),
        ("account", "accounting"),
        ("main", "maine"),
    ],
)
def test_what_only_looks_alike_stays_apart(one, other):
    assert stem(one) != stem(other)


def test_abbreviations_end_no_sentence():
    assert sentences("She has a B.Sc. in Chemistry. He works with e.g. SAP. Dr. Lee left.") == [
        "She has a B.Sc. in Chemistry.",
        "He works with e.g. SAP.",
        "Dr. Lee left.",
    ]


def test_words_keep_the_signs_of_names():
    assert words("C++, C#, CI/CD, Node.js and Security+ (five years')") == [
        "c++",
        "c#",
        "ci/cd",
        "node.js",
        "and",
        "security+",
        "five",
        "years",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("the cat and the dog", "en"),
        ("der Hund und die Katze", "de"),
        ("le chat et le chien", "fr"),
        ("el gato y los perros", "es"),
        ("", ""),
        ("日本語", ""),
    ],
)
def test_the_language_of_a_text(text, language):
    assert language_of(text) == language
