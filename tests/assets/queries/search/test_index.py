import pytest
from django.conf import settings
from django.db import connection, transaction

from tests.assets.queries.search.listings import a_crowd, a_listing, a_region
from weft.assets.domain.facts import FactField
from weft.assets.models import Listing
from weft.assets.queries.search import index, reindex
from weft.assets.queries.search.marks import BITS
from weft.commons.words import tokens

pytestmark = pytest.mark.django_db


def held():
    """Every listing's tokens, as the index holds them."""
    query = (
        "SELECT listing_id, array_to_string(tsvector_to_array(tokens), ' ') "
        "FROM assets_findable"
        if connection.vendor == "postgresql"
        else "SELECT rowid, tokens FROM assets_searchtext"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {key: set(text.split()) for key, text in cursor.fetchall()}


def rows(table):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {table}")  # noqa: S608 names of ours
        return cursor.fetchone()[0]


def test_the_index_holds_the_words_of_every_listing():
    a_crowd(60, seed=1)

    assert reindex("tenterdale") == 60
    for listing in Listing.objects.all():
        assert set(tokens(listing.words)) <= held()[listing.pk]


def test_making_the_index_again_changes_nothing():
    a_crowd(60, seed=1)
    reindex("tenterdale")
    first = held(), rows("assets_searchspelling")

    reindex("tenterdale")

    assert (held(), rows("assets_searchspelling")) == first


def test_a_listing_takes_its_words_with_it_when_it_goes():
    listing = a_listing("Secret garden")
    a_listing("Rushby choir")
    reindex("tenterdale")

    listing.delete()

    assert len(held()) == rows("assets_findable") == 1
    assert "secret" not in set().union(*held().values())


def test_one_region_is_made_again_without_touching_another():
    a_listing("Rushby choir")
    a_listing("Far choir", region=a_region("otherdale"))
    reindex("tenterdale")
    reindex("otherdale")

    Listing.objects.filter(region="tenterdale").delete()
    reindex("tenterdale")

    (only,) = held().values()
    assert "far" in only


def test_a_making_that_fails_leaves_the_old_index(monkeypatch):
    a_listing("Rushby choir")
    reindex("tenterdale")
    before = held()

    def power_cut(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "shortenings", power_cut)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        reindex("tenterdale")

    assert held() == before


def test_every_fact_has_a_place_of_its_own_in_the_index():
    assert set(BITS) == set(FactField)
    assert len(set(BITS.values())) == len(BITS)
    assert max(BITS.values()) < 63


def test_the_numbers_of_facts_are_never_given_out_again():
    # They stand in indexes that are not made anew when the code is.
    assert [BITS[field] for field in list(FactField)[:28]] == list(range(28))


@pytest.mark.django_db(transaction=True)
def test_withdrawn_words_cannot_be_read_in_the_file_any_more():
    if settings.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        pytest.skip("not run: PostgreSQL's files are not ours to read")
    listing = a_listing("Quicksilverplum")
    a_listing("Rushby choir")
    reindex("tenterdale")

    listing.delete()
    reindex("tenterdale")

    with connection.cursor() as cursor:
        cursor.execute("SELECT block FROM assets_searchtext_data")
        blocks = b"".join(bytes(row[0]) for row in cursor.fetchall())
        assert b"quicksilverplum" not in blocks
        cursor.execute(
            "SELECT COUNT(*) FROM assets_searchspelling "
            "WHERE surface = 'quicksilverplum'"
        )
        assert cursor.fetchone() == (0,)
