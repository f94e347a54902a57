"""A group's link is made, listed and switched off by a command, and told only once."""

import re
from uuid import UUID, uuid4

import pytest

from tests.cli.running import python, weft, with_tables

LINK = re.compile(r"^(http://localhost:8000/g/[\w-]{27})$", flags=re.MULTILINE)
A_GROUP = """
from weft.assets.models import Asset
from weft.ground.models import Region
region = Region.objects.create(slug="vale", name="Vale")
made = Asset.objects.create(region=region, kind="group", name="Singers", source="us")
print(made.pk)
"""
A_MESSAGE = """
from django.utils import timezone
from weft.assets.models import Message
today = timezone.localdate()
Message.objects.create(
    group_id="{group}", standing="by_hand", went_on=today, month=today.replace(day=1)
)
"""


@pytest.fixture
def link(tmp_path):
    """Type ./weft link … on a data folder of its own."""
    with_tables(tmp_path)

    def typed(*words):
        return weft("link", *words, WEFT_DATA_DIR=str(tmp_path))

    return typed


def test_a_link_is_made_listed_and_switched_off(link, tmp_path):
    group = python(A_GROUP, WEFT_DATA_DIR=str(tmp_path)).split()[-1]
    assert f"./weft link make {group}" in link("list", group).stdout

    made = link("make", group)
    address = LINK.search(made.stdout).group(1)
    assert made.stdout.count(address) == 3  # alone, and in two messages to copy
    listed = link("list", group).stdout
    assert "not used yet" in listed
    assert address.rsplit("/", 1)[1] not in listed

    assert "They had a message" not in made.stdout
    python(A_MESSAGE.format(group=group), WEFT_DATA_DIR=str(tmp_path))
    assert "They had a message on" in link("make", group).stdout

    key = str(UUID(listed.split()[0]))
    assert link("revoke", key).returncode == 0
    assert "switched off on" in link("list", group).stdout


@pytest.mark.parametrize("words", [["make", "singers"], ["make", str(uuid4())]])
def test_what_is_no_group_gets_no_link(link, words):
    assert link(*words).returncode != 0
