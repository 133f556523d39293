"""Whether a picture hides what is below it; told from its first bytes, never unpacked as a picture."""

from __future__ import annotations

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_BMP = b"BM"
_PNG_COLOUR_TYPE = 25  # offset in the file
_PNG_WITH_ALPHA = {4, 6}


def is_solid(content: bytes | None) -> bool:
    """A picture without transparent parts; formats that we do not know count as transparent."""
    if content is None:
        return False
    if content.startswith(_PNG):
        with_alpha = len(content) > _PNG_COLOUR_TYPE and content[_PNG_COLOUR_TYPE] in _PNG_WITH_ALPHA
        return not with_alpha and b"tRNS" not in content[:4096]
    return content.startswith((_JPEG, _BMP))
