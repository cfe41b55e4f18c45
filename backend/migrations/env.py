"""Alembic's entry: runs on the connection that `migrate` hands over."""

from alembic import context

from backend.models import Base

FOREIGN = ("procrastinate_", "checkpoint")

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    include_name=lambda name, kind, _parents: kind != "table" or not (name or "").startswith(FOREIGN),
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
