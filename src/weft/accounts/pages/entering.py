"""How does somebody sign in: with a passkey, or a password and a code?"""

from typing import Any

from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from weft.accounts.actors import Actor
from weft.accounts.adapters import forget_the_address
from weft.accounts.pages.looks import InOurLook
from weft.accounts.pages.presenters import (
    NOT_THESE,
    NOT_THIS_CODE,
    SecondProofPage,
    SignInPage,
    as_options,
    errors_of,
)
from weft.accounts.services import note_refusal


class SignIn(InOurLook, LoginView):
    """Ask for a passkey, or for an address and a password."""

    our_template = "accounts/sign_in.jinja"

    def page(self, told: dict[str, Any]) -> SignInPage:
        """Keep the address that was typed, and never the password."""
        form = told["form"]
        return SignInPage(
            errors=errors_of(form, otherwise=NOT_THESE),
            email=str(form["login"].value() or ""),
            onward=self.request.GET.get(REDIRECT_FIELD_NAME, "")
            or self.request.POST.get(REDIRECT_FIELD_NAME, ""),
        )

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Go on to the second proof; the address is known by the account's key now."""
        response: HttpResponse = super().form_valid(form)
        forget_the_address(self.request.session)
        return response


class SecondProof(InOurLook, AuthenticateView):
    """Ask for a code or a passkey, after the password was right."""

    our_template = "accounts/second_proof.jinja"

    def page(self, told: dict[str, Any]) -> SecondProofPage:
        """Say what was wrong with the code, and offer a passkey to who has one."""
        options = told["js_data"]["request_options"]
        has_one = bool(options["publicKey"].get("allowCredentials"))
        return SecondProofPage(
            errors=errors_of(self.form, otherwise=NOT_THIS_CODE),
            options=as_options(options) if has_one else "",
        )

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """Write down that somebody with a password had no second proof."""
        note_refusal(door="mfa_authenticate", by=Actor.somebody())
        response: HttpResponse = super().form_invalid(form)
        return response


class ByPasskey(LoginWebAuthnView):
    """Let somebody in by a passkey alone: it has asked for a finger or a PIN."""

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """Go back to where one signs in, and write down that it was not right."""
        note_refusal(door="mfa_login_webauthn", by=Actor.somebody())
        response: HttpResponse = super().form_invalid(form)
        return response


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the sitting."""
    logout(request)
    return redirect("account_login")


sign_in = SignIn.as_view()
second_proof = SecondProof.as_view()
by_passkey = ByPasskey.as_view()
