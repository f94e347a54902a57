"""How is the house kept open: one process that serves and works?"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Protocol

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection
from django.urls import get_resolver
from waitress import create_server

from weft.cli.migrating import bring_up_to_date
from weft.cli.ports import free_port
from weft.cli.serving_lock import serving
from weft.commons.errors import WronglyConfigured
from weft.jobs.worker import Worker

LARGEST_REQUEST = 12_000_000
PATIENCE = 10.0


class Server(Protocol):
    """What we need of a WSGI server."""

    def run(self) -> None:
        """Serve until closed."""

    def close(self) -> None:
        """Stop."""


def open_data_base() -> None:
    """See that the data base answers and has the tables this version needs.

    Raises
    ------
    WronglyConfigured
        It does not answer, or is not to be understood; with what to do.
    """
    try:
        connection.ensure_connection()
    except OperationalError as problem:
        if connection.vendor == "postgresql":
            raise WronglyConfigured(
                "The PostgreSQL data base in WEFT_DATABASE_URL does not answer. Is it "
                "running, and are name, password, host and port right? "
                "docs/running/postgresql.md"
            ) from problem
        raise WronglyConfigured(
            f"The data base in {settings.DATA_DIR} cannot be opened. Is the folder "
            "yours, and is there room on the disk?"
        ) from problem
    bring_up_to_date()


def serve(folder: Path, *, port: int | None) -> int:
    """Serve a data folder, and do its work, until told to stop.

    Returns
    -------
    int
        The exit code.
    """
    began = time.perf_counter()
    chosen = free_port(port, bind=settings.BIND)
    address = f"http://localhost:{chosen}"
    with _held(folder, at=address):
        open_data_base()
        server = _server(chosen)
        with _working():
            _stop_politely(server)
            took = time.perf_counter() - began
            print(f"Weft is at {address} (ready in {took:.1f} s; Ctrl+C stops it)")
            print(flush=True, end="")
            server.run()
    return 0


def _server(port: int) -> Server:
    """Make the server, with every page's code already read."""
    application = get_wsgi_application()
    assert get_resolver().url_patterns is not None  # noqa: S101 read now, not at the first visit
    behind = {
        "trusted_proxy": "*" if settings.BIND != "127.0.0.1" else "127.0.0.1",
        "trusted_proxy_headers": {"x-forwarded-proto", "x-forwarded-host"},
    }
    server: Server = create_server(
        application,
        host=settings.BIND,
        port=port,
        threads=settings.THREADS,
        ident="",
        max_request_body_size=LARGEST_REQUEST,
        # what somebody sends stays in memory: waitress would lay it on the disk
        inbuf_overflow=LARGEST_REQUEST * 2,
        clear_untrusted_proxy_headers=True,
        **(behind if settings.BEHIND_TLS else {}),
    )
    return server


@contextmanager
def _held(folder: Path, *, at: str) -> Iterator[None]:
    """Keep an SQLite folder to one process; PostgreSQL is made for many."""
    if connection.vendor == "postgresql":
        yield
        return
    with serving(folder, at=at):
        yield


@contextmanager
def _working() -> Iterator[None]:
    """Have one worker beside the server, unless workers run apart."""
    if not settings.WORKER_INSIDE:
        yield
        return
    worker = Worker()
    thread = threading.Thread(
        target=worker.work_until_stopped, name="weft-worker", daemon=True
    )
    thread.start()
    yield
    worker.stop()
    thread.join(PATIENCE)
    if thread.is_alive():
        # Unfinished work is safe: its lease runs out and the next worker takes it.
        os._exit(0)


def work_apart(folder: Path, *, once: bool) -> int:
    """Do the work of a data base without serving it."""
    worker = Worker()
    with _held(folder, at="a worker"):
        open_data_base()
        if once:
            print(f"Done: {worker.work_until_idle()} pieces of work.")
            return 0
        signal.signal(signal.SIGTERM, lambda *_: worker.stop())
        signal.signal(signal.SIGINT, lambda *_: worker.stop())
        print(f"Worker {worker.name} looks for work (Ctrl+C stops it)", flush=True)
        worker.work_until_stopped()
    return 0


def _stop_politely(server: Server) -> None:
    """Let SIGTERM end the server as Ctrl+C does."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        server.close()
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
