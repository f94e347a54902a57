"""Two stewards press at the same moment: one decides, and the other is told."""

import threading

import pytest
from django.db import connection
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.assets.domain.proposals import ProposalKind, ProposalTold
from weft.assets.models import Listing, Proposal
from weft.assets.services.proposals import (
    accept_change,
    decline_change,
    propose_change,
)
from weft.commons.errors import NotPossible

ROUNDS = 5


@pytest.fixture
def clay(transactional_db):
    assert transactional_db is None
    if connection.vendor != "postgresql":
        pytest.skip("not run: SQLite lets only one write at a time")
    region = valley.region()
    made = valley.offer(region, place=valley.place(region))
    valley.derive(region)
    return made


def at_once(*deeds):
    """Do deeds in threads that begin together; give what each was told."""
    gate, told = threading.Barrier(len(deeds)), {}

    def do(number, deed):
        gate.wait()
        try:
            deed()
        except NotPossible as problem:
            told[number] = str(problem)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=do, args=numbered) for numbered in enumerate(deeds)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(timeout=60)
    return told


def test_of_two_stewards_at_one_moment_one_decides(clay):
    today = timezone.localdate()
    for number in range(ROUNDS):
        told = ProposalTold(kind=ProposalKind.CLOSED, thing=clay.pk, words=str(number))
        propose_change(by=Actor.somebody(), region=valley.SLUG, told=told, today=today)
        row = Proposal.objects.get(words=str(number))
        which = {"proposal": row.pk, "today": today, "seen": "proposed"}

        refused = at_once(
            lambda which=which: accept_change(by=Actor.steward("a"), **which),
            lambda which=which: decline_change(
                by=Actor.steward("b"), why="No.", **which
            ),
        )

        assert len(refused) == 1
        row.refresh_from_db()
        listed = Listing.objects.filter(offer=clay).exists()
        assert listed is (row.standing == "declined")
        if row.standing == "accepted":
            decline_change(
                by=Actor.steward("a"), proposal=row.pk, why="Again.", today=today
            )
