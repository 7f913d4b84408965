"""Makes small DOCX files out of pieces of their XML.

docx(paragraph("Colds", style="Heading1") + paragraph("A cold."), title="Colds")
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    """Return a run; ``properties`` are its elements, such as <w:b/>."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", *, style: str = "", properties: str = "", inner: str = "") -> str:
    """Return a paragraph of ``text`` and of ``inner``, its XML."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{run(text) if text else ''}{inner}</w:p>"


def item(text: str, level: int = 0, numbered: bool = False) -> str:
    """Return an item of a list."""
    number = 2 if numbered else 1
    return paragraph(
        text,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
    )


def style(identity: str, name: str, inner: str = "") -> str:
    """Return the definition of a paragraph style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"{inner}</w:style>"
    )


def docx(
    body: str,
    *,
    styles: str = "",
    notes: Mapping[int, str] | None = None,
    links: Mapping[str, str] | None = None,
    members: Mapping[str, bytes] | None = None,
    **properties: str,
) -> bytes:
    """Return the file; ``links`` are addresses by their ids, ``members`` come on top."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{{}}"/></w:lvl>' for level in range(3)
    )
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{levels.replace("{}", kind)}</w:abstractNum>'
        for number, kind in ((1, "bullet"), (2, "decimal"))
    ) + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in (1, 2)
    )
    footnotes = "".join(
        f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'
        for number, text in (notes or {}).items()
    )
    related = {"styles": "styles.xml", "numbering": "numbering.xml", "footnotes": "footnotes.xml"}
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in related.items()
    ) + "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target="{target}" '
        'TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    terms = {"created": "dcterms", "modified": "dcterms"}
    core = "".join(
        f"<{terms.get(key, 'dc')}:{key}>{escape(value)}</{terms.get(key, 'dc')}:{key}>"
        for key, value in properties.items()
    )
    main = f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _relations(main),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(relations),
        "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>{numbering}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {_SPACES}>{footnotes}</w:footnotes>",
        "docProps/core.xml": f"<cp:coreProperties {_CORE}>{core}</cp:coreProperties>",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for name, data in (members or {}).items():
            archive.writestr(name, data)
    return made.getvalue()


def _relations(inner: str) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )
