"""What can go wrong in one call, before it is decided whether to try again.

`sort` turns what the SDK raises into one of three: `Again` (try later), `NotUnderstood` (ask in another manner) or an
error of `agent.errors` (final).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Literal

import httpx2
import openai

from agent.errors import ModelError, ModelRefused, ModelRejected, ModelUnavailable

Why = Literal["busy", "silent", "cut", "unreachable"]
SAYS: Mapping[Why, str] = {
    "busy": "The model is busy",
    "silent": "The model does not answer",
    "cut": "The connection to the model broke",
    "unreachable": "The model cannot be reached",
}
OUT_OF_CREDIT = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance"}
)
FILTERED = frozenset({"content_filter", "content_policy_violation", "responsibleaipolicyviolation"})
MANNER = re.compile(
    r"response_format|json_schema|json_object|structured output|grammar|stream_options|max_tokens|temperature",
    re.IGNORECASE,
)
TOO_LONG = re.compile(
    r"context[ _](length|window|size)|maximum context|too many tokens|(prompt|input) is too long", re.IGNORECASE
)
RETRIED = frozenset({408, 409, 425, 429})


class Again(Exception):
    """Trying again may help; `wait` is the pause in seconds that the endpoint asks for."""

    def __init__(self, why: Why, wait: float | None = None, detail: str = "") -> None:
        super().__init__(f"{SAYS[why]}. {detail}".strip())
        self.why: Why = why
        self.wait = wait


class NotUnderstood(Exception):
    """The endpoint does not take the request as it was put; `str` is what it says of it.

    `too_long` is true when text and answer together exceed the model's context.
    """

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.too_long = bool(TOO_LONG.search(said))


def sort(error: openai.APIError) -> Again | NotUnderstood | ModelError:
    match error:
        case openai.APITimeoutError():
            return Again("silent")
        case openai.APIConnectionError():
            return Again("unreachable" if isinstance(error.__cause__, httpx2.ConnectError) else "cut")
        case openai.APIStatusError():
            return by_status(error.status_code, error, retry_after(error.response.headers))
        case _:  # an error told in the middle of a stream
            status = int(error.code) if error.code and error.code.isdigit() else 0
            return by_status(status, error, None) if 400 <= status < 600 else by_code(error) or Again("cut")


def by_status(status: int, error: openai.APIError, wait: float | None) -> Again | NotUnderstood | ModelError:
    said = " ".join(error.message.split())[:300]
    if (final := by_code(error)) is not None:
        return final
    if status == 413:
        return ModelRejected("The text is too long for this endpoint.")
    if status in {400, 415, 422, 501} or (status == 500 and MANNER.search(said)):
        return NotUnderstood(said)
    if status in RETRIED or status >= 500:
        return Again("busy", wait)
    if 300 <= status < 400:
        return ModelRejected("The language model's endpoint sends us elsewhere: check its address.")
    return ModelRejected(REFUSALS.get(status))


REFUSALS: Mapping[int, str] = {
    401: "The language model's endpoint refused our key.",
    402: "The language model's endpoint asks for payment: check the credit.",
    403: "The language model's endpoint does not permit this with our key.",
    404: "The language model's endpoint does not know this address or model: check both.",
}


def by_code(error: openai.APIError) -> ModelError | None:
    codes = {str(code).lower() for code in (error.code, error.type) if code}
    if codes & OUT_OF_CREDIT:
        return ModelRejected("The credit at the language model's endpoint is used up.")
    if codes & FILTERED:
        return ModelRefused()
    return None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait as `retry-after-ms` or `Retry-After` (seconds or a date) say; None where they say nothing."""
    from datetime import UTC, datetime

    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        value = headers.get(name, "")
        try:
            seconds = float(value) * unit
        except ValueError:
            continue
        if 0 <= seconds < float("inf"):
            return seconds
    try:
        until = parsedate_to_datetime(headers.get("retry-after", ""))
    except ValueError:
        return None
    moment = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def given_up(last: Again, tries: int) -> ModelUnavailable:
    return ModelUnavailable(
        f"{SAYS[last.why]}, also after {tries} tries. Try again later."
        if tries > 1
        else f"{SAYS[last.why]}. Try again later."
    )
