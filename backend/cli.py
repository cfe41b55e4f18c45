"""The commands: `python -m backend serve | worker | migrate | tailor`."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Sequence

from backend.config import Settings, SettingsError, load_settings

SEND_BUFFER = 128 * 1024
SWITCH_SECONDS = 0.001
"""How long a busy thread may go on before the event loop gets its turn; Python's own 5 ms add up."""
USER_TIMEOUT_MS = 5_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit status. A missing or bad setting is one line that names it, and status 2."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m backend", description="Bespoke: tailors a resume to a job and invents nothing."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="the server, with a worker inside it")
    serve.add_argument("--host", help="address to listen on (BESPOKE_HOST)")
    serve.add_argument("--port", type=int, help="port to listen on, 0 for any free one (BESPOKE_PORT)")
    serve.add_argument("--no-worker", action="store_true", help="leave the work to `worker` processes")
    serve.set_defaults(run=run_server)

    worker = commands.add_parser("worker", help="a worker process; start any number, on any machine")
    worker.add_argument("--concurrency", type=int, help="runs at a time (BESPOKE_WORKER_CONCURRENCY)")
    worker.set_defaults(run=run_worker)

    migrate = commands.add_parser("migrate", help="bring the database up to date and exit")
    migrate.set_defaults(run=run_migrate)

    from backend.terminal import command as terminal

    terminal.add_parser(commands)
    return parser


def overrides(**given: object) -> dict[str, object]:
    return {name: value for name, value in given.items() if value is not None}


def prepared(settings: Settings) -> str:
    """The URL of the migrated database."""
    from backend.database import database_url
    from backend.migrations import migrate

    url = database_url(settings)
    migrate(url)
    return url


def run_migrate(_options: argparse.Namespace) -> int:
    prepared(load_settings())
    print("The database is up to date.")
    return 0


def run_server(options: argparse.Namespace) -> int:
    import uvicorn

    from backend.logs import set_up_logs
    from backend.main import make_server

    settings = load_settings(**overrides(host=options.host, port=options.port))
    set_up_logs(settings.log_level, settings.log_format)
    key = settings.signing_key
    assert key
    sys.setswitchinterval(SWITCH_SECONDS)
    listener = listening_socket(settings.host, settings.port)
    app = make_server(settings, prepared(settings), work=not options.no_worker)
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            ws_max_size=64 * 1024,
            ws_per_message_deflate=False,
            timeout_graceful_shutdown=5,
            server_header=False,
            proxy_headers=bool(settings.trusted_proxies),
            forwarded_allow_ips=settings.trusted_proxies,
            date_header=False,
        )
    )
    host, port = listener.getsockname()[:2]
    signal.signal(signal.SIGTERM, end)
    asyncio.run(serve(server, listener, f"Bespoke is at http://{host}:{port} (engine: {settings.engine_name})"))
    return 0


def end(number: int, _frame: object) -> None:
    """Uvicorn raises the signal again once it has shut down; to end by it would leave the embedded database running."""
    raise SystemExit(128 + number)


async def serve(server: object, listener: socket.socket, line: str) -> None:
    import uvicorn

    assert isinstance(server, uvicorn.Server)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    while not server.started and not serving.done():  # noqa: ASYNC110  # uvicorn has no event for it
        await asyncio.sleep(0.01)
    if server.started:
        print(line, flush=True)
    await serving


def listening_socket(host: str, port: int) -> socket.socket:
    """A listening socket whose connections drop a client that stops reading within seconds, not never.

    Raises SettingsError when the address cannot be had.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        if hasattr(socket, "TCP_USER_TIMEOUT"):
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, USER_TIMEOUT_MS)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError as error:
        raise SettingsError(f"BESPOKE_HOST, BESPOKE_PORT: cannot listen on {host}:{port}: {error.strerror}") from None
    listener.setblocking(False)
    return listener


def run_worker(options: argparse.Namespace) -> int:
    from backend.logs import set_up_logs

    settings = load_settings(**overrides(worker_concurrency=options.concurrency))
    set_up_logs(settings.log_level, settings.log_format)
    asyncio.run(work(settings, prepared(settings)))
    return 0


async def work(settings: Settings, url: str) -> None:
    from backend.database import Database
    from backend.queue import make_queue
    from backend.runs.feed import Feed
    from backend.worker import Worker, waiting_threads

    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.set_default_executor(waiting_threads())
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(name, ended.set)
    database = Database(url, pool_size=settings.database_pool)
    feed = Feed(database)
    database.announcer = feed.announce
    queue = make_queue(url)
    async with queue.open_async(), feed.running(), Worker(settings, database, queue).running():
        print(
            f"A worker takes {settings.worker_concurrency} runs at a time (engine: {settings.engine_name})", flush=True
        )
        await ended.wait()
    await database.close()
