"""At which port can it be served?"""

import argparse
import errno
import socket

from weft.commons.errors import WronglyConfigured

USUAL = 8000
MOST_TRIED = 100
HIGHEST = 65_535


def a_port(typed: str) -> int:
    """Read a port as it stands after --port.

    Raises
    ------
    argparse.ArgumentTypeError
        It is no number.
    """
    if not typed.isdecimal():
        raise argparse.ArgumentTypeError(
            f"«{typed}» is no port; it takes a number from 1 to {HIGHEST}"
        )
    return int(typed)


def free_port(wanted: int | None, *, bind: str) -> int:
    """Give the port that was asked for, or the first free one from 8000 on.

    Raises
    ------
    WronglyConfigured
        The one that was asked for is taken, and we never go elsewhere unasked; or
        nothing can be served at this address at all.
    """
    if wanted is not None:
        if not 0 < wanted <= HIGHEST:
            raise WronglyConfigured(
                f"{wanted} is no port; take one from 1 to {HIGHEST}."
            )
        if not _is_free(wanted, bind):
            raise WronglyConfigured(
                f"Port {wanted} is taken. Choose another with --port, or leave --port "
                "off and the next free one is taken."
            )
        return wanted
    for port in range(USUAL, USUAL + MOST_TRIED):
        if _is_free(port, bind):
            return port
    raise WronglyConfigured(
        f"Every port from {USUAL} to {USUAL + MOST_TRIED - 1} is taken; "
        "choose one with --port."
    )


def _is_free(port: int, bind: str) -> bool:
    family = socket.AF_INET6 if ":" in bind else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((bind, port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                return False
            raise WronglyConfigured(_advice(problem, port, bind)) from problem
    return True


def _advice(problem: OSError, port: int, bind: str) -> str:
    """Say what to do where another port would not help."""
    if problem.errno == errno.EACCES:
        return (
            f"Port {port} is not for everybody to open; those from 1024 on are. Let a "
            "proxy stand before it: docs/running/serve-behind-tls.md"
        )
    return (
        f"WEFT_BIND is «{bind}», and this machine has no such address. Leave it unset "
        "to be heard on this machine alone (127.0.0.1)."
    )
