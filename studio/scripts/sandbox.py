"""Jinja for templates from anyone: no way out of it, no endless loop, no text without end.

Jinja's own sandbox blocks `__class__` and caps `range`, but renders `'a' * 50000000` and runs nested loops for hours.
So a template here is checked to use a small part of the language, its loops count their turns, and everything that
makes text or lists pays for its size before it is made.
"""

from __future__ import annotations

import functools
import operator
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from types import CodeType
from typing import Any, NoReturn

import jinja2
from jinja2 import meta, nodes
from jinja2.filters import FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

LONGEST_OUTPUT = 200_000  # characters; a three-hour session's script has about 60,000
LONGEST_RANGE = 1_000
_MOST_WORK = 4_000_000  # characters made and turns of loops; the bundled templates need about 30,000
_TURN = 80  # what one turn of a loop costs
_MOST_SECONDS = 3.0
_LARGEST_NUMBER = 10**12

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.NSRef, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.If, nodes.For, nodes.Assign, nodes.List, nodes.Tuple, nodes.Filter, nodes.Test, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div,
    nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos, nodes.Concat, nodes.Call, nodes.Keyword,
)  # fmt: skip
_FUNCTIONS = frozenset({"range", "namespace"})
_METHODS = frozenset((
    "lower", "upper", "title", "capitalize", "strip", "lstrip", "rstrip", "removeprefix", "removesuffix", "split",
    "splitlines", "startswith", "endswith", "isdigit", "count", "find", "cycle",
))  # fmt: skip
_PLAIN_FILTERS = (
    "default", "d", "lower", "upper", "title", "capitalize", "trim", "length", "count", "first", "last", "int", "float",
    "abs", "list", "sort", "unique", "map", "select", "reject", "selectattr", "rejectattr", "min", "max", "reverse",
    "wordcount", "truncate",
)  # fmt: skip


class Refused(Exception):
    """A template asked for something that templates may not do; `line` is None where it is not known."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class _Meter:
    """Counts what one rendering costs, and refuses when it is too much."""

    def __init__(self) -> None:
        self._work = 0
        self._deadline = time.monotonic() + _MOST_SECONDS

    def spend(self, amount: int) -> None:
        self._work += amount
        if self._work > _MOST_WORK:
            raise Refused("it makes too much text, or its loops have too many turns")
        if time.monotonic() > self._deadline:
            raise Refused(f"it takes more than {_MOST_SECONDS:.0f} seconds")


class _Bounds(NodeTransformer):
    """Puts a toll on every turn of a loop, and sends `~` and `[...]` through functions that pay for their size."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802  (jinja2's name)
        self.generic_visit(node)
        toll = _call("turn", [], node.lineno)
        node.body = [nodes.ExprStmt(toll, lineno=node.lineno), *node.body]
        if node.test is not None:
            node.test = nodes.And(toll, node.test, lineno=node.lineno)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)

    def visit_List(self, node: nodes.List) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _call("flat_list", node.items, node.lineno)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return node if node.ctx == "store" else _call("flat_list", node.items, node.lineno)


@functools.lru_cache(maxsize=512)
def _code(source: str, name: str) -> CodeType:
    # Compiling takes ten times as long as rendering, and readiness renders every item's script again and again.
    one = sandbox()
    tree = one.parse(source, name, name)
    check_tree(tree)
    return one.compile(_Bounds().visit(tree), name, name)


def sandbox() -> Sandbox:
    """The sandbox of this thread: to make one takes longer than a rendering."""
    kept: Sandbox | None = getattr(_OF_THREAD, "sandbox", None)
    if kept is None:
        kept = _OF_THREAD.sandbox = Sandbox()
    return kept


_OF_THREAD = threading.local()


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of renderings, one after another: each has a meter of its own. It belongs to one thread."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})
    intercepted_unops = frozenset()

    def __init__(self) -> None:
        super().__init__(
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_printable,
            autoescape=False,
            optimized=False,  # folding constants would work before the meter runs
            loader=None,
        )
        self._meter = _Meter()
        plain = {name: self._paid(FILTERS[name]) for name in _PLAIN_FILTERS}
        self.filters = {**plain, "join": self._join, "replace": self._replace, "round": _round, "sentence": _sentence}
        self.globals = {"range": self._range, "namespace": jinja2.utils.Namespace}

    def compiled(self, source: str, name: str) -> jinja2.Template:
        """`source` as a template. Raises Refused for what is not allowed, jinja2's errors for bad syntax."""
        return jinja2.Template.from_code(self, _code(source, name), dict(self.globals))

    def rendered(self, source: str, name: str, values: Mapping[str, Any]) -> str:
        """`source` rendered with `values`, at most LONGEST_OUTPUT characters; raises Refused and jinja2's errors."""
        self._meter = _Meter()
        pieces: list[str] = []
        length = 0
        for piece in self.compiled(source, name).generate(values):
            length += len(piece)
            if length > LONGEST_OUTPUT:
                raise Refused(f"it makes more than {LONGEST_OUTPUT:,} characters")
            pieces.append(piece)
        return "".join(pieces)

    # What the compiled template calls.

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: D102
        result = super().call(context, obj, *args, **kwargs)
        self._meter.spend(1 + _size(result))
        return result

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: D102
        self._meter.spend(1)
        if isinstance(left, (int, float)) and isinstance(right, (int, float)):
            if max(abs(left), abs(right)) > _LARGEST_NUMBER:
                raise Refused("it computes with a number that is too large")
            return _ARITHMETIC[operator](left, right)
        if operator == "+" and type(left) is type(right) and isinstance(left, (str, list)):
            self._meter.spend(len(left) + len(right))
            return left + right
        raise Refused(f"'{operator}' works on numbers" + (", and joins texts" if operator == "+" else ""))

    def turn(self) -> bool:
        """One turn of a loop is paid for."""
        self._meter.spend(_TURN)
        return True

    def joined(self, *parts: Any) -> str:
        """`a ~ b`."""
        texts = [_text(part) for part in parts]
        self._meter.spend(sum(map(len, texts)))
        return "".join(texts)

    def flat_list(self, *items: Any) -> list[Any]:
        """`[a, b]`. Lists in lists would let a few lines describe more than any memory holds."""
        if any(isinstance(item, (list, tuple, dict)) for item in items):
            raise Refused("a list in a list cannot be made")
        return list(items)

    def _range(self, *limits: int) -> range:
        if not limits or any(not isinstance(limit, int) or abs(limit) > _LARGEST_NUMBER for limit in limits):
            raise Refused("range() takes whole numbers")
        numbers = range(*limits)
        if len(numbers) > LONGEST_RANGE:
            raise Refused(f"range() gives at most {LONGEST_RANGE:,} numbers")
        return numbers

    def _paid(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)  # carries the mark that says which filters want the environment
        def filtered(*args: Any, **kwargs: Any) -> Any:
            self._meter.spend(1 + sum(_size(arg) for arg in args))
            return function(*args, **kwargs)

        return filtered

    def _join(self, values: Iterable[Any], separator: str = "") -> str:
        texts: list[str] = []
        for value in values:
            text = _text(value)
            self._meter.spend(1 + len(text) + len(separator))
            texts.append(text)
        return separator.join(texts)

    def _replace(self, text: Any, old: str, new: str) -> str:
        text = _text(text)
        self._meter.spend(1 + len(text) + (text.count(old) * len(new)))
        return str(text.replace(old, new))


def check_tree(tree: nodes.Template) -> None:
    """Raise Refused, with the line, for the parts of Jinja that templates of this program may not use."""
    for node in tree.find_all(nodes.Node):
        refuse = functools.partial(_refuse, node.lineno)
        if isinstance(node, (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            refuse("it cannot take in other files")
        if isinstance(node, nodes.Pow):
            refuse("'**' is not available")
        if not isinstance(node, _ALLOWED):
            refuse(f"'{_word(node)}' is not available in templates")
        if isinstance(node, nodes.For) and node.recursive:
            refuse("a recursive loop is not available")
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            refuse(f"'{node.attr}' is out of reach for templates")
        if isinstance(node, nodes.Filter) and node.name not in known_filters():
            refuse(f"there is no filter '{node.name}'")
        if isinstance(node, nodes.Call):
            called = node.node
            if isinstance(called, nodes.Name) and called.name in _FUNCTIONS:
                continue
            if isinstance(called, nodes.Getattr) and called.attr in _METHODS:
                continue
            refuse(f"'{_word(called)}()' cannot be called from a template")


@functools.cache
def known_filters() -> frozenset[str]:
    """The names of the filters that a template may use."""
    return frozenset([*_PLAIN_FILTERS, "join", "replace", "round", "sentence"])


def undeclared_names(source: str, name: str) -> dict[str, int]:
    """The names that a template reads and does not set itself, with the line of the first use of each.

    Raises Refused and jinja2's TemplateSyntaxError, so that a template can be judged without rendering it.
    """
    tree = sandbox().parse(source, name, name)
    check_tree(tree)
    wanted = meta.find_undeclared_variables(tree) - _FUNCTIONS
    lines: dict[str, int] = {}
    for node in tree.find_all(nodes.Name):
        if node.name in wanted:
            lines.setdefault(node.name, node.lineno)
    return lines


_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


def _call(method: str, args: list[nodes.Expr], line: int) -> nodes.Call:
    attribute = nodes.EnvironmentAttribute(method, lineno=line)
    return nodes.Call(attribute, list(args), [], None, None, lineno=line)


def _refuse(line: int, reason: str) -> NoReturn:
    raise Refused(reason, line)


def _word(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    return node.attr if isinstance(node, nodes.Getattr) else type(node).__name__.lower()


def _size(value: Any) -> int:
    return len(value) if isinstance(value, (str, list, tuple, dict)) else 0


def _text(value: Any) -> str:
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises, naming what is missing
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (str, int, float)):
        return str(value)
    raise Refused("a list is printed item by item, or with '| join'")


@jinja2.pass_context  # with a context, Jinja cannot print constants before the meter runs
def _printable(context: jinja2.runtime.Context, value: Any) -> str:
    return _text(value)


def _round(value: float, digits: int = 0) -> float:
    return round(float(value), max(-6, min(int(digits), 6)))


def _sentence(value: Any) -> str:
    """A text as a sentence: a capital first, and a full stop where it ends without one."""
    text = _text(value).strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else f"{text}."
