"""Script templates: files with a YAML head (what they ask, which sections they have) and a Jinja body.

To add one, put a file beside those in `templates/scripts/`, or into the workspace's own folder of templates:

    ---
    name: short-video              # with the language, what it is found by
    title: Video pendek 60 detik   # what a person sees
    kind: video                    # or live
    language: id
    sections:                      # in order, with their target lengths in seconds
      - {kind: hook, name: Hook, seconds: 5}
    questions:
      - key: hook                  # the name of the answer in the body
        label: Kalimat pembuka
        type: lines                # text, lines, number, choice or products
        default: "{{ item.title }}" # Jinja, rendered from the item and the answers above it
    ---
    # {{ item.title }}
    ## {{ section.hook.name }} [hook] ({{ section.hook.length }})
    {{ hook | join("\n\n") }}
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import jinja2

from studio.errors import NotFound, TemplateError
from studio.plan.item import Kind
from studio.resources import templates as bundled
from studio.scripts.sandbox import Refused, undeclared_names
from studio.yaml_file import Fields, read_front_matter

TYPES = ("text", "lines", "number", "choice", "products")
DEFAULT_NAMES = {Kind.VIDEO: "short-video", Kind.LIVE: "live-session"}
GIVEN_NAMES = frozenset({"item", "section", "language"})  # what every body has besides its answers
_COMPILE_ERRORS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


@dataclass(frozen=True, slots=True)
class Part:
    """A section that a template makes: its kind, name and target length in seconds, kept from `least` to `most`.

    `each` is "products" where there is one for every product (`seconds` is for all of them together), else "".
    `when` is a Jinja expression over the answers; the section is left out where it is false.
    """

    kind: str
    name: str
    seconds: float
    least: float = 0.0
    most: float = float("inf")
    each: str = ""
    when: str = ""
    line: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask a person. `default` holds Jinja texts: one for each line of a `lines` answer."""

    key: str
    label: str
    type: str = "text"
    help: str = ""
    default: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    when: str = ""
    required: bool = False
    line: int = 1


@dataclass(frozen=True, slots=True)
class Template:
    """A script template that was read and found sound. `body_line` is how many lines stand above the body."""

    name: str
    title: str
    kind: Kind
    language: str
    sections: tuple[Part, ...]
    questions: tuple[Question, ...]
    body: str
    path: Path
    body_line: int = 0

    @property
    def seconds(self) -> float:
        """The sum of its sections' target lengths."""
        return sum(part.seconds for part in self.sections)


def load_template(path: Path) -> Template:
    """Read and check a template. Raises TemplateError, which names file and line."""
    try:
        stat = path.stat()
    except OSError:
        return _load(path, 0, 0)  # says why
    return _load(path, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=64)
def _load(path: Path, changed_ns: int, size: int) -> Template:
    # Reading YAML takes 15 ms a template, and a form asks for them all at every turn.
    head, body, body_line = read_front_matter(path)
    head.only("name", "title", "kind", "language", "sections", "questions")
    kind = head.text("kind")
    if kind not in list(Kind):
        head.refuse(f"kind is '{kind}'", "Write video or live")
    template = Template(
        name=head.text("name"),
        title=head.text("title"),
        kind=Kind(kind),
        language=head.text("language"),
        sections=tuple(_part(fields) for fields in head.parts("sections")),
        questions=tuple(_question(fields) for fields in head.parts("questions")),
        body=body,
        path=path,
        body_line=body_line,
    )
    _check_questions(template, head)
    _check_names(template)
    return template


def templates(folders: Sequence[Path] = ()) -> list[Template]:
    """The templates of `folders`, then the bundled ones; the first of a name and language wins.

    Broken ones are left out; `broken_templates` says why.
    """
    return _read_all(folders)[0]


def broken_templates(folders: Sequence[Path] = ()) -> list[TemplateError]:
    """What is wrong with each template that cannot be used."""
    return [error for _, error in _read_all(folders)[1]]


def find_template(name: str, kind: Kind, language: str, folders: Sequence[Path] = ()) -> Template:
    """The template called `name` (or lying at that path) for `kind`, best in `language`; "" is the usual one.

    Raises NotFound with the names there are, or TemplateError when it is broken or of the other kind.
    """
    if name.endswith(".md") and Path(name).is_file():
        return _of_kind(load_template(Path(name)), kind)
    found, broken = _read_all(folders)
    wanted = name or DEFAULT_NAMES[kind]
    for path, error in broken:
        if path.name.split(".")[0] == wanted:
            raise error
    named = [template for template in found if template.name == wanted]
    if named:
        return _of_kind(_in_language(named, language), kind)
    of_kind = [template for template in found if template.kind is kind]
    if not name and of_kind:
        return _in_language(of_kind, language)
    known = ", ".join(sorted({template.name for template in of_kind})) or "none"
    raise NotFound(f"There is no script template '{name}'", f"Templates for a {kind} are: {known}")


def _read_all(folders: Sequence[Path]) -> tuple[list[Template], list[tuple[Path, TemplateError]]]:
    found: dict[tuple[str, str], Template] = {}
    broken: list[tuple[Path, TemplateError]] = []
    for folder in (*folders, bundled("scripts")):
        for path in sorted(folder.glob("*.md")):
            try:
                template = load_template(path)
            except TemplateError as error:
                broken.append((path, error))
            else:
                found.setdefault((template.name, template.language), template)
    return list(found.values()), broken


def _in_language(found: Sequence[Template], language: str) -> Template:
    for wanted in (language, "en"):
        for template in found:
            if template.language == wanted:
                return template
    return found[0]


def _of_kind(template: Template, kind: Kind) -> Template:
    if template.kind is kind:
        return template
    raise TemplateError(
        f"The template '{template.name}' is for a {template.kind}, and this item is a {kind}", "Choose another template"
    )


def _part(fields: Fields) -> Part:
    fields.only("kind", "name", "seconds", "least", "most", "each", "when")
    each = fields.text("each", "")
    if each not in ("", "products"):
        fields.refuse(f"each is '{each}'", "Only products can be gone through one by one")
    return Part(
        kind=fields.text("kind"),
        name=fields.text("name"),
        seconds=fields.number("seconds"),
        least=fields.number("least", 0),
        most=fields.number("most") if "most" in fields.values else float("inf"),
        each=each,
        when=fields.text("when", ""),
        line=fields.line,
    )


def _question(fields: Fields) -> Question:
    fields.only("key", "label", "help", "type", "default", "choices", "when", "required")
    question = Question(
        key=fields.text("key"),
        label=fields.text("label"),
        type=fields.text("type", "text"),
        help=fields.text("help", ""),
        default=fields.texts("default"),
        choices=fields.texts("choices"),
        when=fields.text("when", ""),
        required=fields.flag("required"),
        line=fields.line,
    )
    if not question.key.isidentifier() or question.key.startswith("_") or question.key in GIVEN_NAMES:
        fields.refuse(f"'{question.key}' cannot be the key of a question", "Take letters, digits and _ only")
    if question.type not in TYPES:
        fields.refuse(f"type is '{question.type}'", f"Types are {', '.join(TYPES)}")
    if question.type == "choice" and not question.choices:
        fields.refuse(f"the question '{question.key}' has no choices", "Write choices: [...] there")
    return question


def _check_questions(template: Template, head: Fields) -> None:
    seen: set[str] = set()
    for question in template.questions:
        if question.key in seen:
            head.refuse(f"there are two questions '{question.key}'", "Give one of them another key")
        known = GIVEN_NAMES | seen
        for text in (*question.default, condition(question.when)):
            _check_source(text, template, question.line - 1, known)
        seen.add(question.key)


def _check_names(template: Template) -> None:
    known = GIVEN_NAMES | {question.key for question in template.questions}
    for part in template.sections:
        _check_source(condition(part.when), template, part.line - 1, known)
    _check_source(template.body, template, template.body_line, known)


def _check_source(source: str, template: Template, lines_above: int, known: frozenset[str] | set[str]) -> None:
    try:
        for name, line in undeclared_names(source, template.path.name).items():
            if name not in known:
                raise Refused(f"nothing is called '{name}' there", line)
    except Refused as error:
        raise wrong_at(template, lines_above + (error.line or 1), error.reason) from error
    except jinja2.TemplateSyntaxError as error:
        raise wrong_at(template, lines_above + error.lineno, error.message or "the syntax is wrong") from error
    except _COMPILE_ERRORS as error:
        raise wrong_at(template, lines_above + 1, "the text below cannot be understood") from error


def condition(when: str) -> str:
    """Jinja that renders to "1" where the expression `when` holds; an empty one always does."""
    return f"{{% if {when or 'true'} %}}1{{% endif %}}"


def wrong_at(template: Template, line: int, reason: str) -> TemplateError:
    """A TemplateError that names file and line, and what to compare with."""
    return TemplateError(
        f"{template.path.name}, line {line}: {reason.rstrip('.')}", "Correct the template, or choose another one"
    )
