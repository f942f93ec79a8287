"""Text from documents is hostile until made safe: what would act on a terminal or hide text becomes visible."""

from __future__ import annotations

import re

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_RIGHTWARD, _LEFTWARD, _ENDS = "\u21e5", "\u21e4", "\u21f9"

# Control codes (Unicode 16.0, 23.1), bidirectional formatting (UAX #9, 2), deprecated formats (23.3), line
# and paragraph separators, interlinear annotation, tags (which spell text that nobody sees) and lone surrogates,
# which no encoding carries.
_SYMBOLS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT),
    0x85: "\N{SYMBOL FOR NEWLINE}",
    **dict.fromkeys((0x200E, 0x202A, 0x202D, 0x2066), _RIGHTWARD),
    **dict.fromkeys((0x061C, 0x200F, 0x202B, 0x202E, 0x2067), _LEFTWARD),
    **dict.fromkeys((0x202C, 0x2068, 0x2069), _ENDS),
    **dict.fromkeys((0x2028, 0x2029), "\N{SYMBOL FOR NEWLINE}"),
    **dict.fromkeys((*range(0x206A, 0x2070), 0xFFF9, 0xFFFA, 0xFFFB), _REPLACEMENT),
    **dict.fromkeys(range(0xE0000, 0xE0080), _REPLACEMENT),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT),
}

HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""A character that acts on a terminal, turns the order of text or hides it."""


def visible(text: str) -> str:
    """`text` with every hostile character as one visible symbol: ESC becomes "␛", a right-to-left override "⇤".

    One code point stands for one, so that offsets into `text` hold. Line breaks and tabs are made visible too:
    split into lines first.
    """
    return text.translate(_SYMBOLS) if HOSTILE.search(text) else text
