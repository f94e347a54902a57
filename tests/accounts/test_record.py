"""The record: everything that was done, in an order that nobody can change unseen."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, connections, transaction
from hypothesis import given
from hypothesis import strategies as st

from weft.accounts.actors import Actor
from weft.accounts.chain import digest
from weft.accounts.models import Entry
from weft.accounts.queries import broken_entries, latest_deeds, record_state
from weft.accounts.services import record
from weft.commons.errors import NotPossible

SOMEBODY = Actor.command("test")
LIFTED = {
    "sqlite": "DROP TRIGGER the_record_refuses_{deed}",
    "postgresql": "DROP TRIGGER IF EXISTS the_record_refuses_change ON accounts_entry",
}


def some_deeds(count=5):
    return [
        record(by=SOMEBODY, deed="test.deed", subject=f"thing:{n}")
        for n in range(count)
    ]


def lift_the_trigger(deed):
    """Do what only somebody who owns the data base can do."""
    with connection.cursor() as cursor:
        cursor.execute(LIFTED[connection.vendor].format(deed=deed))


@pytest.mark.django_db
class TestTheRecord:
    def test_counts_from_one_and_holds_together(self):
        assert some_deeds(3) == [1, 2, 3]
        assert list(broken_entries()) == []
        assert record_state().first_broken is None

    def test_says_who_did_what_newest_first(self):
        record(by=SOMEBODY, deed="test.first", subject="thing:1")
        record(by=Actor.job("test.sing"), deed="test.second", subject="thing:1")

        told = [(deed.by, deed.deed) for deed in latest_deeds()]
        assert told == [
            ("job:test.sing", "test.second"),
            ("command:test", "test.first"),
        ]

    def test_a_deed_that_is_undone_is_not_in_it(self):
        @transaction.atomic
        def change_ones_mind():
            some_deeds(1)
            raise NotPossible("after all")

        with pytest.raises(NotPossible):
            change_ones_mind()
        assert Entry.objects.count() == 0

    @pytest.mark.parametrize("deed", ["update", "delete"])
    def test_the_data_base_refuses_to_change_or_remove_an_entry(self, deed):
        some_deeds()
        entry = Entry.objects.filter(number=3)
        change = {"update": lambda: entry.update(subject="x"), "delete": entry.delete}

        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            change[deed]()
        assert list(broken_entries()) == []

    @pytest.mark.parametrize("field", ["by", "deed", "subject", "before", "hash"])
    def test_a_changed_entry_shows_when_even_the_trigger_was_removed(self, field):
        some_deeds()
        lift_the_trigger("update")
        Entry.objects.filter(number=3).update(**{field: "f" * 64})

        assert next(broken_entries()) == 3

    def test_a_missing_entry_shows(self):
        some_deeds()
        lift_the_trigger("delete")
        Entry.objects.filter(number=3).delete()

        assert list(broken_entries()) == [4]

    def test_an_entry_reckoned_anew_shows_in_the_one_after_it(self):
        some_deeds()
        lift_the_trigger("update")
        forged = Entry.objects.get(number=3)
        forged.subject = "somebody:else"
        forged.hash = digest(forged)
        forged.save()

        assert list(broken_entries()) == [4]

    def test_the_newest_alone_can_be_looked_at(self, django_assert_max_num_queries):
        some_deeds(12)
        lift_the_trigger("update")
        Entry.objects.filter(number=2).update(subject="x")

        with django_assert_max_num_queries(4):
            assert record_state(latest=5).first_broken is None
        assert record_state().first_broken == 2


@given(
    details=st.dictionaries(
        st.text(max_size=9), st.none() | st.booleans() | st.integers() | st.text()
    )
)
def test_the_hash_hangs_on_everything_that_was_told(details):
    from django.utils import timezone

    told = {"number": 1, "at": timezone.now(), "by": "a", "deed": "b", "subject": "c"}
    entry = Entry(**told, before="0" * 64, details=details)
    other = Entry(**told, before="0" * 64, details={**details, "one more": 1})

    assert digest(entry) != digest(other)


@pytest.mark.django_db(transaction=True)
def test_many_at_once_wait_for_each_other_and_leave_no_gap():
    def one(number):
        try:
            return record(by=SOMEBODY, deed="test.deed", subject=f"thing:{number}")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as hands:
        numbers = list(hands.map(one, range(60)))

    assert sorted(numbers) == list(range(1, 61))
    assert list(broken_entries()) == []
