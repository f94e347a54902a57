"""Each language has its own script, and no words that no speaker has read."""

import pytest
from django.test import RequestFactory

from weft.ground.models import Region
from weft.web.whose import whose

pytestmark = pytest.mark.django_db


@pytest.fixture
def valley():
    Region.objects.create(
        slug="tenterdale",
        name="Tenterdale",
        settings={"languages": ["en", "ur", "pl"], "telephone": "01632 960 114"},
    )


@pytest.mark.usefixtures("valley")
def test_the_first_page_names_each_language_in_its_own_script(client):
    page = client.get("/").content.decode()

    assert '<a href="/languages/ur" lang="ur" dir="rtl" hreflang="ur">اردو</a>' in page
    assert (
        '<a href="/languages/pl" lang="pl" dir="ltr" hreflang="pl">Polski</a>' in page
    )


@pytest.mark.usefixtures("valley")
def test_behind_a_language_is_a_voice_until_a_speaker_has_read_our_words(client):
    page = client.get("/languages/ur").content.decode()

    assert '<h1 lang="ur" dir="rtl">اردو</h1>' in page
    assert "01632 960 114" in page


@pytest.mark.usefixtures("valley")
def test_a_language_that_is_not_of_the_region_has_no_page(client):
    assert client.get("/languages/fr").status_code == 404


@pytest.mark.usefixtures("valley")
def test_other_pages_are_spared_the_row():
    assert whose(RequestFactory().get("/open")).languages == ()
