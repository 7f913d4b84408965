"""The Textual front end: a list of sections, the article's text, a status line."""

from __future__ import annotations

import gc
import sys
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.events import Event as TextualEvent
from textual.events import Key, Paste, Resize
from textual.filter import NoColor
from textual.geometry import Offset
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from tui.command import Command
from tui.cursor import leave_cursor, move_cursor, show_cursor
from tui.curtain import CurtainApp
from tui.display import display_of
from tui.early_keys import EarlyKeys, Typed
from tui.footer import footer, footer_is_shown
from tui.key_help import key_help
from tui.keymap import Place
from tui.layouts import latin_key
from tui.menu import Menu, Outcome, Question
from tui.menu_screen import CANT_PASTE, MenuScreen
from tui.notice import Notice
from tui.question_screen import QuestionScreen
from tui.reading_pane import ReadingPane
from tui.row_list import RowList
from tui.session import Session
from tui.signals import end_when_told
from tui.theme import CSS, add_themes, textual_name
from tui.waiting import wait_until_back
from tui.whereabouts import say_pane, status
from voices.messages import Event, Priority

NARROW = 72
"""Columns below which list and text are shown one at a time."""


class Heard(Message):
    """An event of the speech process, brought to the screen's thread."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        self.event = event


class IntoneApp(CurtainApp, inherit_bindings=False):
    """Shows a session and hands keys to its commands."""

    CSS = CSS
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, session: Session) -> None:
        driver = None
        if sys.platform != "win32":
            from tui.driver import QuickEscapeDriver

            driver = QuickEscapeDriver
        super().__init__(driver_class=driver)
        self.animation_level = "none"
        if self.no_color:
            # Textual's own answer to NO_COLOR is shades of grey, which are colours too.
            self._filters = [NoColor()]
        self.session = session
        session.front = self
        self._look = display_of(session)
        add_themes(self, "none" if self.no_color else self._look.theme)
        self._command: Command | None = None
        """The last that was carried out."""
        self._list = RowList(lambda: session.list.rows(), "list")
        self._text = ReadingPane(session.article, self._look, self.follow)
        self._message = Notice("message")
        self._footer = Notice("footer")
        self._status = Notice("status", " ")
        self._status_block = -1
        self._in_text = False
        """Which pane has the focus; Textual's own answer comes a moment after the key."""
        self._typed = EarlyKeys(self._is_ready, self._take)
        self.fault: Exception | None = None
        """What ended the app, if it was an error of ours."""

    # The screen.

    def compose(self) -> ComposeResult:
        """Lay the panes side by side; a narrow screen shows the one with the focus."""
        with Container(id="panes"):
            yield self._list
            yield self._text
        yield self._message
        yield self._footer
        yield self._status

    def on_mount(self) -> None:
        """Show the cursor, and start in the list."""
        self._show_cursor()
        end_when_told(
            lambda: self.session.keep_place(now=True), lambda code: self.exit(return_code=code)
        )
        self.app_suspend_signal.subscribe(self, lambda _: self._leave_cursor())
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        self._list.focus()
        self._text.add_class("away")
        gc.freeze()
        gc.enable()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Show what is read, if reading began before there was a screen."""
        if self.session.narrator.playing:
            self.show_text()
        self.follow()

    def _come_back(self) -> None:
        """Show everything again after the program was suspended."""
        self._show_cursor()
        self.draw_again()

    def on_unmount(self) -> None:
        """Leave the terminal as it was."""
        self._leave_cursor()

    def _show_cursor(self) -> None:
        show_cursor(self, self._look.steady_cursor)

    def _leave_cursor(self) -> None:
        leave_cursor(self, self._look.steady_cursor)

    def on_resize(self, event: Resize) -> None:
        """Show one pane or both."""
        self._show_panes(event.size.width)
        self.call_after_refresh(self.follow)

    def _show_panes(self, width: int) -> None:
        beside = self._look.beside and self._look.view == "normal" and width >= NARROW
        self.screen_stack[0].set_class(not beside, "narrow")

    def follow(self, changed: bool = True) -> None:
        """Bring the screen up to date with the session.

        While speech goes on (not ``changed`` by a person) the status waits for the next
        paragraph: what a screen reader would speak must not tick.
        """
        narrator, moved = self.session.narrator, False
        self.draw_curtain(self.session.curtain)
        self._list.show()
        self._text.show(narrator.position, narrator.sentence, narrator.word)
        block = narrator.position.block
        if changed or block != self._status_block or not narrator.playing:
            self._status_block = block
            self._status.show(status(self.session, self.size.width))
            moved = self._footer.show(self._keys_shown())
        # A message is shown until the next key; all are kept in the list of messages.
        if self._message.show(self.session.messages.fresh) or moved:
            self.call_after_refresh(self.follow)
        if self.screen is self.screen_stack[0]:
            move_cursor(self, self._place_of_cursor())

    def _keys_shown(self) -> str:
        """Return the line of keys, for a person and a screen that have room for it."""
        if not footer_is_shown(self._look, self.size.height):
            return ""
        return footer(self.session.keys, self._place(), self.size.width)

    def _place_of_cursor(self) -> Offset:
        """Return where the word is that is read, or the row that is chosen in the list."""
        reading = self.session.narrator.playing and not self.session.choosing
        in_text = self._in_text or (reading and self._text.display)
        return self._text.cursor() if in_text else self._list.cursor()

    def _handle_exception(self, error: Exception) -> None:
        """End on an error of ours without a traceback over the person's screen."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.fault = error
        self.exit(return_code=1)

    # Keys and events.

    async def on_event(self, event: TextualEvent) -> None:
        """Deal with a key before the next one is looked at, which may be for another screen."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._typed.put(event)
        else:
            await super().on_event(event)

    async def on_opened(self) -> None:
        """Deal with what was typed before the screen in front was ready, which it is now."""
        await self._typed.go_on()

    def _is_ready(self) -> bool:
        over = self._over_article()
        return over is None or over.ready

    async def _take(self, typed: Typed) -> None:
        over = self._over_article()
        if isinstance(typed, Key) and self._takes(typed.key):
            return
        if over is not None:
            await over.take(typed)
        elif isinstance(typed, Paste):
            self.session.messages.seen()
            self.session.answer(CANT_PASTE)
            self.follow()

    def _takes(self, key: str) -> bool:
        """Do what a key means where the focus is; say whether it was for that."""
        session, over = self.session, self._over_article()
        if session.explaining:
            self._explain(key)
            return True
        keys = session.keys
        command = keys.everywhere(key, over.typing()) if over else keys.command(key, self._place())
        asking = session.first_start if over is None else None
        if command is None and asking is None:
            return False
        session.messages.seen()
        if asking is not None and asking.takes(keys.in_menu(latin_key(key))):
            self.follow()
            return True
        if over is None and command is not None:
            self._command = command
        if command is not None:
            command.run(session)
        if asking is not None and not (command is not None and command.id == "silence"):
            asking.tell_skipped()
        if command is None:
            self.follow()
            return False
        if over is not None:
            over.tell(session.messages.fresh)
        self.follow()
        return True

    def _explain(self, key: str) -> None:
        """Say what a key does here, and do not do it."""
        self.session.explaining = False
        self.session.messages.seen()
        over = self._over_article()
        said = over.key_help(key) if over else key_help(self.session.keys, key, self._place())
        self.session.answer(said)
        if over is not None:
            over.tell(said)
        self.follow()

    def _over_article(self) -> MenuScreen | QuestionScreen | None:
        screen = self.screen
        return screen if isinstance(screen, MenuScreen | QuestionScreen) else None

    def _place(self) -> Place:
        return "text" if self._in_text else "list"

    def hear(self, event: Event) -> None:
        """Take an event from any thread."""
        self.post_message(Heard(event))

    def on_heard(self, message: Heard) -> None:
        """Let the session take an event, on the screen's thread."""
        self.session.handle(message.event)
        self.follow(changed=False)

    # What a session asks for.

    def switch_pane(self) -> None:
        """Give the focus to the other pane and say which."""
        session = self.session
        self._focus_pane(to_text=not self._in_text)
        read = session.list.entry_at(session.narrator.position.block)
        session.choosing = not self._in_text and session.list.chosen != read
        say_pane(session, self._in_text)

    def show_text(self) -> None:
        """Show the text, if the screen is too narrow to show it beside the list."""
        if not self._text.display:
            self._focus_pane(to_text=True)

    def _focus_pane(self, to_text: bool) -> None:
        self._in_text = to_text
        here: Widget = self._list if to_text else self._text
        there: Widget = self._text if to_text else self._list
        there.remove_class("away")
        here.add_class("away")
        self.screen_stack[0].set_focus(there)
        self.call_after_refresh(self.follow)

    def show(self, menu: Menu) -> None:
        """Open a menu over the article, or over another menu; reading waits until it is left."""
        opened_by = self._command.id if self._command is not None else ""
        self._over(MenuScreen(menu, self.session, opened_by))

    def ask(self, question: Question) -> None:
        """Have a line typed; reading waits until it is answered or left."""
        self._over(QuestionScreen(question, self.session))

    def _over(self, screen: Screen[Outcome]) -> None:
        under = self.screen
        if isinstance(under, MenuScreen):
            self.push_screen(screen, lambda outcome: under.come_back(outcome or Outcome()))
            return
        back = wait_until_back(self.session, self.follow)
        self.push_screen(screen, lambda outcome: back(outcome or Outcome()))

    def told(self, text: str, priority: Priority) -> bool:
        """Let it be: what is not on the screen already becomes a message."""
        return False

    def show_article(self) -> None:
        """Show the article anew, since other blocks are in it now."""
        self._text.take(self.session.article)
        self.follow()

    def show_display(self) -> None:
        """Show everything as the person has now chosen that it should look."""
        self._leave_cursor()
        self._look = display_of(self.session)
        self._show_cursor()
        if not self.no_color:
            self.theme = textual_name(self._look.theme)
        self._text.use(self._look)
        self._show_panes(self.size.width)
        if self._look.view != "normal" and not self._in_text:
            self._focus_pane(to_text=True)
        self.call_after_refresh(self.follow)

    def leave(self) -> None:
        """End; the place is kept."""
        self.session.keep_place(now=True)
        self.exit()
