"""At which addresses does somebody sign in? The names are those that allauth asks for.

The views bring passkeys and their cryptography along, which takes a quarter of a
second to read (measured); they are read when somebody first opens one of them.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

from django.http import HttpRequest, HttpResponseBase
from django.urls import path

from weft.accounts.pages.joining import join

View = Callable[..., HttpResponseBase]


@cache
def _found(module: str, name: str) -> View:
    return cast("View", getattr(import_module(f"weft.accounts.pages.{module}"), name))


def _later(module: str, name: str) -> View:
    """Give a view that is read when it is first asked for."""

    def view(request: HttpRequest, **told: object) -> HttpResponseBase:
        return _found(module, name)(request, **told)

    return view


urlpatterns = [
    path("sign-in", _later("entering", "sign_in"), name="account_login"),
    path(
        "sign-in/passkey", _later("entering", "by_passkey"), name="mfa_login_webauthn"
    ),
    path("sign-in/code", _later("entering", "second_proof"), name="mfa_authenticate"),
    path("sign-out", _later("entering", "sign_out"), name="account_logout"),
    path("join/<str:secret>", join, name="account_join"),
    path("steward/proofs", _later("proving", "proofs"), name="mfa_index"),
    path("steward/proofs/app", _later("proving", "app"), name="mfa_activate_totp"),
    path(
        "steward/proofs/passkey", _later("proving", "passkey"), name="mfa_add_webauthn"
    ),
    path(
        "steward/proofs/codes",
        _later("proving", "codes"),
        name="mfa_view_recovery_codes",
    ),
    path(
        "steward/proofs/codes/new",
        _later("proving", "new_codes"),
        name="mfa_generate_recovery_codes",
    ),
]
