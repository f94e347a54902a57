"""Is work that follows something asked for with its cause, once, and never missed?"""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from weft.jobs import registry
from weft.jobs.lease import Pace, take
from weft.jobs.models import Work
from weft.jobs.registry import job
from weft.jobs.services import GATHERED_FOR, tell

pytestmark = pytest.mark.django_db
EVENT = "test.happened"


@pytest.fixture(autouse=True)
def listener(monkeypatch):
    """Have one kind of work that follows, for this test alone."""
    monkeypatch.setattr(registry, "_JOBS", {**registry.jobs()})
    done = []

    @job("test.follows", after=EVENT)
    def follow(turn):
        done.append(turn.told["about"])

    return done


def waiting():
    ready = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    return Work.objects.filter(job="test.follows", pk__in=ready.values("pk"))


def test_what_happens_is_followed_after_a_while_and_about_the_same():
    tell(event=EVENT, about="here")

    (work,) = waiting()
    queued = DBTaskResult.objects.get(pk=work.pk)
    assert queued.args_kwargs["kwargs"]["told"] == {"about": "here"}
    due = timezone.now() + GATHERED_FOR
    assert timedelta() <= due - queued.run_after < timedelta(seconds=10)


def test_more_of_the_same_is_followed_once_and_another_apart():
    for _ in range(10):
        tell(event=EVENT, about="here")
    tell(event=EVENT, about="there")

    assert waiting().count() == 2


def test_what_happens_once_a_worker_has_begun_is_followed_again():
    tell(event=EVENT, about="here")
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))
    assert take(worker="w", pace=Pace()) is not None
    tell(event=EVENT, about="here")

    assert waiting().count() == 1


def test_work_that_was_given_up_does_not_stand_in_the_way():
    tell(event=EVENT, about="here")
    Work.objects.update(given_up=True)
    DBTaskResult.objects.update(status=TaskResultStatus.FAILED)
    tell(event=EVENT, about="here")

    assert waiting().count() == 1


def test_nothing_follows_what_did_not_happen_after_all():
    with transaction.atomic():
        tell(event=EVENT, about="here")
        transaction.set_rollback(True)

    assert not waiting().exists()


def test_nobody_listens_to_what_nobody_named():
    assert tell(event="test.other", about="here") == []
