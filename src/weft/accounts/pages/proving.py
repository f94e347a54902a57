"""By what can somebody show who they are, and how do they add another way?"""

from typing import Any

from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import (
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from markupsafe import Markup

from weft.accounts import sitting
from weft.accounts.asking import account_of
from weft.accounts.pages.looks import InOurLook
from weft.accounts.pages.presenters import (
    NOT_THIS_CODE,
    AppPage,
    CodesPage,
    PasskeyPage,
    ProofsPage,
    as_options,
    errors_of,
)
from weft.accounts.roles import Role
from weft.accounts.services import note_proof

APP, CODES = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES
PASSKEY = Authenticator.Type.WEBAUTHN


def _proved(request: HttpRequest, proof: str) -> None:
    """Write down that there is a new proof, which was given at the same moment."""
    account = account_of(request)
    note_proof(key=account.key, role=Role(account.role), proof=proof)
    sitting.note_proved(request.session)


class Proofs(InOurLook, IndexView):
    """Show what there is to sign in with."""

    our_template = "accounts/proofs.jinja"

    def page(self, told: dict[str, Any]) -> ProofsPage:
        """Name each."""
        held = told["authenticators"]
        return ProofsPage(
            app=APP in held,
            passkeys=[one.name for one in held.get(PASSKEY, ())],
            codes=CODES in held,
        )


class App(InOurLook, ActivateTOTPView):
    """Set up an app that gives six digits."""

    our_template = "accounts/app.jinja"

    def dispatch(self, request: HttpRequest) -> HttpResponseBase:
        """Go back where there is an app already: a new invitation begins anew."""
        held = Authenticator.objects.filter(user=account_of(request).key, type=APP)
        if held.exists():
            return redirect("mfa_index")
        response: HttpResponseBase = super().dispatch(request)
        return response

    def page(self, told: dict[str, Any]) -> AppPage:
        """Give the secret, to be read by a camera or typed."""
        return AppPage(
            square=Markup(told["totp_svg"]),  # noqa: S704 a drawing of ours
            secret=told["form"].secret,
            errors=errors_of(told["form"], otherwise=NOT_THIS_CODE),
        )

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Keep it, and let them in: a code of it was right just now."""
        response: HttpResponse = super().form_valid(form)
        _proved(self.request, APP.value)
        return response


class Passkey(InOurLook, AddWebAuthnView):
    """Add a passkey: a finger, a face, a PIN or a key."""

    our_template = "accounts/passkey.jinja"

    def page(self, told: dict[str, Any]) -> PasskeyPage:
        """Give what a browser needs to make one."""
        return PasskeyPage(
            options=as_options(told["js_data"]["creation_options"]),
            errors=errors_of(told["form"]),
        )

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Keep it, and let them in: it has just asked who they are."""
        response: HttpResponse = super().form_valid(form)
        _proved(self.request, PASSKEY.value)
        return response


class Codes(InOurLook, ViewRecoveryCodesView):
    """Show the spare codes, to be written on paper."""

    our_template = "accounts/codes.jinja"

    def page(self, told: dict[str, Any]) -> CodesPage:
        """List those that were not used."""
        return CodesPage(codes=told["unused_codes"], of=told["total_count"])


class NewCodes(InOurLook, GenerateRecoveryCodesView):
    """Make new spare codes; the old ones open nothing any more."""

    our_template = "accounts/new_codes.jinja"

    def page(self, told: dict[str, Any]) -> CodesPage:
        """Say how many there are still."""
        return CodesPage(codes=[""] * told["unused_code_count"], of=0)


proofs = Proofs.as_view()
app = App.as_view()
passkey = Passkey.as_view()
codes = Codes.as_view()
new_codes = NewCodes.as_view()
