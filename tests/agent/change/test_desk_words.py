"""Work of offices, courts, museums and stages told in everyday words, and the lies that look like it."""

from __future__ import annotations

import pytest

from agent.change.ground import ground
from agent.change.model import EvidenceLine


def _is_supported(said: str, text: str) -> bool:
    return ground(text, [EvidenceLine(source="resume", ref="1", text=said)]).verdict == "supported"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Kept the bishop's diary.", "Managed the bishop's calendar."),
        ("Read tales to toddlers on Fridays.", "Led Friday story times for toddlers."),
        ("Showed tourists round the castle.", "Led guided tours of the castle for tourists."),
        ("Posted invoices in Xero.", "Posted invoices in accounting software."),
        ("Prepared W-2s and 1099s.", "Prepared tax forms."),
        ("Put each bill against the order before paying it.", "Matched invoices to purchase orders before payment."),
    ],
)
def test_the_term_of_the_trade_is_said_for_the_deed(said: str, text: str) -> None:
    assert _is_supported(said, text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("Helped keep the bishop's diary.", "Managed the bishop's calendar."),
        ("Attended a tour of the brewery.", "Led tours of the brewery."),
        ("Kept the bishop's diary.", "Managed the bishop's office."),
        ("Posted invoices in accounting software.", "Posted invoices in Xero."),
        ("Typed what the lawyer dictated.", "Represented clients in court."),
        ("Asked leaving staff for their reasons.", "Reduced turnover through exit interviews."),
    ],
)
def test_more_than_the_deed_is_refused(said: str, text: str) -> None:
    assert not _is_supported(said, text)
