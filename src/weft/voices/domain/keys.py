"""By which key is a project known to links and to the record?"""

import hashlib


def key_of(region: str, slug: str) -> str:
    """Give a project's key: «region/slug»."""
    return f"{region}/{slug}"


def parts_of(key: str) -> tuple[str, str]:
    """Give the region and the slug in a project's key."""
    region, _, slug = key.partition("/")
    return region, slug


def thing_key(name: str) -> str:
    """Give a thing a word for an address, which tells nothing of its name."""
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()[:8]
