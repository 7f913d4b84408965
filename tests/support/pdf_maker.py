"""Makes small PDF documents: text at positions, outlines, tags, links, passwords.

    pdf([[Text("Hello", 72, 700, size=24, bold=True)]], Title="A title")

Lengths are points from the lower left corner; a page is A4, 595 by 842.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_TURNS = ("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0")
FONTS = {"": "Helvetica", "b": "Helvetica-Bold", "i": "Helvetica-Oblique", "m": "Courier"}


@dataclass(frozen=True)
class Text:
    """A piece of writing."""

    text: str
    x: float
    y: float
    size: float = 11
    font: str = ""
    """Of FONTS."""
    content: int = -1
    """Its marked content, for tags."""
    link: str = ""
    turn: int = 0
    """Quarters of a turn, against the clock."""
    raised: str = ""
    """Small writing above the line, right behind it."""


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree; its children are tags or (page, content)."""

    type: str
    children: Sequence[Tag | tuple[int, int]] = ()
    alternative: str = ""


def column(
    lines: Sequence[str],
    x: float,
    y: float,
    size: float = 11,
    font: str = "",
    leading: float = 1.25,
) -> list[Text]:
    """Return lines one below another."""
    return [
        Text(line, x, y - number * size * leading, size, font)
        for number, line in enumerate(lines)
        if line
    ]


def pdf(
    pages: Sequence[Sequence[Text]],
    *,
    labels: str = "",
    outline: Sequence[tuple[str, int]] = (),
    tags: Sequence[Tag] = (),
    language: str = "",
    password: str | None = None,
    rotate: int = 0,
    **information: str,
) -> bytes:
    """Return the document; ``password`` may be empty, then only the owner has one."""
    maker = _Maker()
    catalog = maker.new()
    tree = maker.new()
    fonts = " ".join(
        f"/F{name or 'r'} {maker.add(_font(base))} 0 R" for name, base in FONTS.items()
    )
    numbers = [maker.new() for _ in pages]
    for number, texts in zip(numbers, pages, strict=True):
        maker.page(number, texts, fonts, tree, rotate)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    maker.put(tree, f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
    more = f"/PageLabels<</Nums[0<<{labels}>>]>>" if labels else ""
    more += f"/Lang({language})" if language else ""
    if outline:
        more += f"/Outlines {maker.outline(outline, numbers)} 0 R"
    if tags:
        root = maker.new()
        made = " ".join(f"{maker.tag(tag, root, numbers)} 0 R" for tag in tags)
        maker.put(root, f"<</Type/StructTreeRoot/K[{made}]/ParentTree {maker.parents()} 0 R>>")
        more += f"/MarkInfo<</Marked true>>/StructTreeRoot {root} 0 R"
    maker.put(catalog, f"<</Type/Catalog/Pages {tree} 0 R{more}>>")
    entries = "".join(f"/{key}({_escaped(value)})" for key, value in information.items())
    return maker.finish(catalog, maker.add(f"<<{entries}>>"), password)


def _raised(text: Text) -> str:
    if not text.raised:
        return ""
    return f" /Fr {text.size * 0.6} Tf {text.size * 0.35} Ts ({_escaped(text.raised)}) Tj"


def _font(base: str) -> str:
    return f"<</Type/Font/Subtype/Type1/BaseFont/{base}/Encoding/WinAnsiEncoding>>"


def _escaped(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return escaped.encode("cp1252", "replace").decode("latin-1")


class _Maker:
    def __init__(self) -> None:
        self.objects: list[bytes] = []
        self.parent_lists: dict[int, dict[int, int]] = {}

    def new(self) -> int:
        self.objects.append(b"null")
        return len(self.objects)

    def put(self, number: int, body: str | bytes) -> int:
        self.objects[number - 1] = body if isinstance(body, bytes) else body.encode("latin-1")
        return number

    def add(self, body: str | bytes) -> int:
        return self.put(self.new(), body)

    def page(self, number: int, texts: Sequence[Text], fonts: str, tree: int, rotate: int) -> None:
        parts = []
        links = []
        for text in texts:
            shown = (
                f"BT /F{text.font or 'r'} {text.size} Tf {_TURNS[text.turn]} {text.x} {text.y} Tm "
                f"({_escaped(text.text)}) Tj{_raised(text)} ET"
            )
            if text.content >= 0:
                shown = f"/P<</MCID {text.content}>>BDC {shown} EMC"
            parts.append(shown)
            if text.link:
                width = len(text.text) * text.size * 0.6
                box = f"{text.x} {text.y - 2} {text.x + width} {text.y + text.size}"
                links.append(
                    f"<</Type/Annot/Subtype/Link/Rect[{box}]/A<</S/URI/URI({text.link})>>>>"
                )
        stream = "\n".join(parts).encode("latin-1")
        content = self.add(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        self.put(
            number,
            f"<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 595 842]/Contents {content} 0 R"
            f"/Resources<</Font<<{fonts}>>>>/Annots[{' '.join(links)}]"
            f"/Rotate {rotate}/StructParents {len(self.parent_lists)}>>",
        )
        self.parent_lists[number] = {}

    def outline(self, lines: Sequence[tuple[str, int]], pages: Sequence[int]) -> int:
        root = self.new()
        items = [self.new() for _ in lines]
        for index, (title, page) in enumerate(lines):
            after = f"/Next {items[index + 1]} 0 R" if index + 1 < len(items) else ""
            self.put(
                items[index],
                f"<</Title({_escaped(title)})/Parent {root} 0 R"
                f"/Dest[{pages[page]} 0 R/Fit]{after}>>",
            )
        return self.put(root, f"<</First {items[0]} 0 R/Last {items[-1]} 0 R>>")

    def tag(self, tag: Tag, parent: int, pages: Sequence[int]) -> int:
        number = self.new()
        kids = []
        for child in tag.children:
            if isinstance(child, Tag):
                kids.append(f"{self.tag(child, number, pages)} 0 R")
            else:
                page, content = child
                kids.append(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {content}>>")
                self.parent_lists[pages[page]][content] = number
        alternative = f"/Alt({_escaped(tag.alternative)})" if tag.alternative else ""
        return self.put(
            number,
            f"<</Type/StructElem/S/{tag.type}/P {parent} 0 R/K[{' '.join(kids)}]{alternative}>>",
        )

    def parents(self) -> int:
        lists = []
        for index, known in enumerate(self.parent_lists.values()):
            owners = [known.get(content, 0) for content in range(max(known, default=-1) + 1)]
            made = " ".join(f"{owner} 0 R" if owner else "null" for owner in owners)
            lists.append(f"{index}[{made}]")
        return self.add(f"<</Nums[{' '.join(lists)}]>>")

    def finish(self, catalog: int, information: int, password: str | None) -> bytes:
        identity = b"0123456789abcdef"
        encryption = ""
        objects = self.objects
        if password is not None:
            key, entry = _keys(password, identity)
            objects = [_locked(body, number, key) for number, body in enumerate(objects, 1)]
            objects = [*objects, entry]
            encryption = f"/Encrypt {len(objects)} 0 R"
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        trailer = (
            f"<</Size {len(objects) + 1}/Root {catalog} 0 R/Info {information} 0 R"
            f"/ID[<{identity.hex()}><{identity.hex()}>]{encryption}>>"
        )
        out += f"trailer\n{trailer}\nstartxref\n{start}\n%%EOF\n".encode()
        return bytes(out)


def _keys(password: str, identity: bytes) -> tuple[bytes, bytes]:
    """Return the key, and the dictionary that says how; ISO 32000-1, 7.6.3, revision 2."""
    user = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PAD)[:32]).digest()[:5], user)
    rights = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
    key = hashlib.md5(user + owner + rights + identity).digest()[:5]
    entry = b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<%s>/U<%s>>>" % (
        owner.hex().encode(), _rc4(key, _PAD).hex().encode(),
    )  # fmt: skip
    return key, entry


def _locked(body: bytes, number: int, key: bytes) -> bytes:
    """Lock a stream; strings elsewhere are left as they are, and read as noise."""
    begin = body.find(b"stream\n")
    if begin < 0:
        return body
    begin += len(b"stream\n")
    own = hashlib.md5(key + number.to_bytes(3, "little") + bytes(2)).digest()[:10]
    end = body.rindex(b"\nendstream")
    return body[:begin] + _rc4(own, body[begin:end]) + body[end:]


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    other = 0
    for index in range(256):
        other = (other + state[index] + key[index % len(key)]) % 256
        state[index], state[other] = state[other], state[index]
    out = bytearray()
    one = other = 0
    for byte in data:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        out.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(out)
