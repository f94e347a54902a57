"""How are a region's files fetched from their publishers, politely?

One request at a time, with a name and a contact, waiting as long as a publisher asks;
what was begun is gone on with; what arrives is looked at before it is kept. A publisher
that refuses data centres is not «gone»: the message says which page a person should
open and where to put the file.
"""

from weft.ground.sources.fetching.asking import Publishers
from weft.ground.sources.fetching.one import Fetched, fetch_source
from weft.ground.sources.fetching.resolving import Addresses
from weft.ground.sources.remembered import FetchedFile, fetched_files

__all__ = [
    "Addresses",
    "Fetched",
    "FetchedFile",
    "Publishers",
    "fetch_source",
    "fetched_files",
]
