"""Connections that go only where the guard looked: resolved once, every address checked, the peer checked again.

Why: a name can resolve to a public address when it is checked and to a private one when it is connected to. So the
address that was checked is the one that is dialled, while the name still goes into Host, SNI and the certificate check.
"""

import contextlib
import ipaddress
import socket
import threading
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from scraper.errors import BlockedAddress, ConnectionFailed
from scraper.guard import public
from scraper.watch import Watch

Address = tuple[socket.AddressFamily, tuple[Any, ...]]


def dial(host: str, port: int, watch: Watch, *, trusted: bool) -> socket.socket:
    """Connects to the first address of the name that answers; refuses the name if any of its addresses is private."""
    addresses = resolve(host, port, watch)
    if not trusted and any(not public(str(address[0])) for _, address in addresses):
        raise BlockedAddress
    for family, address in addresses[:4]:
        connection = socket.socket(family, socket.SOCK_STREAM)
        try:
            connection.settimeout(watch.remaining())
            watch.add(connection)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.connect(address)
            peer = connection.getpeername()[0]
            if not _same(peer, str(address[0])) or (not trusted and not public(peer)):
                raise BlockedAddress
            return connection
        except OSError:
            connection.close()
            watch.check()
        except BaseException:
            connection.close()
            raise
    raise ConnectionFailed


def resolve(host: str, port: int, watch: Watch) -> list[Address]:
    """All stream addresses of the name, asked once, in a thread of its own because a resolver knows no deadline."""
    answer: list[Address] = []
    done = threading.Event()

    def ask() -> None:
        with contextlib.suppress(OSError, UnicodeError):
            for family, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                answer.append((family, address))
        done.set()

    threading.Thread(target=ask, name="fetch-resolve", daemon=True).start()
    watch.wait_for(done)
    if not answer:
        raise ConnectionFailed(f"There is no site with the name {host}.")
    return answer


class PinnedAdapter(HTTPAdapter):
    """A `requests` adapter whose connections are dialled by `dial`; `trusted` names "host:port" the guard lets through."""

    def __init__(self, watch: Watch, trusted: frozenset[str]) -> None:
        self._watch = watch
        self._trusted = trusted
        super().__init__(pool_connections=1, pool_maxsize=1, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        watch, trusted = self._watch, self._trusted

        class Plain(_PlainPool):
            dialler = (watch, trusted)

        class Secure(_SecurePool):
            dialler = (watch, trusted)

        self.poolmanager.pool_classes_by_scheme = {"http": Plain, "https": Secure}

    def proxy_manager_for(self, *_: Any, **__: Any) -> Any:
        raise BlockedAddress("A proxy would resolve names on its own, past the guard.")


class _PlainConnection(HTTPConnection):
    dialler: tuple[Watch, frozenset[str]]

    def _new_conn(self) -> socket.socket:
        return _dial_for(self)


class _SecureConnection(HTTPSConnection):
    dialler: tuple[Watch, frozenset[str]]

    def _new_conn(self) -> socket.socket:
        return _dial_for(self)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection
    dialler: tuple[Watch, frozenset[str]]

    def _new_conn(self) -> Any:
        connection = super()._new_conn()
        connection.dialler = self.dialler  # type: ignore[attr-defined]  # our own ConnectionCls has it
        return connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection
    dialler: tuple[Watch, frozenset[str]]

    def _new_conn(self) -> Any:
        connection = super()._new_conn()
        connection.dialler = self.dialler  # type: ignore[attr-defined]  # our own ConnectionCls has it
        return connection


def _dial_for(connection: _PlainConnection | _SecureConnection) -> socket.socket:
    watch, trusted = connection.dialler
    host = connection.host.strip("[]").removesuffix(".")
    port = int(connection.port or connection.default_port)
    return dial(host, port, watch, trusted=f"{host}:{port}" in trusted)


def _same(one: str, other: str) -> bool:
    return ipaddress.ip_address(one.partition("%")[0]) == ipaddress.ip_address(other.partition("%")[0])
