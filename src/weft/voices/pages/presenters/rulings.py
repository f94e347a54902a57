"""How is it said what became of a statement, and why?"""

from weft.voices.domain.polling import FOR_LEAVING_OUT, StatementState, Why

STATES = {
    StatementState.HELD: "waits to be read",
    StatementState.IN: "people vote on it",
    StatementState.OUT: "left out",
    StatementState.BACK: "taken back",
}
WHY = {
    Why.FITS: "it fits the question",
    Why.TWICE: "somebody has said it already",
    Why.SEVERAL: "it says several things at once",
    Why.UNCLEAR: "it could be understood in several ways",
    Why.PERSON: "somebody could be known by it",
    Why.HURTS: "it could hurt people",
    Why.OFF: "it is about something else",
    Why.UNDONE: "what was decided before was a mistake",
    Why.BACK: "who said it took it back",
}
REASONS = tuple((why.value, WHY[why]) for why in FOR_LEAVING_OUT)
"""What a host can choose from."""
