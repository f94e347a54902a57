"""How does somebody who was invited begin?

The address holds the secret, so the form needs no token besides, and no cookie is set
before the invitation is taken.
"""

from typing import Final
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from weft.accounts import services
from weft.accounts.asking import link_of
from weft.accounts.links import LinkAbout
from weft.accounts.pages.presenters import Errors, JoinPage
from weft.accounts.queries import account
from weft.commons.errors import NotFound
from weft.shell.rendering import render

BY_PASSWORD: Final = "password"  # noqa: S105 the value of a button
NOT_TWICE = "The two are not the same. Write the password twice."
TOO_EASY = "Write twelve letters or more that nobody would guess, like three odd words."


@csrf_exempt  # the secret in the address is the token
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show the invitation, or take it and go on to the proofs."""
    link = link_of(request)
    if link is None:
        raise NotFound
    by_password = request.POST.get("how") == BY_PASSWORD
    errors = _errors(request) if by_password else ()
    if request.method != "POST" or errors:
        return _shown(request, link, errors)
    password = request.POST["password"] if by_password else ""
    key = services.join(link=link, password=password, by=link.actor)
    get_adapter().login(request, account(key))
    return redirect("mfa_activate_totp" if by_password else "mfa_add_webauthn")


def _shown(request: HttpRequest, link: LinkAbout, errors: Errors) -> HttpResponse:
    """Show the invitation, with what was not right."""
    role = account(UUID(link.thing.key)).role
    page = JoinPage(role=role, errors=errors)
    status = 400 if errors else 200
    return render(request, "accounts/join.jinja", status, page=page)


def _errors(request: HttpRequest) -> Errors:
    """Say what is wrong with a password that was chosen."""
    password = request.POST.get("password", "")
    try:
        password_validation.validate_password(password)
    except ValidationError:
        return (("password", TOO_EASY),)
    if password != request.POST.get("again"):
        return (("again", NOT_TWICE),)
    return ()
