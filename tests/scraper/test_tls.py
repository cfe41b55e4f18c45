"""The certificate must prove the name of the URL, though an address is dialled."""

import datetime as dt
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from scraper.errors import TlsFailed
from scraper.fetch import FetchSettings, fetch


@dataclass
class Secure:
    port: int
    bundle: Path
    names: list[str | None]

    def settings(self, host: str, bundle: Path | None = None) -> FetchSettings:
        return FetchSettings(
            allowed_hosts=frozenset({f"{host}:{self.port}"}),
            ca_bundle=bundle,
            respect_robots=False,
            cache_s=0,
            deadline_s=5,
        )


def certificate(folder: Path, names: list[x509.GeneralName]) -> tuple[Path, Path]:
    """A self-signed certificate for these names, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / "cert.pem", folder / "key.pem"
    cert_file.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return cert_file, key_file


@pytest.fixture
def secure(tmp_path: Path) -> Iterator[Secure]:
    cert_file, key_file = certificate(
        tmp_path, [x509.DNSName("jobs.example.com"), x509.IPAddress(ipaddress.ip_address("127.0.0.9"))]
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert_file, key_file)
    names: list[str | None] = []
    context.sni_callback = lambda _, name, __: names.append(name)
    listener = socket.create_server(("127.0.0.1", 0))
    built = Secure(listener.getsockname()[1], cert_file, names)

    def serve() -> None:
        while True:
            try:
                raw, _ = listener.accept()
            except OSError:
                return
            try:
                with context.wrap_socket(raw, server_side=True) as connection:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok")
            except OSError:
                raw.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield built
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    thread.join(2)


@pytest.fixture
def _names_lead_home(monkeypatch: pytest.MonkeyPatch, secure: Secure) -> None:
    answer = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", secure.port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answer)


@pytest.mark.usefixtures("_names_lead_home")
def test_the_name_of_the_url_is_asked_for_and_proved(secure: Secure) -> None:
    host = "jobs.example.com"
    assert fetch(f"https://{host}:{secure.port}/", secure.settings(host, secure.bundle)).body == b"ok"
    assert secure.names == [host]


@pytest.mark.usefixtures("_names_lead_home")
def test_a_self_signed_certificate_is_refused(secure: Secure) -> None:
    with pytest.raises(TlsFailed):
        fetch(f"https://jobs.example.com:{secure.port}/", secure.settings("jobs.example.com"))


@pytest.mark.usefixtures("_names_lead_home")
def test_a_certificate_for_another_name_is_refused(secure: Secure) -> None:
    with pytest.raises(TlsFailed):
        fetch(f"https://other.example.com:{secure.port}/", secure.settings("other.example.com", secure.bundle))


def test_a_certificate_that_does_not_name_the_address_is_refused(secure: Secure) -> None:
    with pytest.raises(TlsFailed):
        fetch(f"https://127.0.0.1:{secure.port}/", secure.settings("127.0.0.1", secure.bundle))
