"""Are the passages behind a summary line among the ten suggested, beside scikit-learn?

./weft bench recall --from FILE             on the open links; look at these to build
./weft bench recall --from FILE --held-out  and on those that no builder looks at

FILE holds the notes of the workshop that Weft comes from. The links were written down
before there was anything to suggest (src/weft/voices/domain/example/README.md). Peers
get the same passages, joined line by line, and the whole summary line. Exit code 1 when
our weights differ from scikit-learn's, 3 when fewer than 0.65 of the links are found.
"""

import argparse
import hashlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from weft.voices.domain.example import Draft, draft
from weft.voices.domain.example.recall import (
    AT,
    Suggests,
    candidates_of,
    ours,
    recall,
)
from weft.voices.domain.likeness.weighing import letters, weighed_by, words
from weft.voices.domain.notes import Notes, PieceKind, placed

GOAL = 0.65
NEARLY = 1e-12
TOKEN = r"[^\W_]{2,}"  # noqa: S105 a pattern for words


def main(typed: list[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="file", type=Path, required=True)
    parser.add_argument("--held-out", action="store_true")
    asked = parser.parse_args(typed)
    text = asked.file.read_text(encoding="utf-8")
    told, notes = draft(), placed(text)
    if hashlib.sha256(text.encode()).hexdigest() != told.notes_sha256:
        print("These are other notes than those that the links speak of.")
        return 1
    ways = {
        "Weft: by clause, words and letters": ours(notes),
        "scikit-learn: words, whole line": _peer(notes, "word"),
        "scikit-learn: letters, whole line": _peer(notes, "char_wb"),
    }
    shares = _shown(notes, told, ways, held_out=False)
    if asked.held_out:
        shares += _shown(notes, told, ways, held_out=True)
    equal = _equal(notes)
    print(
        f"\nrecall: at {AT}: {', '.join(f'{share:.3f}' for share in shares)}, goal "
        f"{GOAL}; weights equal to scikit-learn's: {'yes' if equal else 'no'}"
    )
    return 1 if not equal else 0 if min(shares) >= GOAL else 3


def _shown(
    notes: Notes, told: Draft, ways: dict[str, Suggests], *, held_out: bool
) -> list[float]:
    """Print a table; give our share, which is the first row's."""
    lines = {one.place for one in candidates_of(notes)}
    shares = []
    for name, way in ways.items():
        found = recall(notes, told, way, held_out=held_out)
        shares.append(found.share)
        if len(shares) == 1:
            part = "held-out" if held_out else "open"
            print(f"\n{found.of} {part} links, found among the first {AT} lines:")
        print(f"  {name:<36}{found.found:>4}  {found.share:.3f}")
    print(f"  {'chance':<36}      {AT / len(lines):.3f}")
    return shares[:1]


def _lines(notes: Notes) -> dict[int, str]:
    joined: dict[int, str] = {}
    for one in candidates_of(notes):
        line = int(one.place)
        joined[line] = f"{joined.get(line, '')} {one.words}"
    return joined


def _vectorizer(analyzer: str) -> TfidfVectorizer:
    if analyzer == "word":
        return TfidfVectorizer(token_pattern=TOKEN)
    return TfidfVectorizer(analyzer=analyzer, ngram_range=(3, 5))


def _peer(notes: Notes, analyzer: str) -> Suggests:
    lines = _lines(notes)
    peer = _vectorizer(analyzer)
    theirs = peer.fit_transform(lines.values())
    numbers = np.array(list(lines))

    def suggests(asked: str) -> list[int]:
        alike = (theirs @ peer.transform([asked]).T).toarray().ravel()
        order = np.argsort(-alike, kind="stable")[:AT]
        return [int(line) for line in numbers[order]]

    return suggests


def _equal(notes: Notes) -> bool:
    """Hold our weights against scikit-learn's, on words cut as both cut them."""
    texts = [" ".join(words(text)) for text in _lines(notes).values()]
    for analyzer, cut in (("word", words), ("char_wb", letters)):
        peer = _vectorizer(analyzer)
        theirs, mine = peer.fit_transform(texts), weighed_by(cut, texts)
        for line in notes.of(PieceKind.WRITTEN):
            asked = " ".join(words(line.words))
            alike = (theirs @ peer.transform([asked]).T).toarray().ravel()
            if not np.allclose(alike, mine.likeness(asked), rtol=0, atol=NEARLY):
                return False
    return True


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
