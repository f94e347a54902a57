"""To whom may the address of a feed lead? Never to a machine behind our own door.

Somebody may write down an address, or a feed may send us on to one, behind which a
printer, a data base or a cloud's own secrets answer. So a name is looked up here, every
number that it stands for is looked at, and the connection goes to the very number that
was looked at: looked up a second time it could be another one.
"""

import ipaddress
import socket
from collections.abc import Callable, Iterable

import httpx

from weft.commons.errors import NotFetched

Number = ipaddress.IPv4Address | ipaddress.IPv6Address
LookUp = Callable[[str, int], Iterable[str]]

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""Stands for the IPv4 number in its last 32 bits (RFC 6052)."""


def numbers_of(host: str, port: int) -> list[str]:
    """Look up which numbers a name stands for."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def is_outside(told: str) -> bool:
    """Tell whether a number is one that all of the internet reaches."""
    number = _meant(ipaddress.ip_address(told.partition("%")[0]))
    return number.is_global and not number.is_multicast


def _meant(number: Number) -> Number:
    """Take the IPv4 number that an IPv6 number only wraps."""
    if isinstance(number, ipaddress.IPv6Address):
        if number.ipv4_mapped is not None:
            return number.ipv4_mapped
        if number in _TRANSLATED:
            return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number


class OnlyOutside(httpx.BaseTransport):
    """Connects to machines that all of the internet reaches, and to no other.

    Parameters
    ----------
    nearby
        True where a deployment lets feeds stand on its own network.
    look_up
        A name and a port to numbers.
    """

    def __init__(
        self,
        *,
        nearby: bool,
        inner: httpx.BaseTransport | None = None,
        look_up: LookUp = numbers_of,
    ) -> None:
        self._nearby = nearby
        self._inner = inner or httpx.HTTPTransport()
        self._look_up = look_up

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, unless it would go where it must not.

        Raises
        ------
        NotFetched
            When the address is none of the web, or leads to a machine that only this
            network reaches.
        """
        if request.url.scheme not in {"http", "https"}:
            raise NotFetched(f"{request.url} is no address of the web")
        if self._nearby:
            return self._inner.handle_request(request)
        return self._inner.handle_request(self._pinned(request))

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def _pinned(self, request: httpx.Request) -> httpx.Request:
        """Write a request to the number that was looked at; its name stays beside."""
        host = request.url.host
        number = self._number(host, request.url.port or 443)
        return httpx.Request(
            request.method,
            request.url.copy_with(host=number),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": host},
        )

    def _number(self, host: str, port: int) -> str:
        try:
            numbers = list(self._look_up(host, port))
        except (OSError, UnicodeError) as problem:
            raise NotFetched(f"there is no machine called {host}") from problem
        if not numbers or not all(map(is_outside, numbers)):
            raise NotFetched(
                f"{host} is a machine that only this network reaches, and feeds are "
                "not asked there unless WEFT_HARVEST_NEARBY says yes"
            )
        return numbers[0]
