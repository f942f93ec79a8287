"""The doctor: what a terminal lacks is said, and nothing else is."""

from __future__ import annotations

import pytest

from tuitimeline.tui.doctor import examine, report

GOOD = {"TERM": "xterm-256color", "LANG": "en_US.UTF-8", "COLORTERM": "truecolor", "KITTY_WINDOW_ID": "1"}


@pytest.mark.parametrize(
    ("changes", "size", "what", "lost"),
    [
        ({}, (80, 24), "size", "beside the list"),
        ({}, (30, 10), "size", "lines are cut"),
        ({"TERM": "dumb"}, (120, 40), "terminal", "can place the cursor"),
        ({"TERM": "xterm", "COLORTERM": ""}, (120, 40), "colours", "reversed letters"),
        ({"LANG": "C"}, (120, 40), "characters", "need UTF-8"),
        ({"TMUX": "/tmp/x"}, (120, 40), "multiplexer", "set-clipboard on"),
        ({"TERM": "screen"}, (120, 40), "multiplexer", "nothing to the clipboard"),
        ({"SSH_CONNECTION": "1 2 3 4"}, (120, 40), "connection", "ssh -C"),
        ({"TERM_PROGRAM": "Apple_Terminal", "KITTY_WINDOW_ID": ""}, (120, 40), "clipboard", "do not arrive"),
    ],
)
def test_what_is_less(changes: dict[str, str], size: tuple[int, int], what: str, lost: str):
    findings = {finding.what: finding for finding in examine({**GOOD, **changes}, size)}
    assert lost in findings[what].lost
    assert f"! {what}" in report(tuple(findings.values()))


def test_a_good_terminal_holds_nothing_back():
    shown = {finding.what: finding.lost for finding in examine(GOOD, (120, 40))}
    assert not any(lost for what, lost in shown.items() if what != "pictures")


def test_no_color_is_a_wish_and_no_fault():
    findings = {finding.what: finding for finding in examine({**GOOD, "NO_COLOR": "1"}, (120, 40))}
    assert findings["colours"].found == "none: NO_COLOR is set"
    assert not findings["colours"].lost
