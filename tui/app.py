"""The Textual front end: a list of sections, the article's text, a status line."""

from __future__ import annotations

import gc
import sys
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Event as TextualEvent
from textual.events import Key, Paste, Resize
from textual.filter import NoColor
from textual.message import Message
from textual.screen import Screen

from tui.cursor import leave_cursor, move_cursor, show_cursor
from tui.curtain import CurtainApp
from tui.display import display_of
from tui.footer import footer, footer_is_shown
from tui.key_taking import KeyTaking
from tui.menu import Menu, Outcome, Question
from tui.notice import Notice
from tui.panes import Panes
from tui.session import Session
from tui.signals import end_when_told
from tui.theme import CSS, add_themes, textual_name
from tui.waiting import wait_until_back
from tui.whereabouts import say_pane, status
from voices.messages import Event, Priority


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
    VERTICAL_BREAKPOINTS = [(0, "-low"), (10, "-high")]  # noqa: RUF012 - as Textual declares it
    """What the style sheet calls a screen of few rows, and of more."""

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
        self.panes = Panes(session, self._look, self.follow)
        self._message = Notice("message")
        self._footer = Notice("footer")
        self._status = Notice("status", " ")
        self._status_block = -1
        self._keys = KeyTaking(self)
        self.fault: Exception | None = None
        """What ended the app, if it was an error of ours."""

    # The screen.

    def compose(self) -> ComposeResult:
        """Put the panes above a message, the line of keys and the status."""
        yield self.panes
        yield self._message
        yield self._footer
        yield self._status

    def on_mount(self) -> None:
        """Show the cursor, and then what is read."""
        self._show_cursor()
        end_when_told(
            lambda: self.session.keep_place(now=True), lambda code: self.exit(return_code=code)
        )
        self.app_suspend_signal.subscribe(self, lambda _: self._leave_cursor())
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
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
        self.panes.fit(event.size.width)
        self.call_after_refresh(self.follow)

    def follow(self, changed: bool = True) -> None:
        """Bring the screen up to date with the session.

        While speech goes on (not ``changed`` by a person) the status waits for the next
        paragraph: what a screen reader would speak must not tick.
        """
        narrator, moved = self.session.narrator, False
        self.draw_curtain(self.session.curtain)
        self.panes.show()
        block = narrator.position.block
        if changed or block != self._status_block or not narrator.playing:
            self._status_block = block
            self._status.show(status(self.session, self.size.width))
            moved = self._footer.show(self._keys_shown())
        # A message is shown until the next key; all are kept in the list of messages.
        if self._message.show(self.session.messages.fresh) or moved:
            self.call_after_refresh(self.follow)
        if self.screen is self.screen_stack[0]:
            move_cursor(self, self.panes.cursor())

    def _keys_shown(self) -> str:
        """Return the line of keys, for a person and a screen that have room for it."""
        if not footer_is_shown(self._look, self.size.height):
            return ""
        return footer(self.session.keys, self.panes.place, self.size.width)

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
            await self._keys.typed.put(event)
        else:
            await super().on_event(event)

    async def on_opened(self) -> None:
        """Deal with what was typed before the screen in front was ready, which it is now."""
        await self._keys.typed.go_on()

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
        session, panes = self.session, self.panes
        panes.go_to("list" if panes.place == "text" else "text")
        read = session.list.entry_at(session.narrator.position.block)
        session.choosing = panes.place == "list" and session.list.chosen != read
        say_pane(session, panes.place == "text")

    def show_text(self) -> None:
        """Show the text, if the screen is too narrow to show it beside the list."""
        self.panes.show_text()

    def show(self, menu: Menu) -> None:
        """Open a menu over the article, or over another menu; reading waits until it is left."""
        from tui.menu_screen import MenuScreen

        self._over(MenuScreen(menu, self.session, self._keys.last_command))

    def ask(self, question: Question) -> None:
        """Have a line typed; reading waits until it is answered or left."""
        from tui.question_screen import QuestionScreen

        self._over(QuestionScreen(question, self.session))

    def _over(self, screen: Screen[Outcome]) -> None:
        from tui.menu_screen import MenuScreen

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
        self.panes.take()
        self.follow()

    def show_display(self) -> None:
        """Show everything as the person has now chosen that it should look."""
        self._leave_cursor()
        self._look = display_of(self.session)
        self._show_cursor()
        if not self.no_color:
            self.theme = textual_name(self._look.theme)
        self.panes.use(self._look)
        self.call_after_refresh(self.follow)

    def leave(self) -> None:
        """End; the place is kept."""
        self.session.keep_place(now=True)
        self.exit()
