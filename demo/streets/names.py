"""What are the streets called? Words of cloth, water and hill; no person's name."""

from random import Random

from demo import words

_LISTS = dict(line.split(": ", 1) for line in words.lines("streets.txt"))
FIRST = tuple(_LISTS["first"].split("; "))
HAMLETS = tuple(_LISTS["hamlets"].split("; "))
TOWN_LAST = (
    *("Street", "Street", "Street", "Terrace", "Row", "Road", "Place"),
    *("View", "Grove", "Avenue", "Mount", "Court", "Close", "Drive"),
)
HILL_LAST = ("Lane", "Lane", "Fold", "Bank", "Croft", "Gate", "Edge", "Royd", "End")
FOOT_LAST = ("Ginnel", "Snicket", "Passage", "Steps", "Path")


class StreetNames:
    """A hat of names: each is drawn once in a place, so that addresses are plain."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.given: set[tuple[str, str]] = set()

    def draw(self, town: str, lasts: tuple[str, ...]) -> str:
        """Draw a name nobody in this town has yet."""
        while True:
            name = f"{self.rng.choice(FIRST)} {self.rng.choice(lasts)}"
            if (town, name) not in self.given:
                self.given.add((town, name))
                return name
