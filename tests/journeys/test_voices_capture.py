"""On a telephone, with a network that fails: from a photograph to a claim."""

from io import BytesIO

import pytest
from PIL import Image

from tests.journeys.looking import PHONE, axe_finds, sideways
from tests.journeys.test_in_hand import weft
from tests.journeys.test_voices import LINK
from tests.voices.pictures_taken import BLUE, as_sent, colour

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BLACK = (50, 50, 50)


@pytest.fixture
def held(valley):
    """The link of a project of its own, which no other journey meets."""
    return LINK.search(weft(valley, "voices", "begin", "a-poster", "A poster"))[0]


def looked_at(page):
    """See with axe's eyes, either way round."""
    assert axe_finds(page) == []
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way


def answer_lost(route):
    """All of it arrives, and the telephone never hears so."""
    if route.request.method != "POST":
        route.continue_()
        return
    route.fetch(max_redirects=0)
    route.abort()


def tap(surface, across, down):
    box = surface.bounding_box()
    surface.click(position={"x": box["width"] * across, "y": box["height"] * down})


def test_from_a_photograph_to_a_claim_while_the_network_fails(visitor, held):
    """Three steps, each looked at: put in, mark, claim."""
    with visitor.at(held, size=PHONE, has_touch=True) as page:
        page.fill("#name", "What would make you stay?")
        page.check("input[name=sees][value=anybody]")
        page.click("text=Add it")
        page.wait_for_url("**done=workshop")
        page.goto(f"{visitor.site}{held}/capture")
        looked_at(page)
        photograph(page)
        page.click("main >> text=A poster")
        page.wait_for_url("**/v/*")
        listed = page.inner_text("main")
        assert listed.count("Poster 4") == listed.count("What was said, ") == 1
        mark(page)
        page.fill("#new_claim", "A seat near the door keeps people.")
        page.click("text=Put them together")
        page.wait_for_url("**done=claim*")
        looked_at(page)
    with visitor.at("/voices/a-poster/words", size=PHONE) as page:
        page.locator("img.v-part").scroll_into_view_if_needed()
        page.wait_for_function("document.querySelector('img.v-part').naturalWidth > 0")
        looked_at(page)
    # what the network did here was meant
    visitor.mishaps[:] = [one for one in visitor.mishaps if "net::ERR_" not in one]


def photograph(page):
    """A face is covered before it leaves; the network is gone, and fails half-way."""
    raw = as_sent(900, 600, form="JPEG", comment=b"where it was taken")
    poster = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": raw}
    page.set_input_files("#picture", poster)
    page.wait_for_selector("[data-cover] canvas")
    for across, down in ((0.1, 0.1), (0.4, 0.9)):
        tap(page.locator("[data-cover] canvas"), across, down)
    page.wait_for_selector("text=Parts covered: 1")
    page.check("input[name=seen][value=nobody]")
    page.fill("#picture-name", "Poster 4")
    looked_at(page)
    page.context.set_offline(True)
    page.click("text=Put the picture in")
    page.wait_for_selector("text=Kept on this telephone")
    assert "Waiting on this telephone: «Poster 4»" in page.inner_text("main")
    looked_at(page)
    page.fill("#text", "She said ten minutes.")
    page.click("text=Put the words in")
    page.wait_for_selector("text=«Words»")

    # it drops half-way: all of it goes out once, and the answer gets lost
    page.route("**/capture", answer_lost)
    page.context.set_offline(False)
    page.reload()
    page.wait_for_selector("text=Waiting on this telephone: «Poster 4»")
    page.wait_for_timeout(500)
    page.unroute("**/capture")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_selector("text=Sent: Poster 4 Words")
    looked_at(page)


def mark(page):
    """A part of it is marked with two taps."""
    page.click("main >> text=Poster 4")
    page.wait_for_url("**/picture/*")
    kept = page.request.get(f"{page.url}.jpg").body()
    with Image.open(BytesIO(kept)) as image:
        assert "comment" not in image.info
    assert (colour(kept, 0.25), colour(kept, 0.75)) == (BLACK, BLUE)
    page.click("summary:has-text('Only a part')")
    for across in (0.5, 0.95):
        tap(page.locator("[data-frame]"), across, across)
    assert abs(int(page.input_value("#left")) - 500) < 10
    page.fill("#marked", "Ten minutes, and she stayed.")
    page.click("button:has-text('Mark it')")
    page.wait_for_url("**done=mark")
    looked_at(page)
