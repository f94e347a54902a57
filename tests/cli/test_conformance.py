"""What does somebody see who grades a feed, their own or another's?"""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import html5lib
import pytest

from tests.assets.api.feed import a_register
from tests.cli.running import weft
from weft.cli.conformance import network


@contextmanager
def a_server(answer):
    """Serve whatever a function writes, on this machine only."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *_words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v3"
    finally:
        server.shutdown()
        server.server_close()


def asked_once(url):
    with network.asking(url) as ask:
        return ask("services", {"page": "1"})


@pytest.mark.django_db(transaction=True)
def test_our_own_feed_is_graded_in_words_in_json_and_as_a_page(live_server, tmp_path):
    a_register()
    told, page = tmp_path / "report.json", tmp_path / "report.html"
    stub = f"{live_server.url}/openreferral/v3/"
    done = weft("conformance", stub, "--json", told, "--html", page)

    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads(told.read_text())
    tried = report["tried"]
    assert done.stdout.splitlines()[-1] == f"{tried} of {tried} checks hold"
    assert {one["outcome"] for one in report["checks"]} == {"holds"}
    html5lib.HTMLParser(strict=True).parse(page.read_text())
    assert "<script" not in page.read_text()


def test_a_feed_that_fails_gives_another_exit_code():
    with a_server(lambda one: one.send_error(404)) as url:
        done = weft("conformance", url, "--official-only")

    assert done.returncode == 1
    assert "✗ /services answers with pages" in done.stdout
    assert done.stdout.splitlines()[-1] == "0 of 5 checks hold"


@pytest.mark.parametrize("url", ["example.org", "file:///etc/passwd", "ftp://x.org"])
def test_what_is_no_address_is_refused_with_advice(url):
    done = weft("conformance", url)

    assert done.returncode == 2
    assert "One looks like" in done.stderr + done.stdout


def body(one, data, **headers):
    one.send_response(200)
    for name, value in headers.items():
        one.send_header(name.replace("_", "-"), value)
    one.end_headers()
    one.wfile.write(data)


def around_and_around(one):
    one.send_response(302)
    one.send_header("Location", one.path)
    one.end_headers()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (around_and_around, "TooManyRedirects"),
        (lambda one: body(one, b"{", Content_Length="9"), "RemoteProtocolError"),
        (lambda one: body(one, b"x" * 50, Content_Encoding="gzip"), "DecodingError"),
        (lambda one: body(one, b"x" * 2_000), "more than 1,000 bytes"),
        (lambda _one: threading.Event().wait(1.5), "ReadTimeout"),
    ],
    ids=["circle", "torn", "garbled", "endless", "stalled"],
)
def test_a_feed_that_misbehaves_gives_no_answer_and_says_why(monkeypatch, answer, why):
    monkeypatch.setattr(network, "MOST_BYTES", 1_000)
    monkeypatch.setattr(network, "SECONDS", 0.5)
    with a_server(answer) as url:
        got = asked_once(url)

    assert got.status == 0
    assert why in got.text
