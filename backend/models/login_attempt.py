"""A failed login, kept as long as it counts against the account and the address it came from.

Why hashes: what somebody types as a user name may be a password or a stranger's name. Why in the database: every
server process counts the same failures.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Identity, Index, LargeBinary, func
from sqlalchemy.orm import Mapped, mapped_column

from backend.models.base import Base


class LoginAttempt(Base):
    __tablename__ = "login_attempts"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    account: Mapped[bytes] = mapped_column(LargeBinary(32))
    address: Mapped[bytes] = mapped_column(LargeBinary(32))
    failed_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())

    __table_args__ = (
        Index("ix_login_attempts_account_failed_at", account, failed_at),
        Index("ix_login_attempts_address_failed_at", address, failed_at),
        Index("ix_login_attempts_failed_at", failed_at),
    )
