"""How far two colours stand apart, and which colour near another one stands out enough from its ground.

The measure is that of WCAG 2.2. Colours are hexadecimal, ``#rgb`` or ``#rrggbb``; no others are taken.
"""

STEPS = 100  # from a colour to black or white


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hexadecimal colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def ratio_told(ratio: float) -> str:
    """A ratio as it is told, such as ``4.5:1``; never rounded up to what is asked for."""
    return f"{int(ratio * 10) / 10}:1"


def standing_out(colour: str, ground: str, least: float) -> str:
    """The colour nearest to ``colour`` on its way to black, or to white where ``ground`` is dark, that stands out from
    ``ground`` by ``least``; the end of the way where none does."""
    end = 0 if contrast(ground, "#000000") >= contrast(ground, "#ffffff") else 255
    parts = _parts(colour)
    for step in range(STEPS):
        mixed = "#" + "".join(f"{round(part + (end - part) * step / STEPS):02x}" for part in parts)
        if contrast(mixed, ground) >= least:
            return mixed
    return "#000000" if end == 0 else "#ffffff"


def _luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    scaled = [part / 255 for part in _parts(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in scaled]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _parts(colour: str) -> tuple[int, int, int]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
