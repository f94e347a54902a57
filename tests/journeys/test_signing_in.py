"""Can somebody who was invited come in, by passkey or by password and app?"""

import pytest

from tests.accounts.codes import code
from tests.journeys.looking import DESK, PHONE, axe_finds, sideways
from tests.journeys.stewards import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.slow]
A_PHONE_THAT_ASKS_FOR_A_FINGER = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def looked_at(page):
    """See with axe's eyes, and on a phone either way round."""
    assert axe_finds(page) == []
    page.set_viewport_size(PHONE)
    for way in ("rtl", "ltr"):
        page.evaluate("way => document.documentElement.dir = way", way)
        assert sideways(page) == [], way
    page.set_viewport_size(DESK)


def with_a_passkey_device(page):
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    told = session.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": A_PHONE_THAT_ASKS_FOR_A_FINGER},
    )
    return session, told["authenticatorId"]


def test_with_a_password_and_an_app(visitor, invitation):
    with visitor.at(invitation("dee@example.org")) as page:
        looked_at(page)
        page.fill("#password", "short")
        page.click("text=Go on")
        looked_at(page)
        page.fill("#password", PASSWORD)
        page.fill("#again", PASSWORD)
        page.click("text=Go on")

        looked_at(page)
        assert page.locator(".w-square svg").bounding_box()["width"] > 150
        secret = page.inner_text(".w-secret").replace(" ", "")
        page.fill("#code", code(secret))
        page.click("text=Keep this app")
        assert page.locator("main ol li").count() == 10
        looked_at(page)
        page.click("text=Go to your work")
        assert "dee@example.org" in page.inner_text("main")
        looked_at(page)
        page.click("text=How I sign in")
        looked_at(page)

        page.goto(f"{visitor.site}/steward")
        page.click("text=Sign out")
        page.goto(f"{visitor.site}/steward")
        assert "Who is signing in?" in page.inner_text("h1")
        looked_at(page)
        page.fill("#login", "dee@example.org")
        page.fill("#password", PASSWORD)
        page.click("#by-password button")
        assert "Which code" in page.inner_text("h1")
        looked_at(page)
        page.fill("#code", code(secret, ahead=1))
        page.click("button:has-text('Sign in')")
        assert page.url == f"{visitor.site}/steward"


def test_without_a_script_a_password_and_an_app_are_enough(visitor, invitation):
    with visitor.at(
        invitation("eve@example.org"), size=PHONE, java_script_enabled=False
    ) as page:
        page.fill("#password", PASSWORD)
        page.fill("#again", PASSWORD)
        page.click("text=Go on")
        secret = page.inner_text(".w-secret").replace(" ", "")
        page.fill("#code", code(secret))
        page.click("text=Keep this app")
        page.goto(f"{visitor.site}/steward")
        assert "eve@example.org" in page.inner_text("main")
        page.goto(f"{visitor.site}/steward/proofs/passkey")
        assert "Set up an app instead" in page.inner_text("main")
        assert page.locator("button:visible", has_text="Make a passkey").count() == 0


def test_with_a_passkey_alone(visitor, invitation):
    path = invitation("fay@example.org", "administrator")
    with visitor.at(path, size=PHONE) as page:
        with_a_passkey_device(page)
        page.click("text=Use a passkey")
        looked_at(page)
        page.fill("#name", "My phone")
        page.click("text=Make a passkey")
        page.wait_for_url("**/steward/proofs/codes")
        page.goto(f"{visitor.site}/steward")
        assert "You run this site" in page.inner_text("main")

        page.click("text=Sign out")
        page.click("text=Use my passkey")
        page.wait_for_url("**/steward")
        assert "fay@example.org" in page.inner_text("main")
        page.click("text=How I sign in")
        assert "My phone" in page.inner_text("main")


def test_a_finger_that_is_not_known_comes_in_nowhere(visitor, invitation):
    with visitor.at(invitation("gus@example.org")) as page:
        device, key = with_a_passkey_device(page)
        page.click("text=Use a passkey")
        device.send(
            "WebAuthn.setUserVerified",
            {"authenticatorId": key, "isUserVerified": False},
        )
        page.click("text=Make a passkey")
        page.wait_for_selector("[data-passkey-error]:visible")
        page.goto(f"{visitor.site}/steward")
        assert "A password alone opens nothing here" in page.inner_text("main")


def test_nobody_else_gets_a_cookie(visitor):
    with visitor.at("/open/who-may") as page:
        looked_at(page)
        page.goto(f"{visitor.site}/")
        assert page.context.cookies() == []
        page.goto(f"{visitor.site}/steward")
        assert {one["name"] for one in page.context.cookies()} <= {"csrftoken"}
