"""At which age does somebody read this with ease?

The Flesch-Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975): 0.39 times
words a sentence, plus 11.8 times syllables a word, less 15.59. Grade 6 is a child of
about eleven. Only whole sentences are read: a label or a name in a list has no full
stop, and counting it as a sentence would flatter us.
"""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

BLOCKS = {
    "p", "li", "dt", "dd", "td", "th", "label", "legend", "summary", "figcaption",
    "caption", "div", "section", "h1", "h2", "h3", "h4", "header", "footer", "nav",
    "main", "form", "fieldset", "ul", "ol", "dl", "table", "tr", "button", "option",
}  # fmt: skip
SILENT = {"script", "style", "svg", "code", "pre", "template", "head", "blockquote"}
VOID = {"input", "br", "img", "meta", "link", "hr", "wbr", "source", "path", "rect"}
NOT_OURS = "data-said"  # a name, a quote, an official title: not our words
_SENTENCE = re.compile(r"[^.!?]+[.!?]+[”»\"']?")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


class _Text(HTMLParser):
    """Take the running text out of a page, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self.silent: list[str] = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        quiet = (
            tag in SILENT
            or NOT_OURS in told
            or (told.get("lang") or "en").partition("-")[0] != "en"
        )
        if tag in VOID:
            return
        if self.silent or (quiet and tag != "html"):
            self.silent.append(tag)
        elif tag in BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if self.silent:
            if tag in self.silent:
                while self.silent.pop() != tag:
                    pass
        elif tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data):
        # What is not ours counts as one short word, so that its sentence stays whole.
        self.blocks[-1] += " it " if self.silent else data


def sentences(html: str) -> list[str]:
    """List the whole sentences of a page."""
    reader = _Text()
    reader.feed(html)
    return [
        " ".join(found.split())
        for block in reader.blocks
        for found in _SENTENCE.findall(block)
        if len(_WORD.findall(found)) > 1
    ]


def syllables(word: str) -> int:
    """Count the syllables of an English word, near enough: groups of vowels.

    A silent e at the end is not counted; «-le» after a consonant is.
    """
    plain = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", plain))
    if re.search(r"[^aeiouyl]e(?:d|s)?$", plain) and not re.search(
        r"(?:[td]ed|[sxz]es|[cg]es|ches|shes)$", plain
    ):
        groups -= 1
    return max(1, groups)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and how hard it is."""

    sentences: int
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        return (
            0.39 * self.words / self.sentences
            + 11.8 * self.syllables / self.words
            - 15.59
        )


def reading(said: list[str]) -> Reading:
    """Measure some sentences."""
    words = [word for sentence in said for word in _WORD.findall(sentence)]
    return Reading(len(said), len(words), sum(map(syllables, words)))


def hardest(said: list[str], most: int = 5) -> list[str]:
    """Find the sentences to write again."""
    return sorted(said, key=lambda one: -reading([one]).grade)[:most]
