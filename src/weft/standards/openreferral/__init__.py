"""What do Open Referral UK and HSDS say of services? Their words, and nothing of ours.

Read: UK profile 3.0, HSDS 3.0 to 3.2 and, through the words of 3.0, the first UK
version; one page of a feed, a list, or one service. docs/standards/openreferral.md
names every field that is read and every one that is not. What cannot be read is a
``Complaint`` and never dropped in silence. People's own data (contacts, e-mail
addresses) are never read.
"""

from weft.standards.openreferral.description import openapi_document
from weft.standards.openreferral.envelope import Envelope, envelope_told
from weft.standards.openreferral.reading import (
    NO_SERVICES,
    Complaint,
    ServicesRead,
    read_document,
    services_of,
)
from weft.standards.openreferral.tables import TABLES, datapackage
from weft.standards.openreferral.tabular import Tabular
from weft.standards.openreferral.unread import unread_parts
from weft.standards.openreferral.values import (
    Address,
    AtLocation,
    Attribute,
    CostOption,
    Language,
    Location,
    Organization,
    Schedule,
    Service,
    Taxonomy,
    Term,
)
from weft.standards.openreferral.version_one import as_version_three
from weft.standards.openreferral.writing import (
    PROFILE,
    Document,
    at_location_documents,
    envelope,
    in_brief,
    organization_document,
    page_document,
    service_document,
    taxonomy_document,
    term_document,
)

__all__ = [
    "NO_SERVICES",
    "PROFILE",
    "TABLES",
    "Address",
    "AtLocation",
    "Attribute",
    "Complaint",
    "CostOption",
    "Document",
    "Envelope",
    "Language",
    "Location",
    "Organization",
    "Schedule",
    "Service",
    "ServicesRead",
    "Tabular",
    "Taxonomy",
    "Term",
    "as_version_three",
    "at_location_documents",
    "datapackage",
    "envelope",
    "envelope_told",
    "in_brief",
    "openapi_document",
    "organization_document",
    "page_document",
    "read_document",
    "service_document",
    "services_of",
    "taxonomy_document",
    "term_document",
    "unread_parts",
]
