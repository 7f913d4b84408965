"""What the commands and signs of TeX are called in simple English."""

from __future__ import annotations

import unicodedata


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


SIGNS: dict[str, str] = {
    "+": "plus", "-": "minus", "−": "minus", "*": "times", "/": "over", "=": "equals",
    "<": "is less than", ">": "is greater than", "!": "factorial", "%": "percent",
    "(": "open bracket", ")": "close bracket", "[": "open square bracket",
    "]": "close square bracket", "|": "bar", "~": "", "$": "dollars", "#": "number",
    "@": "at", "&": "", "`": "", '"': "", "'": "prime", "′": "prime", "″": "double prime",
    "×": "times", "·": "times", "⋅": "times", "∙": "times", "÷": "divided by",
    "±": "plus or minus", "∓": "minus or plus", "≤": "is less than or equal to",
    "⩽": "is less than or equal to", "≥": "is greater than or equal to",
    "⩾": "is greater than or equal to", "≠": "is not equal to", "≈": "is approximately",
    "∼": "is similar to", "≃": "is approximately", "≅": "is congruent to", "≡": "is identical to",
    "∝": "is proportional to", "≪": "is much less than", "≫": "is much greater than",
    "∞": "infinity", "∂": "partial", "∇": "nabla", "√": "the square root of",
    "∑": "the sum", "∏": "the product", "∫": "the integral", "∬": "the double integral",
    "∭": "the triple integral", "∮": "the contour integral", "∈": "is in", "∉": "is not in",
    "∋": "contains", "⊂": "is a subset of", "⊆": "is a subset of or equal to",
    "⊃": "contains the set", "⊇": "contains or equals the set", "∪": "union",
    "∩": "intersection", "∅": "the empty set", "∀": "for all", "∃": "there exists",
    "∄": "there does not exist", "¬": "not", "∧": "and", "∨": "or", "→": "goes to",
    "←": "comes from", "↔": "if and only if", "⇒": "implies", "⇐": "is implied by",
    "⇔": "if and only if", "⇌": "in equilibrium with", "↦": "maps to", "↑": "up",
    "↓": "down", "°": "degrees", "∘": "composed with", "…": "and so on", "⋯": "and so on",
    "⋮": "and so on", "⋱": "and so on", "⊥": "is perpendicular to", "∥": "is parallel to",
    "∠": "angle", "△": "triangle", "⊕": "direct sum", "⊗": "tensor product",
    "∖": "without", "∴": "therefore", "∵": "because", "†": "dagger", "‡": "double dagger",
    "‖": "norm", "⟨": "open angle bracket", "⟩": "close angle bracket",
    "⌊": "floor of", "⌋": "end floor", "⌈": "ceiling of", "⌉": "end ceiling",
    "ℏ": "h bar", "ℓ": "l", "ℝ": "R", "ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℂ": "C",
}  # fmt: skip

_COMMANDS_BY_SIGN = {
    "×": "times", "⋅": "cdot", "÷": "div", "±": "pm", "∓": "mp", "≤": "le leq leqslant lesssim",
    "≥": "ge geq geqslant gtrsim", "≠": "ne neq", "≈": "approx", "∼": "sim", "≃": "simeq",
    "≅": "cong", "≡": "equiv", "∝": "propto", "≪": "ll", "≫": "gg", "∞": "infty",
    "∂": "partial", "∇": "nabla", "∑": "sum", "∏": "prod", "∫": "int", "∬": "iint",
    "∭": "iiint", "∮": "oint", "∈": "in", "∉": "notin", "∋": "ni", "⊂": "subset",
    "⊆": "subseteq", "⊃": "supset", "⊇": "supseteq", "∪": "cup bigcup",
    "∩": "cap bigcap", "∅": "emptyset varnothing", "∀": "forall", "∃": "exists",
    "∄": "nexists", "¬": "neg lnot not", "∧": "land wedge", "∨": "lor vee",
    "→": "to rightarrow longrightarrow", "←": "leftarrow gets longleftarrow",
    "↔": "leftrightarrow", "⇒": "Rightarrow implies Longrightarrow",
    "⇐": "Leftarrow impliedby", "⇔": "Leftrightarrow iff Longleftrightarrow",
    "⇌": "rightleftharpoons", "↦": "mapsto", "↑": "uparrow", "↓": "downarrow",
    "°": "degree", "∘": "circ", "…": "dots ldots cdots vdots ddots dotsc dotsb",
    "⊥": "perp bot", "∥": "parallel", "∠": "angle", "△": "triangle", "⊕": "oplus",
    "⊗": "otimes", "∖": "setminus backslash", "∴": "therefore", "∵": "because",
    "†": "dagger", "‡": "ddagger", "‖": "Vert lVert rVert", "⟨": "langle", "⟩": "rangle",
    "⌊": "lfloor", "⌋": "rfloor", "⌈": "lceil", "⌉": "rceil", "ℏ": "hbar", "ℓ": "ell",
    "<": "lt", ">": "gt", "*": "ast star", "|": "mid vert lvert rvert", "′": "prime",
}  # fmt: skip

COMMANDS: dict[str, str] = {
    name: SIGNS[sign] for sign, names in _COMMANDS_BY_SIGN.items() for name in names.split()
} | {
    "sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant",
    "csc": "cosecant", "arcsin": "arc sine", "arccos": "arc cosine", "arctan": "arc tangent",
    "sinh": "hyperbolic sine", "cosh": "hyperbolic cosine", "tanh": "hyperbolic tangent",
    "log": "log", "ln": "natural log", "lg": "log", "exp": "exponential", "det": "determinant",
    "dim": "dimension", "ker": "kernel", "gcd": "greatest common divisor", "mod": "modulo",
    "bmod": "modulo", "pmod": "modulo", "max": "the maximum", "min": "the minimum",
    "sup": "the supremum", "inf": "the infimum", "lim": "the limit", "arg": "argument",
    "Re": "real part", "Im": "imaginary part", "Pr": "probability", "quad": ",", "qquad": ",",
    "aleph": "aleph", "micro": "micro", "percent": "percent", "celsius": "degrees Celsius",
}  # fmt: skip
"""A command that is here under no name is said by its own, as Greek letters are."""

ACCENTS: dict[str, str] = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde",
    "widetilde": "tilde", "dot": "dot", "ddot": "double dot", "check": "check",
    "underline": "underlined",
}  # fmt: skip
"""Said after what they stand on."""

SILENT = _names(
    "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle "
    "textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag it rm bf sf tt cal "
    "mathbb mathbf mathcal mathfrak mathit mathscr mathsf mathtt boldsymbol bm pmb ensuremath "
    "boxed cancel hline hfill noindent smash mathstrut strut mathop mathrel mathbin mathord "
    "overbrace underbrace dfrac tfrac newline par allowbreak protect relax unit qty si SI num ang "
    "thinspace negthinspace enspace space phantom"
)
DROPPED = _names(
    "label color hspace vspace hphantom vphantom ref eqref cite class style require tag "
    "newcommand renewcommand textcolor mspace hskip kern"
)
"""Commands whose first argument is not said either."""
UPRIGHT = _names("mathrm text textrm textit textbf textsf mbox hbox operatorname ce pu")
"""Commands whose argument is words or a unit, not letters one by one."""
WITH_LIMITS = {
    "sum": "the sum", "∑": "the sum", "prod": "the product", "∏": "the product",
    "int": "the integral", "∫": "the integral", "iint": "the double integral",
    "iiint": "the triple integral", "oint": "the contour integral", "lim": "the limit",
    "limsup": "the upper limit", "liminf": "the lower limit", "max": "the maximum",
    "min": "the minimum", "sup": "the supremum", "inf": "the infimum", "bigcup": "the union",
    "bigcap": "the intersection",
}  # fmt: skip
"""Said with the limits that stand below and above them, and "of"."""
FRACTIONS = {
    ("1", "2"): "one half", ("1", "3"): "one third", ("2", "3"): "two thirds",
    ("1", "4"): "one quarter", ("3", "4"): "three quarters", ("1", "5"): "one fifth",
    ("1", "8"): "one eighth", ("1", "10"): "one tenth",
}  # fmt: skip
_POWERS = {"2": "squared", "3": "cubed"}
ROOTS = {"": "the square root of", "2": "the square root of", "3": "the cube root of"}


def of_sign(sign: str) -> str:
    """Return what a single character is called; a letter or a digit is itself."""
    if sign in SIGNS:
        return SIGNS[sign]
    if sign.isascii():
        return sign if sign.isalnum() or sign in ",.;:?" else ""
    name = unicodedata.name(sign, "").lower()
    if name.startswith("greek "):
        return name.rpartition("letter ")[2].split(" with ")[0] or name
    plain = unicodedata.normalize("NFKC", sign)
    if plain.isalnum():
        return plain
    return name if unicodedata.category(sign)[0] == "S" else ""


def power(script: list[str], base: str) -> list[str]:
    """Return what is said of what stands above ``base``, the word before it."""
    said = " ".join(script)
    if said in _POWERS and base:
        return [_POWERS[said]]
    if said == "composed with":
        return ["degrees"]
    if said == "times":
        return ["star"]
    if said in ("st", "nd", "rd", "th") or script[-1] in ("plus", "minus", "prime"):
        return script
    return ["to the power", *script, *([",", "end power", ","] if len(script) > 2 else [])]


def limited(name: str, below: list[str], above: list[str]) -> list[str]:
    """Return what is said of a sum and its like with the limits below and above it."""
    words = [WITH_LIMITS[name]]
    if name.startswith("lim"):
        if below:
            words += ["as", *("approaches" if word == "goes to" else word for word in below)]
    elif below and above:
        words += ["from", *below, "to", *above]
    elif below:
        words += ["over", *below]
    elif above:
        words += ["to", *above]
    return [*words, "of"]
