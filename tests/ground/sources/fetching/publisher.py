"""A publisher on this machine, who misbehaves as told."""

import threading
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


@dataclass
class Answer:
    """What is sent for one request; ``cut`` closes the line after so many bytes."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/csv"
    headers: dict = field(default_factory=dict)
    cut: int | None = None


@dataclass
class Asked:
    """What somebody asked for."""

    path: str
    query: dict
    headers: dict
    body: bytes


class Publisher:
    """Answers each path in turn; the last answer of a path is given again."""

    def __init__(self):
        self.answers = defaultdict(list)
        self.asked = []
        self.address = ""

    def on(self, path, *answers):
        self.answers[path] = list(answers)
        return self.address + path

    def answer(self, asked):
        self.asked.append(asked)
        told = self.answers.get(asked.path)
        if not told:
            return Answer(status=404, kind="text/html", body=b"<html>gone")
        answer = told.pop(0) if len(told) > 1 else told[0]
        return answer(asked) if callable(answer) else answer


def ranged(body, *, etag='"one"'):
    """Answer as a good publisher does: by range, and «not modified»."""

    def answer(asked):
        headers = {"ETag": etag, "Last-Modified": "Mon, 17 Nov 2025 09:30:00 GMT"}
        if asked.headers.get("if-none-match") == etag:
            return Answer(status=304, headers=headers)
        told = asked.headers.get("range", "")
        if told and asked.headers.get("if-range") == etag:
            start = int(told.removeprefix("bytes=").rstrip("-"))
            if start >= len(body):
                return Answer(status=416)
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            return Answer(body[start:], status=206, headers=headers)
        return Answer(body, headers=headers)

    return answer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        url = urlsplit(self.path)
        length = int(self.headers.get("Content-Length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(length)
        query = {k: v[0] for k, v in parse_qs(url.query or body.decode()).items()}
        told = self.server.publisher.answer(Asked(url.path, query, headers, body))
        self.send_response(told.status)
        self.send_header("Content-Type", told.kind)
        self.send_header("Content-Length", str(len(told.body)))
        for name, value in told.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(told.body[: told.cut])
        if told.cut is not None:
            self.wfile.flush()
            self.close_connection = True

    do_POST = do_GET  # noqa: N815 http.server names it so
    do_HEAD = do_GET  # noqa: N815 http.server names it so

    def log_message(self, *_words):
        """Say nothing: a test reads what was asked, not a log."""


@contextmanager
def at_home():
    """Open a publisher on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.publisher = publisher = Publisher()
    publisher.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
