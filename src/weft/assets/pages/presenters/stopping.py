"""In which words does all mail stop?"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class StopPage:
    """One question, and what came of it.

    ``kept`` is what undoes a stop; the page carries it, and we do not.
    """

    stopped: bool = False
    undone: bool = False
    unknown: bool = False
    kept: str = field(default="", repr=False)
    problem: str = ""

    @property
    def title(self) -> str:
        """Ask, or say what is so now."""
        if self.unknown:
            return "There is no mail to stop"
        if self.undone:
            return "You get our mail again"
        return "All mail has stopped" if self.stopped else "Stop all mail from us?"
