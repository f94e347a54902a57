"""What do Open Referral UK and HSDS say of services? Their words, and nothing of ours.

Read: UK profile 3.0 and HSDS 3.0 to 3.2, one page of a feed, a list, or one service
(docs/standards/openreferral.md names every field that is read and every one that is
not). What cannot be read is a ``Complaint`` and never dropped in silence. People's own
data (contacts, e-mail addresses) are never read.
"""

from weft.standards.openreferral.reading import (
    NO_SERVICES,
    Complaint,
    ServicesRead,
    read_document,
    services_of,
)
from weft.standards.openreferral.values import (
    Address,
    AtLocation,
    CostOption,
    Language,
    Location,
    Organization,
    Schedule,
    Service,
)
from weft.standards.openreferral.writing import page_document, service_document

__all__ = [
    "NO_SERVICES",
    "Address",
    "AtLocation",
    "Complaint",
    "CostOption",
    "Language",
    "Location",
    "Organization",
    "Schedule",
    "Service",
    "ServicesRead",
    "page_document",
    "read_document",
    "service_document",
    "services_of",
]
