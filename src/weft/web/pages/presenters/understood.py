"""How is it said back what was done with somebody's words?"""

from weft.assets.queries.search import Correction, Done
from weft.commons.saying import listed
from weft.web.finding import Finding

MOST_WORDS = 5


def understood(finding: Finding) -> tuple[str, ...]:
    """Say what was put right, widened or passed over; nothing is done in silence."""
    said = [
        *_of_start(finding),
        *_of_hours(finding),
        *(_of_words(one, finding) for one in finding.found.understood),
    ]
    return tuple(dict.fromkeys(sentence for sentence in said if sentence))


def _of_start(finding: Finding) -> tuple[str, ...]:
    start = finding.start
    if start.corrected:
        within = f" in {start.within}" if start.within else ""
        return (f"We took «{finding.asked.near}» as {start.name}{within}.",)
    if start.ended:
        return ("That postcode is no longer used. We start from where it was.",)
    return ()


def _of_hours(finding: Finding) -> tuple[str, ...]:
    odd = finding.hours.not_understood
    return (f"In your hours we did not understand «{' '.join(odd)}».",) if odd else ()


def widened(finding: Finding) -> bool:
    """Tell whether more was looked for than was written, by the list of words."""
    return any(one.done is Done.ALSO and one.words for one in finding.found.understood)


def _because(one: Correction) -> str:
    """Say what it is because of: somebody's own word, or how it may be spelt."""
    return f"Because you wrote «{one.typed}»,"


def _of_words(one: Correction, finding: Finding) -> str:
    words = listed([f"«{word}»" for word in one.words[:MOST_WORDS]], joint="or")
    match one.done:
        case Done.MEANT | Done.RESPACED:
            return f"We took «{one.typed}» as {words}." if words else ""
        case Done.ALSO | Done.WIDENED:
            return f"{_because(one)} we also looked for {words}." if words else ""
        case Done.NOT_FOUND:
            nothing = f"We know nothing called «{one.typed}»"
            # Where no word is known at all, nothing is looked for, and none is near.
            looked = finding.found.total_near > 0
            return f"{nothing}, so we looked without it." if looked else f"{nothing}."
        case Done.SAID_BY_HOURS:
            return f"«{one.typed}» is a time. Say it with your hours, and it counts."
        case Done.ANY_OF_IT:
            return "Nothing has all of your words. These have some of them."
        case _:
            return ""
