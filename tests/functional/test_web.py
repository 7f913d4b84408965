"""Articles at addresses: what is fetched, what is refused and how that is said, and copies."""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import socket
import ssl
import stat
import subprocess
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import httpcore
import pytest

from content.errors import IntoneError
from content.library import Library, identity
from content.opening import open_article, open_telling
from content.reading import LIMIT
from content.web import copies
from content.web.address import is_own, is_public, parsed
from content.web.failure import FetchError
from content.web.fetch import Network, Page, fetch
from tests.support.web_server import Behaviour, WebServer, answer, moved

TEXT = b"A cold gets better by itself.\n\nMost colds last a week.\n"
Serve = Callable[..., WebServer]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("INTONE_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[WebServer] = []

    def start(page: bytes | Behaviour = b"", **pages: bytes) -> WebServer:
        server = WebServer({"/": page, **{f"/{name}": page for name, page in pages.items()}})
        servers.append(server)
        return server.__enter__()

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def refusal(address: str, network: Network | None = None) -> FetchError:
    """Return what is said of a page that can't be had, having checked that it can be spoken."""
    with pytest.raises(FetchError) as caught:
        fetch(address, network=network)
    said = str(caught.value)
    assert said.isprintable()
    assert said.endswith(".")
    assert ";" in said, "what to do next follows a semicolon"
    return caught.value


class Elsewhere(httpcore.SyncBackend):
    """A network in which every machine is this one; it notes who was to be connected to."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def connect_tcp(self, host: str, port: int, *rest: Any, **more: Any) -> Any:
        self.asked.append(host)
        return super().connect_tcp("127.0.0.1", port, *rest, **more)


def names(**known: str | Sequence[str]) -> Network:
    """Return a network with these names; those that are not known can't be found."""

    def resolver(host: str, port: int, seconds: float) -> list[str]:
        found = known.get(host.replace(".", "_"), host if host[0] in "0123456789:" else None)
        if found is None:
            raise OSError("no such name")
        return [found] if isinstance(found, str) else list(found)

    return Network(resolver, Elsewhere(), connect=2.0, read=2.0, whole=5.0)


def test_a_page_opens_as_an_article(serve: Serve) -> None:
    address = serve(answer(TEXT)).address("/")

    article = open_article(address + "#later", language="en")

    assert [block.text for block in article.blocks] == [
        "A cold gets better by itself.",
        "Most colds last a week.",
    ]
    assert article.source == identity(article) == address


def test_nothing_of_the_person_is_sent(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    cookie = "Set-Cookie: who=you"
    server = serve(answer(b"", "Location: /next", cookie, status="302 Found"), next=answer(TEXT))

    fetch(server.address("/"))

    for request, path in zip(server.requests, ("/", "/next"), strict=True):
        lines = request.split("\r\n")
        assert lines[0] == f"GET {path} HTTP/1.1"
        assert {line.split(":")[0].lower() for line in lines[1:] if line} == {
            "host", "user-agent", "accept", "accept-encoding",
        }  # fmt: skip
        assert "User-Agent: Intone/0.1" in lines
        assert f"Host: 127.0.0.1:{server.port}" in lines


def test_the_encoding_in_the_head_is_used_unless_the_text_is_unicode(serve: Serve) -> None:
    field = "Content-Type: text/plain; charset=iso-8859-5"
    text = "Здравствуйте, больной. Пейте больше воды, отдыхайте и спите."
    server = serve(
        answer(text.encode("iso-8859-5"), field),
        unicode=answer(text.encode(), field),
        unknown=answer(text.encode(), "Content-Type: text/plain; charset=klingon"),
    )
    for path in ("/", "/unicode", "/unknown"):
        article, guessed = open_telling(server.address(path), language="ru")
        assert (article.blocks[0].text, guessed) == (text, "")


def test_markdown_is_known_by_its_type_and_by_its_path(serve: Serve) -> None:
    text = b"A *common* cold.\n"
    server = serve(answer(text, "Content-Type: text/markdown"), **{"a.md?x=1": answer(text)})

    for path in ("/", "/a.md?x=1"):
        assert open_article(server.address(path), language="en").blocks[0].text == "A common cold."


@pytest.mark.parametrize(
    ("pack", "name"),
    [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (lambda data: data, "identity"),
     (lambda data: zlib.compress(data, wbits=-15), "deflate"),
     (lambda data: gzip.compress(data[:20]) + gzip.compress(data[20:]), "x-gzip")],
)  # fmt: skip
def test_packed_pages_are_unpacked(serve: Serve, pack: Any, name: str) -> None:
    server = serve(answer(pack(TEXT), f"Content-Encoding: {name}"))

    assert fetch(server.address("/")).data == TEXT


def test_a_bomb_is_not_unpacked(serve: Serve) -> None:
    bomb = gzip.compress(bytes(10 * LIMIT))
    assert len(bomb) < LIMIT / 50
    said = str(refusal(serve(answer(bomb, "Content-Encoding: gzip")).address("/")))
    assert "larger than the 20 megabytes" in said


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (answer(b"", status="401 Unauthorized"), "asks for a name and a password"),
        (answer(b"", status="403 Forbidden"), "does not let Intone have"),
        (answer(b"", status="404 Not Found"), "has no page at"),
        (answer(b"", status="404 \x1b[31m\u202eowned"), ""),
        (answer(b"", status="410 Gone"), "no longer has"),
        (answer(b"", status="418 Teapot"), "number 418"),
        (answer(b"", status="500 Oh"), "a fault of its own, number 500"),
        (answer(b"", status="503 Oh"), "a fault of its own, number 503"),
        (answer(b"", status="302 Found"), "number 302"),
        (answer(TEXT, length=1000), "broke off"),
        (answer(gzip.compress(TEXT)[:-9], "Content-Encoding: gzip"), "broke off"),
        (answer(b"noise noise", "Content-Encoding: gzip"), "broke off"),
        (answer(TEXT, "Content-Encoding: br"), "packed in a way"),
        (answer(b"", length=LIMIT + 1), "larger than the 20 megabytes"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "does not answer as a web server does"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 100_000 + b"\r\n", "does not answer as a web"),
        (b"\x01", "does not answer as a web server does"),
    ],
)
def test_what_is_no_page_is_said(serve: Serve, page: bytes, words: str) -> None:
    assert words in str(refusal(serve(page).address("/")))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG picture"),
        (b"PK\x05\x06" + bytes(100), "not a text file"),
        (bytes(range(256)) * 10, "not a text file"),
        (b"", "empty"),
    ],
)
def test_what_is_no_text_is_said_by_its_content(serve: Serve, data: bytes, words: str) -> None:
    with pytest.raises(IntoneError, match=words):
        open_article(serve(answer(data, "Content-Type: text/plain")).address("/"))


def test_a_server_that_says_nothing_is_left(serve: Serve) -> None:
    address = serve(lambda connection, end: end.wait(20) and None).address("/")
    network = Network(connect=2.0, read=0.2, whole=5.0)
    assert "does not answer" in str(refusal(address, network))


@pytest.mark.parametrize("drop", [b"HTTP/1.1 200 OK\r\nA", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_a_server_that_drips_is_left_when_the_whole_time_is_over(serve: Serve, drop: bytes) -> None:
    def drip(connection: socket.socket, end: threading.Event) -> None:
        connection.sendall(drop)
        while not end.wait(0.05):
            connection.sendall(b"a")

    said = str(refusal(serve(drip).address("/"), Network(read=2.0, whole=0.5)))
    assert "takes too long" in said


def test_a_page_without_end_is_left_at_the_limit(serve: Serve) -> None:
    sent = 0

    def pour(connection: socket.socket, end: threading.Event) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not end.is_set():
            connection.sendall(b"a" * 100_000)
            sent += 100_000

    assert "larger than" in str(refusal(serve(pour).address("/")))
    assert sent < 2 * LIMIT


def test_no_server_no_name_and_no_certificate_are_said(serve: Serve) -> None:
    server = serve(answer(TEXT))
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    assert "does not let anybody connect" in str(refusal(f"http://127.0.0.1:{port}/"))
    assert "can't be found" in str(refusal("http://nowhere.test/", names()))
    secure = server.address("/").replace("http:", "https:")
    assert "No secure connection" in str(refusal(secure))


@pytest.mark.skipif(not shutil.which("openssl"), reason="there is no openssl to make it with")
def test_a_certificate_of_nobody_is_refused(tmp_path: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9", "-subj",
         "/CN=example.test", "-addext", "subjectAltName=DNS:example.test", "-keyout", "key",
         "-out", "certificate"],
        cwd=tmp_path, check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate", tmp_path / "key")

    def secure(connection: socket.socket) -> None:
        with contextlib.suppress(OSError), context.wrap_socket(connection, server_side=True) as it:
            it.sendall(answer(TEXT))

    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=lambda: secure(listening.accept()[0]), daemon=True).start()
        address = f"https://example.test:{listening.getsockname()[1]}/"
        said = str(refusal(address, names(example_test="93.184.216.34")))
    assert "can't prove that it is example.test" in said
    assert "self-signed certificate" in said


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("file:///etc/passwd", "not a web page"),
        ("ftp://example.test/", "not a web page"),
        ("javascript:alert(1)", "not a web page"),
        ("file:///\x1b[31m\u202e\x9b2J", "not a web page"),
        ("http://a\x1b]0;owned\u202e/", "not the address of a page"),
        ("data:text/html,hello", "not a web page"),
        ("http://10.0.0.1/", "10.0.0.1, which is not a machine of the public internet"),
        ("http://127.0.0.1:1/", "127.0.0.1, which is not a machine"),
        ("http://169.254.169.254/latest", "not a machine of the public internet"),
        ("http://[::1]/", "not a machine of the public internet"),
        ("http://[::ffff:10.0.0.1]/", "not a machine of the public internet"),
        ("http://inside.test/", "not a machine of the public internet"),
        ("http://you:secret@example.test/", "holds a name or a password"),
        ("http://a..b/", "not the address of a page"),
    ],
)
def test_redirects_lead_nowhere_but_to_public_pages(
    serve: Serve, location: str, words: str
) -> None:
    server = serve(moved(location))
    network = names(outside_test="93.184.216.34", inside_test="192.168.1.1")
    with pytest.raises(IntoneError, match=words) as caught:
        fetch(server.address("/", "outside.test"), network=network)
    assert str(caught.value).isprintable()
    assert network.backend.asked == ["93.184.216.34"]  # type: ignore[attr-defined]


def test_redirects_from_the_own_network_stay_with_the_typed_server(serve: Serve) -> None:
    other = serve(answer(TEXT))
    server = serve(moved("/next"), next=answer(TEXT), away=moved(other.address("/")))

    assert fetch(server.address("/")).data == TEXT
    assert "not a machine of the public internet" in str(refusal(server.address("/away")))
    assert other.requests == []


def test_redirects_end(serve: Serve) -> None:
    server = serve(moved("/"))
    assert "without an end" in str(refusal(server.address("/")))
    assert len(server.requests) == 11


def test_a_secure_page_does_not_lead_to_one_that_is_not() -> None:
    from content.web.fetch import _next

    with pytest.raises(FetchError, match="secure address"):
        _next(parsed("https://example.test/a"), "http://example.test/a")
    assert str(_next(parsed("https://example.test/a/b"), "../c?d#e")) == "https://example.test/c?d"


def test_the_machine_that_was_checked_is_the_one_that_is_connected_to(serve: Serve) -> None:
    server = serve(answer(TEXT))
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    network = Network(lambda host, port, seconds: next(answers), Elsewhere())

    fetch(server.address("/", "rebinding.test"), network=network)
    assert network.backend.asked == ["93.184.216.34"]  # type: ignore[attr-defined]
    assert f"Host: rebinding.test:{server.port}" in server.requests[0]
    assert "not a machine of the public" in str(
        refusal(server.address("/", "rebinding.test"), network)
    )


@pytest.mark.parametrize("inside", ["10.0.0.1", "100.64.0.1", "::1", "::ffff:192.168.0.1"])
def test_one_address_inside_is_enough_to_refuse(inside: str) -> None:
    network = names(mixed_test=["93.184.216.34", inside])
    assert inside in str(refusal("http://mixed.test/", network))
    assert network.backend.asked == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "ip",
    "127.0.0.1 10.1.1.1 172.16.0.1 192.168.0.1 100.64.0.1 169.254.169.254 0.0.0.0 224.0.0.1 "
    "255.255.255.255 192.0.2.1 198.18.0.1 240.0.0.1 ::1 :: fe80::1 fc00::1 fec0::1 ff02::1 "
    "::ffff:8.8.8.8 ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::1 64:ff9b:1::1 ::127.0.0.1 "
    "fe80::1%eth0".split(),
)
def test_no_machine_inside_is_public(ip: str) -> None:
    assert not is_public(ip)


def test_public_machines_are_public() -> None:
    assert all(map(is_public, ("8.8.8.8", "2606:4700::1111", "64:ff9b::808:808")))
    assert not is_own("8.8.8.8")


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("HTTP://EXAMPLE.test:80", "http://example.test/"),
        ("https://bücher.test/ä b?q=ü&r=%20#f", "https://xn--bcher-kva.test/%C3%A4%20b?q=%C3%BC&r=%20"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
        ("https://example.test?a=b", "https://example.test/?a=b"),
    ],
)  # fmt: skip
def test_an_address_is_known_in_one_way(typed: str, known: str) -> None:
    assert str(parsed(typed)) == known


@pytest.mark.parametrize(
    "typed",
    ["http://", "http:///a", "http://a b/", "http://a..b/", "http://h:0/", "http://h:99999/",
     "http://h:x/", "http://[::1/", "http://" + "a" * 64 + ".test/", "http://h/" + "a" * 5000,
     "http://%31/", "http://you@example.test/"],
)  # fmt: skip
def test_what_is_no_address_is_said(typed: str) -> None:
    with pytest.raises(IntoneError) as caught:
        open_article(typed)
    assert len(str(caught.value)) < 300


def test_a_page_is_read_again_when_its_server_is_away(serve: Serve, state: Path) -> None:
    server = serve(answer(TEXT))
    address = server.address("/")
    first = open_article(address, language="en")
    for page in (
        answer(b"", status="503 Away"),
        answer(TEXT, length=999),
        b"noise\r\n\r\n",
    ):
        server.pages["/"] = page
        told: list[str] = []
        again, _ = open_telling(address, language="en", tell=told.append)
        assert again == first
        assert len(told) == 1
        assert "this is the copy of today, " in told[0]
    server.pages["/"] = answer(b"", status="404 Gone")
    with pytest.raises(FetchError, match="is read with --offline"):
        open_article(address)


def test_offline_asks_nobody(serve: Serve) -> None:
    server = serve(answer(TEXT))
    address = server.address("/")
    with pytest.raises(IntoneError, match="No copy"):
        open_telling(address, offline=True)
    assert server.requests == []
    open_article(address, language="en")
    told: list[str] = []
    article, _ = open_telling(address + "#part", language="en", offline=True, tell=told.append)
    assert len(server.requests) == 1
    assert article.blocks[0].text == "A cold gets better by itself."
    assert told[0].startswith("This is the copy of today")


def test_a_newer_page_takes_the_place_of_its_copy(serve: Serve) -> None:
    server = serve(answer(TEXT))
    open_article(server.address("/"), language="en")
    server.pages["/"] = answer(b"Colds are short.\n")
    open_article(server.address("/"), language="en")
    copy = copies.find(server.address("/"))
    assert copy is not None
    assert copy.data == b"Colds are short.\n"


def test_copies_are_private_few_and_can_be_deleted(
    serve: Serve, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.forgetting import forget

    monkeypatch.setattr(copies, "MOST", 3)
    server = serve(**{name: answer(TEXT) for name in "abcde"})
    for name in "abcde":
        article = open_article(server.address(f"/{name}"), language="en")
        Library(state).place(article)
    kept = list((state / "copies").iterdir())
    assert len(kept) == 3
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in kept)
    assert stat.S_IMODE((state / "copies").stat().st_mode) == 0o700

    (kept_name,) = [name for name in "e" if copies.find(server.address(f"/{name}"))]
    address = server.address(f"/{kept_name}")
    assert "is deleted" in forget(address + "#part", everything=False)
    assert copies.find(address) is None
    assert "Nothing is kept" in forget(address, everything=False)
    assert "deleted" in forget(None, everything=True)
    assert list((state / "copies").iterdir()) == []
    data = b"".join(path.read_bytes() for path in state.iterdir() if path.is_file())
    assert b"127.0.0.1" not in data


def test_a_damaged_copy_is_none(serve: Serve, state: Path) -> None:
    address = serve(answer(TEXT)).address("/")
    open_article(address, language="en")
    (path,) = (state / "copies").iterdir()
    for data in (b"", b"{}\nx", b"[" * 10000, b"\xff", path.read_bytes()[: -len(TEXT)]):
        path.write_bytes(data)
        assert copies.find(address) is None


def test_a_copy_is_not_written_through_a_link(serve: Serve, state: Path, tmp_path: Path) -> None:
    address = serve(answer(TEXT)).address("/")
    copies.keep(Page(address, TEXT))
    (copy,) = (state / "copies").iterdir()
    other = tmp_path / "other"
    other.write_text("precious")
    copy.unlink()
    copy.symlink_to(other)
    copy.with_name(f"{copy.name}.{os.getpid()}").symlink_to(other)

    open_article(address)

    assert other.read_text() == "precious"
    assert not copy.is_symlink()
    assert copies.find(address) is not None


def test_a_page_that_can_not_be_kept_is_still_read(serve: Serve, state: Path) -> None:
    state.mkdir()
    (state / "copies").write_text("in the way")
    told: list[str] = []
    open_telling(serve(answer(TEXT)).address("/"), language="en", tell=told.append)
    assert len(told) == 1
    assert told[0].startswith("No copy of the page can be kept")


def test_nothing_that_a_page_refers_to_is_loaded(serve: Serve) -> None:
    parts = (
        "<img src=/a srcset='/b 2x'><iframe src=/c></iframe><script src=/d></script>"
        "<object data=/e></object><video poster=/f src=/g></video><embed src=/h>"
    )
    head = (
        "<link rel=stylesheet href=/i><link rel=preload href=/j><base href=/k/>"
        "<meta http-equiv=refresh content='0; url=/l'><link rel=next href=/m>"
    )
    server = serve(answer(f"<title>A</title>{head}<p>A cold. {parts}</p>".encode()))

    article = open_article(server.address("/"))

    assert article.blocks[0].text.startswith("A cold.")
    assert len(server.requests) == 1


def test_links_are_relative_to_where_the_page_came_from_in_the_end(serve: Serve) -> None:
    page = b"<html><body><p>Most colds last <a href='more'>a week</a>.</p></body></html>"
    server = serve(moved("/there/cold"), **{"there/cold": answer(page, "Content-Type: text/html")})
    for offline in (False, True):
        article, _ = open_telling(server.address("/"), language="en", offline=offline)
        (link,) = article.blocks[0].spans
        assert link.target == server.address("/there/more")
        assert article.source == server.address("/")
