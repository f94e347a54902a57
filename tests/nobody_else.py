"""No test speaks to another machine: whatever it needs lies beside it."""

import ipaddress
import socket
from collections.abc import Iterator
from contextlib import contextmanager


def is_here(host: object) -> bool:
    """Tell whether a name or an address is this machine's own."""
    named = {None, "", "localhost", "0.0.0.0", "::", socket.gethostname()}  # noqa: S104 nothing is bound
    if host in named or isinstance(host, bytes):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback or host in _own_addresses()
    except ValueError:
        return False


def _own_addresses() -> set[object]:
    try:
        told = _look_up(socket.gethostname(), None)
    except OSError:
        return set()
    return {one[4][0] for one in told}


_look_up, _reach, _try = (
    socket.getaddrinfo,
    socket.socket.connect,
    socket.socket.connect_ex,
)


def _refused(host: object) -> AssertionError:
    return AssertionError(f"a test asked another machine, {host}")


def _is_a_number(host: object) -> bool:
    try:
        ipaddress.ip_address(str(host))
    except ValueError:
        return False
    return True


def _looks_up(host, *rest, **more):
    # a number needs nobody's help; whether it may be reached is seen when it is tried
    if not _is_a_number(host) and not is_here(host):
        raise _refused(host)
    return _look_up(host, *rest, **more)


def _stay_here(door: socket.socket, address: tuple[object, ...]) -> None:
    internet = door.family in {socket.AF_INET, socket.AF_INET6}
    if internet and not is_here(address[0]):
        door.close()  # whoever opened it expects no AssertionError, and would leave it
        raise _refused(address[0])


def _reaches(self, address):
    _stay_here(self, address)
    return _reach(self, address)


def _tries(self, address):
    _stay_here(self, address)
    return _try(self, address)


@contextmanager
def nobody_else_is_asked() -> Iterator[None]:
    """Close every way out, and open them again afterwards."""
    socket.getaddrinfo = _looks_up
    socket.socket.connect, socket.socket.connect_ex = _reaches, _tries
    yield
    socket.getaddrinfo = _look_up
    socket.socket.connect, socket.socket.connect_ex = _reach, _try
