"""The command palette: every action that a key has, by its name."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial

from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider

from tuitimeline.tui import keymap
from tuitimeline.tui.pages.help import key_words


class Palette(CommandPalette):
    """Textual's palette, that two fast keys do not close twice, and none moves in before it has a list."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it, where it has not been closed yet."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        commands = self.query_one(CommandList)
        if commands.size and commands.option_count:
            super()._action_command_list(action)


class Actions(Provider):
    """What can be done on the screen from which the palette was opened."""

    async def discover(self) -> Hits:
        """Everything, as the help tells it."""
        async for words, key, run in self._actions():
            yield DiscoveryHit(words, run, help=key)

    async def search(self, query: str) -> Hits:
        """What fits the words typed."""
        matcher = self.matcher(query)
        async for words, key, run in self._actions():
            if (score := matcher.match(words)) > 0:
                yield Hit(score, matcher.highlight(words), run, help=key)

    async def _actions(self) -> AsyncIterator[tuple[str, str, Callable[[], object]]]:
        told = set()
        moving = keymap.ids(keymap.MOVING)
        active_bindings = self.screen.active_bindings.values()
        for active in sorted(active_bindings, key=lambda active: active.binding.id in moving):
            binding = active.binding
            if binding.id is None or binding.id in told or binding.id == "app.palette":
                continue
            told.add(binding.id)
            run = partial(self.app.run_action, binding.action, active.node)
            yield binding.tooltip, f"{key_words(binding.key)}   {binding.id}", run
