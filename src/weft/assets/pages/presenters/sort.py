"""What sort of thing to do is it, from everyday to therapy, and in which words?"""

from weft.assets.domain.kinds import Manner, Spectrum
from weft.assets.queries.about import OfferAbout

MANNERS = {
    Manner.MAKE: "You make something.",
    Manner.WATCH: "You watch or listen.",
    Manner.JOIN: "You join in.",
    Manner.LEARN: "You learn something.",
    Manner.PLAY: "You play.",
}
SPECTRUM = {
    Spectrum.EVERYDAY: "It is an everyday thing. Nobody is treated for anything.",
    Spectrum.GROUP: "It is a group of people among themselves.",
    Spectrum.LED: "Somebody who knows the craft leads it.",
    Spectrum.HEALTH: "It is made with health in mind.",
    Spectrum.THERAPY: "It is therapy, by a registered therapist.",
}
NOBODY_SAID = (
    "Its people say no more than this, and need not. You can ask what it is like."
)
"""«Door open, kettle on» is a whole offer: it lacks nothing, and nobody guesses."""
KEPT_SAFE = "Nobody has told us how people are kept safe. Ask before you go."


def sort_of(offer: OfferAbout) -> tuple[str, ...]:
    """Say what one does there, and where it lies between everyday and therapy.

    Of therapy it is said how people are kept safe, or that nobody has told us.
    """
    lines = [MANNERS[manner] for manner in Manner if manner in offer.manner]
    if offer.spectrum:
        lines.append(SPECTRUM[Spectrum(offer.spectrum)])
    if offer.safeguards:
        lines.append(offer.safeguards)
    elif offer.spectrum == Spectrum.THERAPY:
        lines.append(KEPT_SAFE)
    return tuple(lines) or (NOBODY_SAID,)
