"""No test asks another machine: each runs the same in a closed network."""

import socket

import httpx
import pytest

ELSEWHERE = "192.0.2.1"  # kept for documents: nobody has it


def test_it_bites_a_test_that_asks_another_machine():
    with socket.socket() as way, pytest.raises(AssertionError, match=ELSEWHERE):
        way.connect((ELSEWHERE, 80))
    with socket.socket() as way, pytest.raises(AssertionError, match=ELSEWHERE):
        way.connect_ex((ELSEWHERE, 80))


@pytest.mark.parametrize("host", [ELSEWHERE, "weft.example"])
def test_it_bites_a_client_before_the_name_is_looked_up(host):
    with pytest.raises(AssertionError, match=host):
        httpx.get(f"http://{host}/", trust_env=False)


def test_it_leaves_this_machine_alone():
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        for name in ("localhost", "127.0.0.1"):
            socket.create_connection((name, port)).close()
