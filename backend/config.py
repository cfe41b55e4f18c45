"""The settings, `BESPOKE_*` in the environment or in `.env`. Data only: nothing here opens, builds or connects."""

from __future__ import annotations

import os
import secrets
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

MINIMUM_SECRET = 32

CommaList = Annotated[list[str], NoDecode]


class SettingsError(Exception):
    """A setting is missing or wrong; the message is one line that names it."""


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="BESPOKE_", env_file=".env", extra="ignore", env_ignore_empty=True)

    environment: Literal["development", "production"] = "development"
    database_url: str = Field(default="", description="postgresql://…; unset: an embedded PostgreSQL in DATA_DIR")
    data_dir: Path = Path("data")
    upload_dir: Path = Path("uploads")
    secret_key: SecretStr = SecretStr("")
    engine: Literal["auto", "offline", "llm"] = "auto"
    llm_base_url: str = ""
    llm_api_key: SecretStr = SecretStr("")
    llm_model: str = ""
    llm_timeout_seconds: float = Field(
        default=60, gt=0, description="longest silence of the model before it is asked again"
    )
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    allowed_origins: CommaList = Field(
        default=[], description="origins of other web clients; the server's own is always allowed"
    )
    trusted_proxies: CommaList = Field(
        default=[], description="addresses of reverse proxies whose X-Forwarded-* are believed"
    )
    upload_max_bytes: int = Field(default=10_000_000, gt=0)
    scraper_allowed_hosts: CommaList = Field(default=[], description="host:port let through the private-address guard")
    scraper_contact: str = Field(default="", description="an address or URL that the scraper's user agent names")
    scraper_respect_robots: bool = True
    scraper_cache_seconds: float = Field(default=3600, ge=0, description="how long a fetched page is kept in memory")
    scraper_browser: str = Field(
        default="", description="path of a Chromium for pages that are empty without JavaScript"
    )
    ocr: bool = Field(default=False, description="read scans with the tesseract program")
    ocr_languages: CommaList = Field(
        default=[], description="Tesseract's names, such as eng,deu; unset: all it has, up to four"
    )
    worker_concurrency: int = Field(default=8, ge=1)
    access_token_minutes: int = Field(default=15, ge=1)
    password_memory_kib: int = Field(default=65_536, ge=1_024, description="memory that one password hash takes")
    refresh_token_days: int = Field(default=30, ge=1)
    sockets_per_user: int = Field(default=20, ge=1)
    sessions_open_per_user: int = Field(default=40, ge=1)
    database_pool: int = Field(default=10, ge=2)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["auto", "json", "console"] = "auto"

    @field_validator("allowed_origins", "scraper_allowed_hosts", "trusted_proxies", "ocr_languages", mode="before")
    @classmethod
    def split(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("database_url")
    @classmethod
    def know_the_dialect(cls, value: str) -> str:
        if value and not value.startswith(("postgresql://", "postgres://")):
            raise ValueError("must start with postgresql://")
        return value

    @model_validator(mode="after")
    def demand_secret(self) -> Self:
        secret = self.secret_key.get_secret_value()
        if secret and len(secret.encode()) < MINIMUM_SECRET:
            raise ValueError(f"SECRET_KEY must have at least {MINIMUM_SECRET} bytes")
        if self.environment == "production" and not secret:
            raise ValueError("SECRET_KEY must be set in production")
        if self.engine == "llm" and not (self.llm_base_url or self.llm_api_key.get_secret_value()):
            raise ValueError("ENGINE=llm needs LLM_BASE_URL or LLM_API_KEY")
        return self

    @cached_property
    def signing_key(self) -> str:
        """The key of our tokens: SECRET_KEY, or one made once and kept, readable by us alone, in the data folder."""
        return self.secret_key.get_secret_value() or kept_secret(self.data_dir / "secret_key")

    @property
    def engine_name(self) -> Literal["offline", "llm"]:
        if self.engine != "auto":
            return self.engine
        return "llm" if self.llm_base_url or self.llm_api_key.get_secret_value() else "offline"


def kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    secret = path.read_text()
    if len(secret) < MINIMUM_SECRET:
        raise SettingsError(f"BESPOKE_SECRET_KEY: {path} holds no usable key; delete it to have a new one made")
    return secret


def load_settings(**overrides: Any) -> Settings:
    """The settings, or a `SettingsError` of one line that names what is wrong."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        message = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"BESPOKE_{name}: {message}" if name else f"BESPOKE_{message}") from None
