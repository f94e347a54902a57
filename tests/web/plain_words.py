"""Which words of a page stand in no language but English, and beside no other?"""

from html.parser import HTMLParser

VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
APART = {"script", "style", "svg", "option", "audio", "bdi", "noscript"}


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in VOID:
            return
        told = dict(attrs)
        body = tag in {"html", "body", "main"}  # their language is the page's own
        spared = tag in APART or (not body and {"lang", "data-said"} & told.keys())
        self.inside.append((tag, bool(spared)))

    def handle_endtag(self, tag):
        while self.inside and tag not in VOID:
            if self.inside.pop()[0] == tag:
                break

    def handle_data(self, data):
        names = [tag for tag, _ in self.inside]
        spared = any(spared for _, spared in self.inside)
        said = any(letter.isalpha() for letter in data)
        if "main" in names and said and not spared:
            self.found.append(" ".join(data.split()))


def plain_words(page: str) -> list[str]:
    """List the words in ``main`` that say no language and are nobody's own."""
    words = _Words()
    words.feed(page)
    return words.found
