"""How is the house kept open: one process that serves and works?"""

import gc
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
from django.db import DatabaseError, connection
from django.urls import get_resolver
from waitress import create_server

from weft.cli import compiling
from weft.cli.migrating import bring_up_to_date
from weft.cli.ports import free_port
from weft.cli.serving_lock import served_already, serving, whoever_serves
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
    see_that_it_answers()
    bring_up_to_date()


def see_that_it_answers() -> None:
    """Knock at the data base.

    Raises
    ------
    WronglyConfigured
        It does not answer; with what to do.
    """
    try:
        connection.ensure_connection()
    except DatabaseError as problem:
        if connection.vendor == "postgresql":
            raise WronglyConfigured(
                "The PostgreSQL data base in WEFT_DATABASE_URL does not answer. Is it "
                "running, and are name, password, host, port and options right? "
                "docs/running/postgresql.md"
            ) from problem
        raise WronglyConfigured(
            f"The data base in {settings.DATA_DIR} cannot be opened ({problem}). Is "
            "the folder yours, and is there room on the disk? If it is damaged, bring "
            "back the last backup: ./weft restore FILE --replace"
        ) from problem


def refuse_what_cannot_be_served(folder: Path, *, port: int | None) -> None:
    """See, before long work, that it can be served afterwards.

    Raises
    ------
    WronglyConfigured
        The port is taken, or somebody serves the folder already.
    """
    if at := whoever_serves(folder):
        raise served_already(folder, at)
    free_port(port, bind=settings.BIND)


def serve(folder: Path, *, port: int | None) -> int:
    """Serve a data folder, and do its work, until told to stop.

    Returns
    -------
    int
        The exit code.
    """
    began = time.perf_counter()
    compiling.begin()
    chosen = free_port(port, bind=settings.BIND)
    address = f"http://localhost:{chosen}"
    with _held(folder, at=address):
        open_data_base()
        server = _server(chosen)
        gc.freeze()  # what stays for good is not swept again while somebody waits
        with _working():
            _stop_politely()
            took = time.perf_counter() - began
            print(f"Weft is at {address} (ready in {took:.1f} s; Ctrl+C stops it)")
            print(flush=True, end="")
            server.run()
            server.close()
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


def _stop_politely() -> None:
    """Let SIGTERM end the server as Ctrl+C does.

    The server is closed by whoever runs it, once its threads are done: closed under
    them, each answer on its way would end in an error.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
