"""The lists that two settings have: a voice for each language, and what is read though skipped."""

from __future__ import annotations

import json
from collections.abc import Sequence

from content.errors import UsageError
from content.kept import ALL
from content.left_out import KINDS
from tui.all_settings import SETTINGS
from tui.delivery import kept, with_voice_for, without_voice_for
from tui.menu import Action, Menu, Outcome, Question, Row
from tui.session import Session
from tui.setting_kind import UnfitError


def voices_menu(session: Session) -> Menu:
    """Return the menu of voices by language: to be typed anew, added and removed."""
    setting = SETTINGS["voices"]

    def use(voices: dict[str, str]) -> None:
        setting.use(session, json.dumps(voices))

    def remove(tag: str) -> Outcome:
        use(without_voice_for(tag, kept(session.settings).voices))
        return Outcome(f"Deleted: {tag}. {menu.sentence()}")

    def add(text: str) -> Outcome:
        try:
            added: dict[str, str] = json.loads(setting.kind.typed(text))
        except UnfitError as error:
            raise UsageError(f"These {error}.") from error
        voices = kept(session.settings).voices
        for tag, name in added.items():
            voices = with_voice_for(tag, name, voices)
        use(voices)
        return Outcome(setting.sentence(json.dumps(added)), close=True)

    def row(tag: str, name: str) -> Row:
        return Row(
            f"{tag}: {name}", (Action("Delete it", lambda: remove(tag), "delete"),),
            question=lambda: Question("Language and voice", add, f"{tag}={name}"),
        )  # fmt: skip

    def rows() -> Sequence[Row]:
        more = Row(
            "Add a language",
            question=lambda: Question("Language and voice, as in fr=espeak:fr", add),
        )
        return [*(row(tag, name) for tag, name in kept(session.settings).voices.items()), more]

    menu = Menu(setting.title, rows, hint="Enter changes a row, delete deletes it.")
    return menu


def kinds_menu(session: Session) -> Menu:
    """Return the menu of the kinds of what is skipped, each skipped or always read."""
    setting = SETTINGS["keep"]

    def row(kind: str) -> Row:
        several = KINDS[kind][1]

        def sentence() -> str:
            is_read = not {kind, ALL}.isdisjoint(session.keeping.kinds)
            return f"{several[:1].upper()}{several[1:]}: {'always read' if is_read else 'skipped'}"

        def change(_: int) -> str:
            kinds = set(KINDS) if ALL in session.keeping.kinds else set(session.keeping.kinds)
            setting.use(session, " ".join(kinds ^ {kind}))
            return sentence()

        return Row(sentence(), change=change)

    # Parts that are missing can't be read.
    kinds = [kind for kind in KINDS if kind != "missing"]
    return Menu(setting.title, lambda: [row(kind) for kind in kinds],
                hint="Right and left change it, escape goes back.")  # fmt: skip
