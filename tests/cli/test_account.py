"""The first administrator is invited by a command, and nobody's address is told on."""

import re

import pytest

from tests.cli.running import weft, with_tables

LINK = re.compile(r"^(https?://\S+/join/[\w-]{27})$", flags=re.MULTILINE)


@pytest.fixture
def first(tmp_path):
    """Type ./weft account … as the first command of all: there is no data base yet."""

    def typed(*words, **settings):
        return weft("account", *words, WEFT_DATA_DIR=str(tmp_path), **settings)

    return typed


@pytest.fixture
def account(tmp_path, first):
    """Type ./weft account … on a data folder of its own."""
    with_tables(tmp_path)
    return first


def test_an_account_is_invited_listed_and_taken_away(first):
    account = first
    nobody = account("list")
    assert "./weft account invite EMAIL --role administrator" in nobody.stdout

    made = account("invite", " Bo@Example.org", "--role", "administrator")
    assert LINK.search(made.stdout).group(1).startswith("http://localhost:8000/join/")
    assert "opens once" in made.stdout
    assert made.stderr == ""
    listed = account("list").stdout
    assert listed.startswith("bo@example.org  administrator  invited on ")

    assert account("remove", "bo@example.org").returncode == 0
    assert "bo@" not in account("list").stdout
    assert account("remove", "bo@example.org").returncode == 1


def test_the_link_leads_to_where_the_site_is(account):
    made = account(
        "invite",
        "bo@example.org",
        "--role",
        "steward",
        WEFT_BEHIND_TLS="yes",
        WEFT_HOSTS="weft.example.org,other.example.org",
    )
    assert (
        LINK.search(made.stdout).group(1).startswith("https://weft.example.org/join/")
    )


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["invite"], "Whose?"),
        (["invite", "bo@example.org"], "--role"),
        (["remove"], "Whose?"),
    ],
)
def test_what_is_missing_is_asked_for(account, words, advice):
    done = account(*words)

    assert done.returncode == 2
    assert advice in done.stderr


def test_what_is_no_address_is_refused(account):
    done = account("invite", "bo", "--role", "steward")

    assert done.returncode == 1
    assert "no e-mail address" in done.stderr
