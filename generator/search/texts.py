"""Texts of leaves, short: set phrases that many reports share stand once, in a dictionary for all.

A dictionary is up to 32,000 bytes that stand in front of every text when it is compressed (deflate), so that the text
can point back to them.  Texts are UTF-16: a Chinese character is two bytes instead of three, so that half as much again
fits into the window, and the reading side gets offsets as browsers count them.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterable
from typing import Final

_DICTIONARY_BYTES: Final = 32_000  # the window of deflate is 32,768
_LEVEL: Final = 9
_RAW: Final = -15
# What stands in front of and between the words of every text (leaves.py).
_FRAME: Final = (
    '[{"id":"","uri":"reports/","title":"","agency":"","year":20,"date":"20","type":"","fold":""},'
    '[["p-1","",0,""],["p-2","",0,"'
)
_CLAUSE: Final = re.compile(r"[^，。；：、\n]{3,}[，。；：、]?")


def make_dictionary(texts: Iterable[str]) -> bytes:
    """The clauses that save most, best last (nearest to the text), each once; behind them what frames every text.

    Args:
        texts: a sample of the texts, official characters only.

    Returns:
        UTF-16, lowest byte first.
    """
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(_CLAUSE.findall(text))
    repeated = [(-(times - 1) * len(clause), clause) for clause, times in counted.items() if times > 1]
    frame = _encoded(_FRAME)
    chosen: list[bytes] = []
    room = _DICTIONARY_BYTES - len(frame)
    for _, clause in sorted(repeated):
        code = _encoded(clause)
        if len(code) <= room:
            chosen.append(code)
            room -= len(code)
    return b"".join((*reversed(chosen), frame))


class Packer:
    """Makes text files.

    Args:
        dictionary: stands in front of every text.
    """

    def __init__(self, dictionary: bytes) -> None:
        self._checksum = zlib.adler32(dictionary)
        self._ready = (
            zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, 9, zlib.Z_DEFAULT_STRATEGY, dictionary)
            if dictionary
            else zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, 9)
        )

    def pack(self, text: str) -> bytes:
        """A text as its file holds it.

        Returns:
            Deflate without header, and the Adler-32 of dictionary and text: what is missing to a zlib stream that
            begins with the dictionary in a stored block, so that every browser can read it with what it has.
        """
        code = _encoded(text)
        packer = self._ready.copy()  # quicker than to give each the dictionary anew
        return packer.compress(code) + packer.flush() + zlib.adler32(code, self._checksum).to_bytes(4, "big")


def unpack(content: bytes, dictionary: bytes) -> str:
    """The text of a file; ``zlib.error`` where it is damaged."""
    unpacker = zlib.decompressobj(_RAW, dictionary) if dictionary else zlib.decompressobj(_RAW)
    code = unpacker.decompress(content[:-4])
    if zlib.adler32(code, zlib.adler32(dictionary)) != int.from_bytes(content[-4:], "big"):
        message = "checksum differs"
        raise zlib.error(message)
    return code.decode("utf-16-le", "surrogatepass")


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")
