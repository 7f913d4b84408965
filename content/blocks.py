"""Markdown's block tokens become Blocks."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.token import Token

from content.abbreviations import abbreviations
from content.asides import alert
from content.containers import CLOSERS, Container, container_of
from content.inline import write_block
from content.model import Block, BlockKind, Run
from content.patterns import lazily
from content.prose import Places, Prose, line_places
from content.simple_inline import write_simple
from content.simple_markdown import Simple
from content.tables import TableWriter
from content.text import clean_line

_TASK = lazily(r"\[([ xX])\][ \t\n]+")
_IMAGE_PARTS = frozenset({"image", "softbreak", "link_open", "link_close"})


class Walker:
    """Goes through block tokens, knowing the containers they stand in."""

    def __init__(self, text: str, md: MarkdownIt, env: MutableMapping[str, Any]) -> None:
        """Walk tokens of ``text``; ``env`` is the parser's, with every definition in it."""
        self._text = text
        self._md = md
        self._start = 0
        self._env = env
        notes = env.get("footnotes", {}).get("refs", {})
        self._labels = {label.removeprefix(":") for label in notes}
        self._blocks: list[Block] = []
        self._notes: list[Block] = []
        self._containers: list[Container] = []
        self._fenced: list[str] = []
        """The boxes that lines of colons have opened."""

    def blocks(self) -> list[Block]:
        """Return the blocks so far, in order, with the notes at the end."""
        return [*self._blocks, *self._notes]

    def simple(self, block: Simple) -> None:
        """Take a block whose content stands in the text as it is."""
        content = block.content
        rest: dict[str, Any] = {"level": block.level, "number": block.number}
        prose = Prose(Places(self._text, ((0, block.start, len(content)),)))
        if write_simple(prose, content):
            self._keep(prose.block(block.kind, **rest))
            return
        children = self._md.inline.parse(content, self._md, self._env, [])
        made, notes = write_block(
            prose, children, content, block.kind, self._labels, self._env, **rest
        )
        self._keep(made)
        self._notes += notes

    def walk(self, tokens: Sequence[Token], start: int) -> None:
        """Take the blocks that ``tokens`` make, parsed from the text at ``start``."""
        self._start = start
        opener = tokens[0] if tokens else None
        table: TableWriter | None = None
        for token in tokens:
            kind = token.type
            if kind == "table_open":
                table = TableWriter(self._text, self._start, self._labels, self._env)
            elif kind == "table_close" and table is not None:
                block, notes = table.finish()
                self._keep(block)
                self._notes += notes
                table = None
            elif table is not None:
                table.take(token)
            elif kind == "inline" and opener is not None:
                self._inline(token, opener)
            elif kind in ("fence", "code_block"):
                self._code(token)
            elif kind == "html_block":
                self._html(token)
            elif kind == "fence_line":
                self._fence_line(token.info)
            elif kind == "hr":
                run = Run(0, self._start + token.meta["lines"][0][0], 0)
                self._keep(Block("rule", "", runs=(run,)))
            elif token.nesting > 0:
                self._enter(token)
            else:
                self._leave(token)
            opener = token

    def _enter(self, token: Token) -> None:
        if entered := container_of(token, self._containers):
            self._containers.append(entered)

    def _leave(self, token: Token) -> None:
        if token.type in CLOSERS:
            self._containers.pop()

    def _fence_line(self, role: str) -> None:
        if role:
            self._fenced.append(role)
        elif self._fenced:
            self._fenced.pop()

    def _role(self) -> str:
        """Return what box the next block stands in."""
        roles = [container.role for container in self._containers if container.role]
        return (roles or self._fenced or [""])[-1]

    def _depth(self, kind: str) -> int:
        return sum(container.kind == kind for container in self._containers)

    def _places(self, token: Token, skip: int = 0) -> tuple[Places, str]:
        lines = token.meta.get("lines", [])[skip:]
        return line_places(self._text, token.content, lines, self._start), token.content

    def _keep(self, block: Block) -> None:
        """Take a block in, with the number of the item it begins and the name of its note."""
        if not block.text and block.kind != "rule":
            return  # as an image without a description, which says it is decoration
        if role := self._role():
            block = replace(block, role=role)
        inner = self._containers[-1] if self._containers else None
        if inner and inner.kind in ("item", "quote") and inner.fresh:
            inner.fresh = False
            if inner.number is not None and block.number is None:
                block = replace(block, number=inner.number)
        note = next((c.label for c in self._containers if c.kind == "note"), None)
        if note is None:
            self._blocks.append(block)
        else:
            self._notes.append(replace(block, label=note))

    def _inline(self, token: Token, opener: Token) -> None:
        places, content = self._places(token)
        children = token.children or []
        inner = self._containers[-1] if self._containers else None
        past = 0
        if inner and inner.kind == "quote" and inner.fresh and not inner.role:
            inner.role, past = alert(content)
            if past:
                content = content[past:]
                children = self._md.inline.parse(content, self._md, self._env, [])
        kind, rest = self._kind(opener)
        if kind == "item":
            task = _TASK.match(content)
            first = children[0] if children else None
            if task and first and first.map and first.content.startswith(task[0].rstrip()):
                rest["checked"] = task[1] in "xX"
                first.content = first.content[3:]
                first.map[0] += 3
        elif kind in ("paragraph", "quote") and _only_an_image(children):
            kind, rest = "figure", {}
        elif opener.type == "admonition_title_open" and inner and not inner.label:
            return  # it is the plugin's own word, not the article's
        elif content.startswith("*[") and (explained := abbreviations(content, places)):
            self._notes += explained
            return
        block, notes = write_block(
            Prose(places), children, content, kind, self._labels, self._env, base=past, **rest
        )
        self._keep(block)
        self._notes += notes

    def _kind(self, opener: Token) -> tuple[BlockKind, dict[str, Any]]:
        """Return what kind of block an inline token is the content of, and its details."""
        if opener.type == "heading_open":
            return "heading", {"level": int(opener.tag[1])}
        if opener.type == "dt_open":
            return "term", {}
        inner = self._containers[-1] if self._containers else None
        if inner is None:
            return "paragraph", {}
        if inner.kind == "item":
            return ("item" if inner.fresh else "paragraph"), {"level": self._depth("item")}
        if inner.role:
            return "paragraph", {}
        if inner.kind == "quote":
            return "quote", {"level": self._depth("quote")}
        return ("definition" if inner.kind == "definition" else "note"), {}

    def _html(self, token: Token) -> None:
        from content.fragments import html_blocks  # few articles need it

        for block in html_blocks(self._places(token)[0], token.content, self._depth("item")):
            self._keep(block)

    def _code(self, token: Token) -> None:
        fenced = token.type == "fence"
        places, content = self._places(token, skip=int(fenced))
        prose = Prose(places)
        prose.copy(content.rstrip("\n"), 0)
        words = clean_line(unescapeAll(token.info)).split() if fenced else []
        self._keep(prose.block("code", trim=False, language=words[0] if words else ""))


def _only_an_image(children: Sequence[Token]) -> bool:
    """Whether a paragraph is one image, in a link or not."""
    kinds = [child.type for child in children if child.content.strip() or child.type != "text"]
    return kinds.count("image") == 1 and _IMAGE_PARTS.issuperset(kinds)
