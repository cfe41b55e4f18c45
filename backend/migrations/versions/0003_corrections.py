"""What the person sets right of the reading of their file, where each version comes from, and how many pages it fills."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

JSON = postgresql.JSONB(astext_type=sa.Text())
EMPTY = sa.text("'[]'::jsonb")


def upgrade() -> None:
    op.add_column("questions", sa.Column("details", JSON, nullable=True))
    op.add_column("tailoring_sessions", sa.Column("confirmed", JSON, nullable=False, server_default=EMPTY))
    op.add_column(
        "tailoring_sessions", sa.Column("template", sa.String(length=10), nullable=False, server_default="classic")
    )
    op.add_column("versions", sa.Column("pages", sa.Integer(), nullable=True))
    op.add_column("versions", sa.Column("corrections", JSON, nullable=False, server_default=EMPTY))
    op.add_column("versions", sa.Column("kind", sa.String(length=10), nullable=False, server_default="tailored"))
    op.add_column("versions", sa.Column("by", sa.String(length=10), nullable=False, server_default="person"))
    op.execute("UPDATE versions SET kind = 'read', by = 'agent' WHERE number = 0")
    op.execute("UPDATE versions SET kind = 'restored' WHERE base IS NOT NULL")
    for table, column in (
        ("tailoring_sessions", "confirmed"),
        ("tailoring_sessions", "template"),
        ("versions", "corrections"),
    ):
        op.alter_column(table, column, server_default=None)
    for column in ("kind", "by"):
        op.alter_column("versions", column, server_default=None)
    op.create_check_constraint(
        op.f("ck_versions_kind"), "versions", "kind IN ('read', 'corrected', 'tailored', 'restored')"
    )
    op.create_check_constraint(op.f("ck_versions_by"), "versions", "by IN ('person', 'agent')")


def downgrade() -> None:
    op.drop_constraint(op.f("ck_versions_by"), "versions")
    op.drop_constraint(op.f("ck_versions_kind"), "versions")
    for column in ("by", "kind", "corrections", "pages"):
        op.drop_column("versions", column)
    for column in ("template", "confirmed"):
        op.drop_column("tailoring_sessions", column)
    op.drop_column("questions", "details")
