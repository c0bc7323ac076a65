"""MinHash LSH of datasketch over the same paragraphs: JSON in, JSON out. Runs where datasketch is installed, alone."""

from __future__ import annotations

import json
import sys
import time

from datasketch import MinHash, MinHashLSH  # type: ignore[import-not-found] # lives in an environment of its own

_PERMUTATIONS, _THRESHOLD = 128, 0.5
"""datasketch's own default of permutations, and the likeness from which text counts as reused here."""


def main() -> None:
    """Read ``published`` and ``asked`` (lists of words); write what each question found, and seconds."""
    given = json.load(sys.stdin)
    begun = time.perf_counter()
    lsh = MinHashLSH(threshold=_THRESHOLD, num_perm=_PERMUTATIONS)
    for number, words in enumerate(given["published"]):
        lsh.insert(number, _sketch(words))
    built = time.perf_counter()
    found = [lsh.query(_sketch(words)) for words in given["asked"]]
    json.dump({"found": found, "indexing": built - begun, "asking": time.perf_counter() - built}, sys.stdout)


def _sketch(words: list[str]) -> object:
    sketch = MinHash(num_perm=_PERMUTATIONS)
    sketch.update_batch([" ".join(words[at : at + 3]).encode() for at in range(max(1, len(words) - 2))])
    return sketch


if __name__ == "__main__":
    main()
