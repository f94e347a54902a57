"""What does a published service mean in our words, and our offer in the standard's?

A service at several places is an offer at each; they carry the service's number and, if
there are several, the place's. A service comes back as it was told in every field that
is covered both ways; docs/standards/openreferral.md lists them.
"""

from weft.assets.exchange.openreferral.taking import Taken, taken_from
from weft.assets.exchange.openreferral.telling import service_from
from weft.assets.exchange.openreferral.times import schedule_from, schedule_told
from weft.assets.exchange.openreferral.words import access_facts

__all__ = [
    "Taken",
    "access_facts",
    "schedule_from",
    "schedule_told",
    "service_from",
    "taken_from",
]
