"""Which passages are like these words, so that somebody may look at them?

By shared words and shared runs of letters, weighed by how rare they are (TF-IDF;
Salton and Buckley 1988, in the form of scikit-learn's ``TfidfVectorizer``). It knows
nothing of meaning, needs no model and no network, and says which words made the
likeness. What it gives is something to look at: nothing is applied unless somebody
takes it.
"""

from weft.voices.domain.likeness.codes import (
    NEIGHBOURS,
    CodeConsidered,
    codes_considered,
)
from weft.voices.domain.likeness.suggesting import (
    METHOD,
    VERSION,
    Candidate,
    Likeness,
    Suggestion,
)

__all__ = [
    "METHOD",
    "NEIGHBOURS",
    "VERSION",
    "Candidate",
    "CodeConsidered",
    "Likeness",
    "Suggestion",
    "codes_considered",
]
