"""The made-up valley's areas and people, as need has them; and a project in hand."""

import pytest
from django.urls import reverse

from tests.need.conftest import valley, valley_files
from tests.voices.projects_told import evening
from tests.web import valley as ours
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.voices.services import take_in

__all__ = ["valley", "valley_files"]
US = Actor.command("tests")


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    """The link of a project in which there is one evening already."""
    region = ours.region().slug
    take_in(by=US, region=region, told=evening())
    thing = Thing("project", f"{region}/kettle-evenings")
    made = make_link(thing=thing, by=US)
    return reverse("voices:in_hand", args=[made.secret])
