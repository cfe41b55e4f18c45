"""For orchestrators and Prometheus: is the process alive, is it ready, what is it doing."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from pydantic import BaseModel
from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from backend.database import database_of
from backend.errors import Unready, responses
from backend.models.run import STATUSES, Run

router = APIRouter(tags=["health"])


class Health(BaseModel):
    status: Literal["ok"]


@router.get("/health/live", summary="The process runs")
async def live() -> Health:
    return Health(status="ok")


@router.get("/health/ready", summary="The database answers and the worker runs", responses=responses(503))
async def ready(request: Request) -> Health:
    try:
        async with database_of(request).session() as db:
            await db.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError):
        raise Unready("The database cannot be reached.", "DATABASE_UNREACHABLE") from None
    worker = request.app.state.worker
    if worker is not None and not worker.well:
        raise Unready("The worker is being restarted.", "WORKER_DOWN")
    return Health(status="ok")


@router.get("/metrics", summary="Prometheus metrics", response_class=Response, responses=responses(503))
async def metrics(request: Request) -> Response:
    """Runs by status and open sockets, as they are now."""
    registry = CollectorRegistry()
    runs = Gauge("bespoke_runs", "Runs by status", ["status"], registry=registry)
    sockets = Gauge("bespoke_sockets", "Open sockets of this process", registry=registry)
    async with database_of(request).session() as db:
        rows = await db.execute(select(Run.status, func.count()).group_by(Run.status))
        counts: dict[str, int] = dict(rows.tuples().all())
    for status in STATUSES:
        runs.labels(status=status).set(counts.get(status, 0))
    sockets.set(sum(request.app.state.sockets.of.values()))
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
