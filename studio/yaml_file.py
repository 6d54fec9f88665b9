"""YAML that people write (templates, thumbnails, rules), read so that every error names its line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from studio.errors import TemplateError

_LARGEST_FILE = 100_000  # bytes; a template that a person wrote has a few thousand
_LINE = "__line__"


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of the head: its values by name, the file it stands in, and its line."""

    values: dict[str, Any]
    path: Path
    line: int

    def refuse(self, reason: str, advice: str = "Correct this line, then try again") -> NoReturn:
        """Raise a TemplateError that names the file and this mapping's line."""
        raise TemplateError(f"{self.path.name}, line {self.line}: {reason}", advice)

    def only(self, *names: str) -> None:
        """Refuse any name that is not one of `names`: a misspelt one would else be passed over in silence."""
        for name in self.values:
            if name not in names:
                self.refuse(f"'{name}' is not known here", f"Known are {', '.join(names)}")

    def text(self, name: str, default: str | None = None) -> str:
        """The text at `name`; numbers count as texts. Refused when it is missing and has no default."""
        value = self.values.get(name, default)
        if value is None:
            self.refuse(f"'{name}' is missing", f"Write {name}: ... there")
        if isinstance(value, bool):
            # YAML reads `no` and `ya`'s English cousins as truth values.
            self.refuse(f"'{name}' is a yes or no, not a text", "Put quotation marks around it")
        if not isinstance(value, (str, int, float)):
            self.refuse(f"'{name}' is not a text")
        return str(value).strip()

    def number(self, name: str, default: float | None = None) -> float:
        """The number at `name`, 0 to 100,000."""
        value = self.values.get(name, default)
        if value is None:
            self.refuse(f"'{name}' is missing", f"Write {name}: ... there")
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 100_000:
            self.refuse(f"'{name}' is not a number from 0 to 100,000")
        return float(value)

    def flag(self, name: str, default: bool = False) -> bool:
        """The yes or no at `name`."""
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            self.refuse(f"'{name}' is neither true nor false")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """The list of texts at `name`; one text counts as a list of one, nothing as an empty one."""
        value = self.values.get(name)
        if value is None:
            return ()
        values = value if isinstance(value, list) else [value]
        if any(isinstance(one, bool) or not isinstance(one, (str, int, float)) for one in values):
            self.refuse(f"'{name}' is not a list of texts", "Put quotation marks around each")
        return tuple(str(one).strip() for one in values)

    def parts(self, name: str, most: int = 60) -> tuple[Fields, ...]:
        """The list of mappings at `name`, each with its line."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or any(not isinstance(one, dict) for one in value):
            self.refuse(f"'{name}' is not a list of entries", "Begin each entry with '- ' and give its fields below")
        if len(value) > most:
            self.refuse(f"'{name}' has more than {most} entries")
        return tuple(_fields(one, self.path) for one in value)


def read_text(path: Path) -> str:
    """The text of a template file. Raises TemplateError for one that is missing, too large or no UTF-8."""
    try:
        data = path.read_bytes()[: _LARGEST_FILE + 1]
    except OSError as error:
        raise TemplateError(
            f"The template {path} cannot be read ({error.strerror})", "Check the name, or choose another"
        ) from error
    if len(data) > _LARGEST_FILE:
        raise TemplateError(f"The template {path.name} is larger than {_LARGEST_FILE:,} bytes", "Make it shorter")
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise TemplateError(
            f"The template {path.name} is not a UTF-8 text", "Save it as UTF-8 in its editor"
        ) from error


def read_front_matter(path: Path) -> tuple[Fields, str, int]:
    """The head of the template at `path`, its body, and the number of lines that stand before the body."""
    text = read_text(path)
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if len(ends) < 2 or ends[0] != 0:
        raise TemplateError(
            f"{path.name}, line 1: the template has no head", "Begin it with its fields between two lines of ---"
        )
    head = read_yaml("\n".join(lines[: ends[1]]), path)
    return head, "\n".join(lines[ends[1] + 1 :]), ends[1] + 1


def read_yaml(text: str, path: Path) -> Fields:
    """A YAML mapping with the lines of its parts. Raises TemplateError with the line of the fault."""
    try:
        value = yaml.load(text, Loader=_WithLines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise TemplateError(
            f"{path.name}, line {line}: {error.problem or 'the YAML cannot be read'}",
            "Check the spaces at the start of the line, and put texts with a colon in quotation marks",
        ) from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        raise TemplateError(f"{path.name}: its YAML cannot be read", "Compare it with a template that works") from error
    if not isinstance(value, dict):
        raise TemplateError(f"{path.name}, line 1: the fields are missing", "Begin with name: ...")
    return _fields(value, path)


class _WithLines(yaml.SafeLoader):
    """YAML's safe loader, which also notes at which line each mapping begins."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        mapping[_LINE] = node.start_mark.line + 1
        return mapping


def _fields(mapping: dict[Any, Any], path: Path) -> Fields:
    values = {str(name): value for name, value in mapping.items() if name != _LINE}
    line = mapping.get(_LINE, 1)
    return Fields(values, path, line if isinstance(line, int) else 1)
