"""Markdown text becomes markdown-it tokens that know where they stand, with nothing dropped.

markdown-it gives line numbers to blocks and no place at all to what stands inside them, and
what is nested too deeply it throws away. Three small subclasses change that:

* a block token with content carries ``meta["lines"]``: where each of its lines begins and
  ends in the text, without the markers of the quotes and lists around it;
* an inline token's ``map``, which markdown-it leaves empty, says where it begins in the
  content it was parsed from, and where the rule that made it began;
* beyond a depth, or a number of brackets, that no article reaches, markup is taken as plain
  text.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock, paragraph
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from content.asides import asides_plugin
from content.markdown_attributes import attributes_rule
from content.markdown_marks import marks_plugin
from content.markdown_maths import maths_plugin
from content.patterns import lazily
from content.simple_inline import SPECIAL
from content.text import clean_line

BLOCK_DEPTH = 60
"""How many blocks may stand in one another; a list counts as two, for itself and its item."""
INLINE_DEPTH = 20
"""How many links, images and notes may stand in one another."""
LONG_LINE = 10_000
"""Characters: each level of nesting goes through a line again, so a long one may have few."""
LONG_LINE_DEPTH = 12
BRACKETS = 4000
"""Opening brackets in one paragraph: the time to look for their partners grows as the square."""
MARKS = 20_000
"""Other signs of markup in one paragraph."""
_SPECIAL = lazily(SPECIAL + r"|[\]$]")
_LEAVES = frozenset({"inline", "fence", "code_block", "html_block", "hr"})


class _Blocks(ParserBlock):
    """Blocks, with the places of their lines."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Append the tokens of a range of lines, as markdown-it does but losing none."""
        rules = self.ruler.getRules("")
        line, blank = startLine, False
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            first = len(state.tokens)
            for rule in (paragraph,) if _too_deep(state, line) else rules:
                if rule(state, line, endLine, False):
                    break
            _place(state, first)
            state.tight = not blank
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                blank = True
            if line < endLine and state.isEmpty(line):
                blank = True
                line += 1
                state.line = line


def _too_deep(state: StateBlock, line: int) -> bool:
    length = state.eMarks[line] - state.bMarks[line]
    return state.level >= (BLOCK_DEPTH if length < LONG_LINE else LONG_LINE_DEPTH)


def _place(state: StateBlock, first: int) -> None:
    """Note where the lines of the tokens after ``first`` stand, while the state knows it."""
    for token in state.tokens[first:]:
        if token.type in _LEAVES and token.map and "lines" not in token.meta:
            begin, end = token.map
            token.meta["lines"] = [
                (state.bMarks[line] + state.tShift[line], state.eMarks[line])
                for line in range(begin, max(end, begin + 1))
            ]


class _Place(StateInline):
    """The state of inline parsing, which notes where each token begins."""

    pending_at = 0

    def append_pending(self, text: str) -> None:
        """Take literal text, noting where a stretch of it begins."""
        if not self.pending:
            self.pending_at = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802
        """Make a token of the literal text so far."""
        token = super().pushPending()
        token.map = [self.pending_at, -1]
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Append a token that begins where parsing stands.

        A run of emphasis markers is pushed as one text token after another from the same
        place, so each begins where the one before ends.
        """
        token = super().push(ttype, tag, nesting)
        at = self.pos
        if ttype == "text" and len(self.tokens) > 1:
            before = self.tokens[-2]
            if before.map and before.map[1] == at:
                at = before.map[0] + len(before.content)
        token.map = [at, self.pos]
        return token


class _Inline(ParserInline):
    """Inline markup, with places and limits."""

    depth = 0

    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        """Append the tokens of ``src``; beyond the limits they are one token of plain text."""
        if not _SPECIAL.search(src) or self.depth >= INLINE_DEPTH or _too_much(src):
            tokens.append(Token("text", "", 0, content=src, map=[0, 0]))
            return tokens
        self.depth += 1
        try:
            state = _Place(src, md, env, tokens)
            self.tokenize(state)
            for rule in self.ruler2.getRules(""):
                rule(state)
        finally:
            self.depth -= 1
        return state.tokens


def _text(state: StateInline, silent: bool) -> bool:
    """Take literal text, with the line ends in it."""
    found = _SPECIAL.search(state.src, state.pos, state.posMax)
    end = found.start() if found else state.posMax
    if end == state.pos:
        return False
    if not silent:
        state.append_pending(state.src[state.pos : end])
    state.pos = end
    return True


def _too_much(src: str) -> bool:
    return src.count("[") > BRACKETS or (
        len(src) > MARKS and sum(src.count(sign) for sign in "*_~`<&\\!]^$=+") > MARKS
    )


def parser() -> MarkdownIt:
    """Return a parser of CommonMark with tables, strikethrough, notes and definition lists.

    Links of every scheme are links here: what may be opened is decided where it is opened,
    and their text reads better than their markup.
    """
    md = MarkdownIt("zero")
    md.block, md.inline = _Blocks(), _Inline()
    md.configure("commonmark", {"maxNesting": INLINE_DEPTH})
    md.enable(["table", "strikethrough"])
    md.inline.ruler.at("text", _text)
    md.inline.ruler.push("attributes", attributes_rule)
    md.inline.ruler2.disable("fragments_join")  # a joined token has lost its parts' places
    md.core.ruler.disable("text_join")
    md.validateLink = _any_link  # type: ignore[method-assign]
    md.normalizeLink = _clean_link  # type: ignore[method-assign]
    md.normalizeLinkText = _as_it_stands  # type: ignore[method-assign]
    md.use(deflist_plugin).use(footnote_plugin, move_to_end=False)
    return md.use(maths_plugin).use(asides_plugin).use(marks_plugin)


def _any_link(url: str) -> bool:
    return True


def _clean_link(url: str) -> str:
    return clean_line(url)


def _as_it_stands(link: str) -> str:
    return link
