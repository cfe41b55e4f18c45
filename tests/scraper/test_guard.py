"""No URL leads into the network this server stands in: the text of the URL, its addresses, the reached peer."""

import socket
import threading
from collections.abc import Iterator

import pytest

from scraper.errors import BlockedAddress, InvalidUrl, ScrapeError, UnsupportedScheme
from scraper.fetch import FetchSettings, fetch
from scraper.guard import check_url, public

QUICK = FetchSettings(deadline_s=3, cache_s=0, respect_robots=False)
HOSTILE = [
    "http://127.0.0.1/", "http://127.0.0.1:{port}/", "https://127.0.0.1:{port}/", "http://localhost/", "http://localhost:{port}/", "http://LOCALHOST:{port}/",
    "http://localhost.:{port}/", "http://foo.localhost:{port}/", "http://127.1/", "http://127.1:{port}/", "http://127.0.1/", "http://2130706433/", "http://2130706433:{port}/",
    "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0x7f.1/", "http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.1./", "http://127.000.000.001/",
    "http://0/", "http://0.0.0.0/", "http://0.0.0.0:{port}/", "http://[::]/", "http://[::1]/", "http://[::1]:{port}/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]:{port}/", "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::7f00:1]/", "http://[2002:7f00:1::]/", "http://[2002:a00:1::1]/", "http://[2001:0:7f00:1::]/",
    "http://[::ffff:0:127.0.0.1]/", "http://[fe80::1]/", "http://[fe80::1%25eth0]/", "http://[fe80::1%25lo]:{port}/", "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://[ff02::1]/", "http://[fec0::1]/",
    "http://①②⑦.⓪.⓪.①/", "http://①②⑦.⓪.⓪.①:{port}/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/", "http://１２７.０.０.１/", "http://127。0。0。1/",
    "http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.254/", "http://192.168.0.1/", "http://192.168.1.1:80/", "http://169.254.169.254/latest/meta-data/",
    "http://169.254.170.2/v2/credentials", "http://metadata.google.internal/", "http://100.64.0.1/", "http://100.100.100.200/", "http://198.18.0.1/", "http://192.0.0.192/", "http://192.0.2.1/", "http://203.0.113.9/",
    "http://224.0.0.1/", "http://239.255.255.250/", "http://240.0.0.1/", "http://255.255.255.255/", "http://168.63.129.16/", "http://192.88.99.1/",
    "http://user@127.0.0.1:{port}/", "http://user:secret@example.com/", "http://example.com@127.0.0.1:{port}/", "http://127.0.0.1:{port}@example.com/", "http://127.0.0.1:{port}\\@example.com/", "http://example.com\\@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}#@example.com/", "http://127.0.0.1%3a{port}/", "http://127.0.0.1%00.example.com/", "http://127.0.0.1%2f.example.com/", "http:///127.0.0.1:{port}/", "http:127.0.0.1:{port}/", "//127.0.0.1:{port}/", "127.0.0.1:{port}",
    "http://example.com:22/", "http://example.com:8080/", "http://example.com:0/", "http://example.com:99999/", "http://example.com:-1/", "http://example.com:80a/", "https://example.com:{port}/",
    "file:///etc/passwd", "ftp://127.0.0.1:{port}/", "gopher://127.0.0.1:{port}/_x", "dict://127.0.0.1:{port}/", "jar:http://127.0.0.1:{port}!/", "data:text/html,hi", "javascript:alert(1)", "ws://127.0.0.1:{port}/", "unix:///var/run/docker.sock", "view-source:http://127.0.0.1/",
    "http://intranet/", "http://printer.local/", "http://db.internal/", "http://router.lan/", "http://nas.home.arpa/", "http://host.docker.internal:{port}/", "http://kubernetes.default.svc.cluster.local/",
    "http://exa mple.com/", "http://example.com/\r\nHost: 127.0.0.1", "http://example.com\t.evil/", "http://-bad.example.com/", "http://" + "a" * 300 + ".com/", "http://example.com/" + "a" * 5000, "", "   ", "http://", "http://.", "http://..", "http://[::1", "http://[zz]/",
]  # fmt: skip


@pytest.fixture
def canary() -> Iterator[tuple[int, list[str]]]:
    """A listener on loopback and the list of who connected to it."""
    visits: list[str] = []
    listeners = [socket.create_server(("127.0.0.1", 0))]
    port = listeners[0].getsockname()[1]
    if socket.has_dualstack_ipv6():
        listeners.append(socket.create_server(("::1", port), family=socket.AF_INET6))

    def listen(listener: socket.socket) -> None:
        while True:
            try:
                connection, peer = listener.accept()
            except OSError:
                return
            visits.append(str(peer))
            connection.close()

    threads = [threading.Thread(target=listen, args=(each,), daemon=True) for each in listeners]
    for thread in threads:
        thread.start()
    yield port, visits
    for listener in listeners:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
    for thread in threads:
        thread.join(2)


@pytest.fixture
def no_names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names resolve to nothing; the list shows what was asked, so that no test goes out to a resolver."""
    asked: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    return asked


def test_the_table_is_long() -> None:
    assert len(set(HOSTILE)) >= 60


def test_the_canary_sings(canary: tuple[int, list[str]]) -> None:
    port, visits = canary
    fine = FetchSettings(allowed_hosts=frozenset({f"127.0.0.1:{port}"}), respect_robots=False, cache_s=0, deadline_s=3)
    with pytest.raises(ScrapeError):
        fetch(f"http://127.0.0.1:{port}/", fine)
    assert visits


@pytest.mark.parametrize("url", HOSTILE)
def test_hostile_urls_reach_nobody(url: str, canary: tuple[int, list[str]], no_names: list[str]) -> None:
    port, visits = canary
    with pytest.raises(ScrapeError) as refused:
        fetch(url.replace("{port}", str(port)), QUICK)
    assert isinstance(refused.value, InvalidUrl | BlockedAddress | UnsupportedScheme)
    assert visits == []
    assert no_names == []


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "https://example.com/",
        "https://jobs.example.co.uk/job/1?x=1&y=%20#frag",
        "https://bücher.example.com/stelle",
        "http://example.com:80/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "https://jobs.example.com/stelle/köln",
        " https://example.com/ ",
    ],
)
def test_public_urls_pass(url: str) -> None:
    assert check_url(url).scheme in {"http", "https"}


def test_an_international_host_becomes_ascii() -> None:
    assert check_url("https://bücher.example.com/a b".replace(" ", "%20")).host == "xn--bcher-kva.example.com"


def test_an_allowed_host_is_allowed_with_its_port_alone() -> None:
    allowed = frozenset({"127.0.0.1:8080"})
    assert check_url("http://127.0.0.1:8080/", allowed).trusted
    with pytest.raises(BlockedAddress):
        check_url("http://127.0.0.1:8081/", allowed)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "64:ff9b::101:101"])
def test_public_addresses(address: str) -> None:
    assert public(address)


def test_every_address_of_a_name_is_checked(monkeypatch: pytest.MonkeyPatch, canary: tuple[int, list[str]]) -> None:
    _, visits = canary
    answer = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 80)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    with pytest.raises(BlockedAddress):
        fetch("http://two-faced.example.com/", QUICK)
    assert visits == []


def test_a_name_is_resolved_once_and_the_checked_address_is_dialled(
    monkeypatch: pytest.MonkeyPatch, canary: tuple[int, list[str]]
) -> None:
    """Rebinding: the resolver would answer with loopback the second time; nobody asks it a second time."""
    port, visits = canary
    asked: list[str] = []
    dialled: list[object] = []

    def resolve(host: str, *_: object, **__: object) -> list[object]:
        asked.append(host)
        address = "93.184.216.34" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(_: socket.socket, address: object) -> None:
        dialled.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(ScrapeError):
        fetch("http://rebinding.example.com/", QUICK)
    assert asked == ["rebinding.example.com"]
    assert dialled == [("93.184.216.34", port)]
    assert visits == []


def test_the_peer_that_was_reached_is_checked(monkeypatch: pytest.MonkeyPatch, canary: tuple[int, list[str]]) -> None:
    """A route or a proxy of the machine may lead a public address home: the connection is dropped before a byte is sent."""
    port, visits = canary
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    real = socket.socket.connect
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)
    monkeypatch.setattr(socket.socket, "connect", lambda self, _: real(self, ("127.0.0.1", port)))
    with pytest.raises(BlockedAddress):
        fetch("http://detour.example.com/", QUICK)
    assert len(visits) <= 1


def test_the_environment_names_no_proxy(
    monkeypatch: pytest.MonkeyPatch, canary: tuple[int, list[str]], no_names: list[str]
) -> None:
    port, visits = canary
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{port}")
    with pytest.raises(ScrapeError):
        fetch("http://example.com/", QUICK)
    assert visits == []
    assert no_names == ["example.com"]
