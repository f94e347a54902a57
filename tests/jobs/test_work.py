"""Asked for once, leased, retried, given up, and seen by whoever looks."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible, SourceProblem
from weft.jobs import lease, registry
from weft.jobs.house_state import house_state
from weft.jobs.lease import LeaseLost, Pace
from weft.jobs.models import Work
from weft.jobs.queries import Standing, dead_letters, latest_work, standings, work
from weft.jobs.registry import Daily, job
from weft.jobs.services import (
    ask_for,
    forget_old_work,
    start_what_is_due,
    try_once_more,
)
from weft.jobs.tasks import do
from weft.jobs.turns import Turn
from weft.jobs.worker import Worker

SOMEBODY = Actor.command("test")
QUICK = Pace(lease=5, beat=0.05, look=0.01, back_off=0.0, longest=0.0)


@pytest.fixture
def jobs_of_a_test(monkeypatch):
    """Only the jobs that a test makes; none comes round by itself."""
    monkeypatch.setattr(registry, "_JOBS", {})
    monkeypatch.setattr(registry, "autodiscover_modules", lambda _name: None)


def a_job(name="test.sing", **options):
    """Make a job that writes one entry."""
    sung = []

    @job(name, **options)
    def sing(turn):
        with turn.finishing():
            record(by=turn.by, deed="test.sang", subject=str(turn.told.get("song")))
            sung.append(turn.told)

    return sung


def taken(by="me", pace=QUICK):
    found = lease.take(worker=by, pace=pace)
    assert found is not None
    return found


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("jobs_of_a_test")]


class TestAsking:
    def test_work_waits_until_somebody_takes_it(self):
        a_job()
        asked = ask_for(job="test.sing", by=SOMEBODY)

        assert work(asked).standing is Standing.WAITING
        assert taken().work == asked
        assert work(asked).standing is Standing.DOING
        assert lease.take(worker="another", pace=QUICK) is None

    def test_with_a_key_it_is_asked_for_once(self):
        a_job()
        first = ask_for(job="test.sing", by=SOMEBODY, key="monday")

        assert ask_for(job="test.sing", by=SOMEBODY, key="monday") == first
        assert ask_for(job="test.sing", by=SOMEBODY, key="tuesday") != first
        assert standings()[Standing.WAITING] == 2

    def test_without_one_it_is_asked_for_each_time(self):
        a_job()
        ask_for(job="test.sing", by=SOMEBODY)
        ask_for(job="test.sing", by=SOMEBODY)
        assert standings()[Standing.WAITING] == 2

    def test_a_deed_that_is_undone_takes_its_work_along(self):
        a_job()

        @transaction.atomic
        def invite_the_choir():
            ask_for(job="test.sing", by=SOMEBODY)
            raise SourceProblem("the choir is ill")

        with pytest.raises(SourceProblem):
            invite_the_choir()
        assert standings()[Standing.WAITING] == 0

    def test_a_job_that_nobody_knows_is_refused(self):
        with pytest.raises(NotFound, match=r"test\.dance"):
            ask_for(job="test.dance", by=SOMEBODY)

    def test_only_our_own_worker_does_it(self):
        with pytest.raises(NotPossible, match="worker"):
            do.call(job="test.sing", told={})


class TestLeases:
    def test_a_vanished_worker_loses_its_work_to_the_next(self):
        a_job()
        asked = ask_for(job="test.sing", by=SOMEBODY)
        taken("vanished")
        later = timezone.now() + timedelta(minutes=1)
        known = {"test.sing": 3}

        assert lease.reap(pace=QUICK, most_tries=known, now=timezone.now()) == 0
        assert lease.reap(pace=QUICK, most_tries=known, now=later) == 1
        assert taken("next").tries == 2
        assert "vanished" in Work.objects.get(pk=asked).problem

    def test_who_only_seemed_dead_cannot_finish(self):
        a_job()
        asked = ask_for(job="test.sing", by=SOMEBODY)
        taken("slow")
        later = timezone.now() + timedelta(minutes=1)
        lease.reap(pace=QUICK, most_tries={"test.sing": 3}, now=later)
        taken("next")
        slow = Turn(work=asked, worker="slow", by=SOMEBODY, told={})

        with pytest.raises(LeaseLost), slow.finishing():
            record(by=SOMEBODY, deed="test.sang", subject="too late")

        assert latest_deeds() == []
        assert work(asked).standing is Standing.DOING

    def test_a_lease_that_is_kept_is_not_taken_away(self):
        a_job()
        asked = ask_for(job="test.sing", by=SOMEBODY)
        taken()
        told = {"work": asked, "how_far": (3, 7, "third verse")}
        assert lease.renew(worker="me", pace=Pace(lease=3_600), **told)
        later = timezone.now() + timedelta(minutes=1)

        assert lease.reap(pace=QUICK, most_tries={}, now=later) == 0
        assert (work(asked).done, work(asked).total) == (3, 7)
        assert not lease.renew(worker="another", pace=QUICK, **told)


class TestRoutines:
    def test_each_time_comes_once_and_missed_ones_are_not_made_up(self):
        a_job(every=Daily(hour=0))
        now = timezone.now()

        assert len(start_what_is_due(now=now)) == 1
        assert start_what_is_due(now=now) == []
        assert len(start_what_is_due(now=now + timedelta(days=9))) == 1

    def test_what_is_finished_is_forgotten_after_a_while_and_the_unfinished_is_not(
        self,
    ):
        a_job()
        done, waiting = (ask_for(job="test.sing", by=SOMEBODY) for _ in range(2))
        taken_first = taken().work
        Turn(work=taken_first, worker="me", by=SOMEBODY, told={})
        lease.finish(work=taken_first, worker="me", outcome={})

        assert forget_old_work(now=timezone.now()) == 0
        assert forget_old_work(now=timezone.now() + timedelta(days=60)) == 1
        left = {about.id for about in latest_work()}
        assert left == {done, waiting} - {taken_first}


class TestSeeingHowItStands:
    def test_a_dead_letter_is_seen_and_can_be_tried_once_more(self):
        a_job(most_tries=1)
        asked = ask_for(job="test.sing", by=SOMEBODY)
        taken()
        told = {"worker": "me", "problem": "hoarse", "most_tries": 1, "pace": QUICK}
        lease.give_back(work=asked, **told)

        assert [letter.problem for letter in dead_letters()] == ["hoarse"]
        assert not house_state().is_in_order
        try_once_more(work=asked, by=SOMEBODY)
        assert dead_letters() == []
        assert taken().tries == 1
        assert latest_deeds()[0].deed == "jobs.try_once_more"

    def test_only_what_was_given_up_can_be_tried_once_more(self):
        a_job()
        with pytest.raises(NotPossible):
            try_once_more(work=ask_for(job="test.sing", by=SOMEBODY), by=SOMEBODY)

    def test_the_number_of_questions_does_not_grow(self, django_assert_num_queries):
        a_job()
        for _ in range(9):
            ask_for(job="test.sing", by=SOMEBODY)
        with django_assert_num_queries(2):
            assert len(latest_work()) == 9


@pytest.mark.django_db(transaction=True)
class TestAWorker:
    """Its job runs in a thread with a connection of its own."""

    def test_does_what_is_asked_and_says_so(self):
        sung = a_job()
        asked = ask_for(job="test.sing", by=SOMEBODY, told={"song": "Deep Harmony"})

        assert Worker(pace=QUICK).work_until_idle() == 1
        assert sung == [{"song": "Deep Harmony"}]
        assert work(asked).standing is Standing.DONE
        assert latest_deeds()[0].by == "job:test.sing"

    def test_tries_again_what_went_wrong_and_nothing_half_done_stays(self):
        tries = []

        @job("test.stumble", most_tries=3)
        def stumble(turn):
            tries.append(turn.told)
            with turn.finishing():
                record(by=turn.by, deed="test.stumbled", subject="once")
                if len(tries) < 3:
                    raise SourceProblem("the lights went out")

        asked = ask_for(job="test.stumble", by=SOMEBODY)
        Worker(pace=QUICK).work_until_idle()

        assert len(tries) == 3
        assert work(asked).standing is Standing.DONE
        assert [deed.deed for deed in latest_deeds()] == ["test.stumbled"]

    def test_gives_up_after_so_many_tries_and_does_not_quote_strangers(self):
        @job("test.fall", most_tries=2)
        def fall(_turn):
            raise ZeroDivisionError("said by somebody at 12 Hollin Lane")

        asked = ask_for(job="test.fall", by=SOMEBODY)
        Worker(pace=QUICK).work_until_idle()

        assert work(asked).standing is Standing.GIVEN_UP
        assert work(asked).problem == "ZeroDivisionError"
        assert DBTaskResult.objects.get(pk=asked).traceback == ""

    def test_our_own_sentences_are_kept(self):
        @job("test.refuse", most_tries=1)
        def refuse(_turn):
            raise NotPossible("the hall is shut")

        asked = ask_for(job="test.refuse", by=SOMEBODY)
        Worker(pace=QUICK).work_until_idle()
        assert work(asked).problem == "NotPossible: the hall is shut"

    def test_a_job_without_effects_is_done_when_it_ends(self):
        @job("test.hum")
        def hum(turn):
            turn.outcome["notes"] = 7

        asked = ask_for(job="test.hum", by=SOMEBODY)
        Worker(pace=QUICK).work_until_idle()
        assert DBTaskResult.objects.get(pk=asked).return_value == {"notes": 7}

    def test_keeps_its_lease_and_writes_down_how_far_it_is(self):
        seen = []

        @job("test.long")
        def long(turn):
            turn.progress(1, 4, "first verse")
            end = timezone.now() + timedelta(seconds=5)
            while timezone.now() < end and not seen:
                seen.extend(Work.objects.filter(pk=turn.work, done=1))

        ask_for(job="test.long", by=SOMEBODY)
        Worker(pace=QUICK).work_until_idle()
        assert [row.saying for row in seen] == ["first verse"]

    def test_what_follows_a_change_does_not_wait_for_long_work(self):
        begun, followed = Event(), Event()

        @job("test.long")
        def long(_turn):
            begun.set()
            assert followed.wait(30)

        @job("test.follows", after="test.happened")
        def follow(_turn):
            followed.set()

        ask_for(job="test.long", by=SOMEBODY)
        worker = Worker(pace=QUICK)
        working = Thread(target=worker.work_until_stopped)
        working.start()
        try:
            assert begun.wait(30)
            ask_for(job="test.follows", by=SOMEBODY)
            assert followed.wait(30)
        finally:
            followed.set()
            worker.stop()
            working.join(30)
        assert {one.standing for one in latest_work()} == {Standing.DONE}
