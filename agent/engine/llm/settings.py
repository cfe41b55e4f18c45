"""What the model engine needs to know of an endpoint."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, SecretStr

OPENAI = "https://api.openai.com/v1"


class LlmSettings(BaseModel):
    """`base_url` is used as it is given; empty: OpenAI's own. `model` empty: the first that the endpoint lists.

    Times are seconds: `timeout_s` is the longest silence, `total_s` the longest a whole call may take.
    `max_answer_bytes` bounds what is read of one answer, `max_tokens` what is asked for.
    """

    model_config = ConfigDict(frozen=True)

    base_url: str = OPENAI
    api_key: SecretStr = SecretStr("")
    model: str = ""
    timeout_s: float = Field(default=60.0, gt=0)
    total_s: float = Field(default=300.0, gt=0)
    max_retries: int = Field(default=5, ge=0)
    concurrency: int = Field(default=4, ge=1, description="calls of one engine at the same time")
    backoff_s: float = Field(default=0.5, ge=0, description="pause before the first retry; doubles each time")
    backoff_cap_s: float = Field(default=20.0, ge=0)
    retry_after_cap_s: float = Field(default=120.0, ge=0, description="a longer Retry-After ends the call")
    max_tokens: int = Field(default=8192, ge=1)
    max_answer_bytes: int = Field(default=100_000, ge=1)

    @property
    def address(self) -> str:
        return self.base_url or OPENAI
