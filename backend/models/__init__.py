"""All tables, apart from the features that use them."""

from backend.models.base import Base
from backend.models.login_attempt import LoginAttempt
from backend.models.refresh_token import RefreshToken, TokenFamily
from backend.models.run import Event, IdempotencyKey, Message, ModelCall, Question, Run, Ticket
from backend.models.tailoring import Fact, Letter, Posting, ProposedChange, TailoringSession, Upload, Version
from backend.models.user import User

__all__ = [
    "Base",
    "Event",
    "Fact",
    "IdempotencyKey",
    "Letter",
    "LoginAttempt",
    "Message",
    "ModelCall",
    "Posting",
    "ProposedChange",
    "Question",
    "RefreshToken",
    "Run",
    "TailoringSession",
    "Ticket",
    "TokenFamily",
    "Upload",
    "User",
    "Version",
]
