"""Somebody who checks the list, signed in without the pages that ask for proofs."""

from django.utils import timezone

from weft.accounts import sitting
from weft.accounts.models import Account
from weft.accounts.roles import Role


def signed_in(client, *, proved):
    now = timezone.now()
    account = Account.objects.create(
        email="bo@example.org", role=Role.STEWARD, invited_at=now, joined_at=now
    )
    client.force_login(account)
    session = client.session
    sitting.begin(session, proved=proved, now=now)
    session.save()
    return client
