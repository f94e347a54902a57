"""Does a feed of Open Referral UK v3 keep what the standard promises?

Two kinds of checks. *Official*: what the standard's own validator looks at, which is
the shape of each answer. *Behaviour*: whether each parameter does what it says, tried
on the feed's own data: a few services are read whole, each parameter is asked for a
value that some of them have and some have not, and the answer is held against them.

Nothing here opens a connection; whoever grades hands in how to ask.
"""

from weft.standards.openreferral.conformance.asking import Answer, Ask
from weft.standards.openreferral.conformance.grading import Report, grade
from weft.standards.openreferral.conformance.values import Check, Kind, Outcome

__all__ = ["Answer", "Ask", "Check", "Kind", "Outcome", "Report", "grade"]
