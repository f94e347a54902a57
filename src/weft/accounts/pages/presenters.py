"""Which words stand on the pages for signing in?"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.forms import BaseForm
from markupsafe import Markup

WRONG = {
    "login": "Write the e-mail address that you were invited with.",
    "password": "Write your password.",
    "code": "Write the six digits from your app, or one of your spare codes.",
    "credential": "The passkey was not taken. Try again.",
}
NOT_THESE = "The address and the password do not belong together. Try again."
TOO_OFTEN = "That was tried too often. Wait five minutes, or use your passkey."
NOT_THIS_CODE = "That code is not right, or not right any more. Try the next one."
Errors = tuple[tuple[str, str], ...]


def errors_of(form: BaseForm | None, *, otherwise: str = "") -> Errors:
    """Say what was wrong with a form, field by field, in our own words."""
    if form is None or not form.is_bound:
        return ()
    told = form.errors.get_json_data()
    return tuple(
        (_field(form, field), _words(field, found, otherwise))
        for field, found in told.items()
    )


def _field(form: BaseForm, field: str) -> str:
    """Say at which field to look; the first, for what is wrong with all."""
    return field if field in form.fields else next(iter(form.fields))


def _words(field: str, found: Iterable[Mapping[str, object]], otherwise: str) -> str:
    """Choose the sentence for what was wrong with one field."""
    codes = {str(one.get("code", "")) for one in found}
    if codes & {"too_many_login_attempts", "rate_limited"}:
        return TOO_OFTEN
    if codes & {"required", "invalid"}:
        return WRONG.get(field, otherwise)
    return otherwise or WRONG.get(field, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInPage:
    """The first page of signing in."""

    errors: Errors
    email: str
    onward: str  # where somebody wanted to go

    def error(self, field: str) -> str:
        """Say what is wrong with one field."""
        return dict(self.errors).get(field, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondProofPage:
    """The second page: the code, or a passkey."""

    errors: Errors
    options: str  # what a browser needs to ask for a passkey, as JSON; "" for none

    @property
    def error(self) -> str:
        """Say what is wrong with the code."""
        return self.errors[0][1] if self.errors else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofsPage:
    """By what somebody can show who they are."""

    app: bool
    passkeys: Sequence[str]
    codes: bool

    @property
    def is_enough(self) -> bool:
        """Tell whether steward pages open with what there is."""
        return self.app or bool(self.passkeys)


@dataclass(frozen=True, slots=True, kw_only=True)
class AppPage:
    """Setting up an app that gives codes."""

    square: Markup  # an SVG that the app reads
    secret: str
    errors: Errors

    @property
    def error(self) -> str:
        """Say what is wrong with the code."""
        return self.errors[0][1] if self.errors else ""

    @property
    def secret_in_fours(self) -> str:
        """Say the secret so that it can be typed."""
        return " ".join(
            self.secret[at : at + 4] for at in range(0, len(self.secret), 4)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PasskeyPage:
    """Adding a passkey."""

    options: str  # what a browser needs to make one, as JSON
    errors: Errors


@dataclass(frozen=True, slots=True, kw_only=True)
class CodesPage:
    """The spare codes."""

    codes: Sequence[str]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPage:
    """Taking an invitation."""

    role: str
    errors: Errors

    def error(self, field: str) -> str:
        """Say what is wrong with one field."""
        return dict(self.errors).get(field, "")


def as_options(told: object) -> str:
    """Write down what a browser needs to make or ask for a passkey."""
    return json.dumps(told)
