"""Whether a reader sees what is painted: colours, transparency, and what a drawing parameter says of them."""

from __future__ import annotations

from generator.readers.ofd.geometry import to_number
from generator.readers.ofd.package import Element, child
from generator.readers.ofd.resources import Resources

_WHITE = 250  # of 255; paler than any grey that is meant to be read
_FAINT = 8  # of 255: as good as fully transparent
_OPAQUE = 250
_PARAMETERS_DEEP = 8  # Relative points from one drawing parameter to the next


def paint(element: Element, kind: str, resources: Resources, parameter: str | None = None) -> Element | None:
    """The FillColor or StrokeColor that counts for an object: its own, else that of its drawing parameter.

    Args:
        element: the object.
        kind: ``FillColor`` or ``StrokeColor``.
        resources: of the page.
        parameter: drawing parameter of the layer, for objects that name none.
    """
    own = child(element, kind)
    reference = element.get("DrawParam") or parameter
    for _ in range(_PARAMETERS_DEEP):
        if own is not None or not reference:
            return own
        named = resources.parameters.get(reference.strip())
        if named is None:
            return None
        own, reference = child(named, kind), named.get("Relative")
    return own


def is_white(colour: Element | None, resources: Resources) -> bool:
    """White, as the paper is; no colour named means black."""
    if colour is None:
        return False
    values = _values(colour)
    if not values:
        return False
    space = resources.spaces.get((colour.get("ColorSpace") or "").strip(), "")
    if space == "CMYK" or len(values) == 4:
        return all(value <= 255 - _WHITE for value in values)
    return all(value >= _WHITE for value in values)


def is_faint(element: Element, colour: Element | None) -> bool:
    """Transparent as good as whole: nothing is to be seen of it."""
    return _alpha(element) <= _FAINT or (colour is not None and _alpha(colour) <= _FAINT)


def is_opaque(element: Element, colour: Element | None) -> bool:
    """Nothing below it is to be seen."""
    return _alpha(element) >= _OPAQUE and (colour is None or _alpha(colour) >= _OPAQUE)


def is_on(value: str | None, *, default: bool) -> bool:
    """An ``xs:boolean`` attribute."""
    return default if value is None else value.strip().lower() in {"true", "1"}


def _alpha(element: Element) -> float:
    found = to_number(element.get("Alpha"), 255.0)
    return 255.0 if found is None else found


def _values(colour: Element) -> tuple[float, ...]:
    """Channels as numbers up to 255; ``#ee`` is hexadecimal (GB/T 33190-2016, 8.3.1)."""
    found = []
    for token in (colour.get("Value") or "").replace(",", " ").split():
        if token.startswith("#"):
            try:
                found.append(float(int(token[1:], 16)))
            except ValueError:
                return ()
        else:
            number = to_number(token)
            if number is None:
                return ()
            found.append(number)
    return tuple(found)
