"""Templates from anyone stay within bounds: no way out, no endless loop, no text without end."""

from __future__ import annotations

from contextlib import suppress

import jinja2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.scripts.sandbox import LONGEST_OUTPUT, Refused, Sandbox

DOUBLING = (
    "{% set box = namespace(text='12345678') %}"
    "{% for i in range(100) %}{% set box.text = box.text OP box.text %}{% endfor %}"
)
TURNS = "{% for i in range(1000) %}"
TOO_MUCH = "it makes too much text, or its loops have too many turns"
HOSTILE = {
    "{{ 'a' * 50000000 }}": "'*' works on numbers",
    "{{ 50000000 * 'a' }}": "'*' works on numbers",
    "{{ 'a'.ljust(10**9) }}": "'ljust()' cannot be called from a template",
    "{{ 'a'.ljust(1000000000) }}": "'ljust()' cannot be called from a template",
    "{{ 'a'.replace('a', 'aaaa') }}": "'replace()' cannot be called from a template",
    "{{ '{:>1000000000}'.format(1) }}": "'format()' cannot be called from a template",
    "{{ 'a' | center(1000000000) }}": "there is no filter 'center'",
    "{{ 'a' | indent(1000000000) }}": "there is no filter 'indent'",
    "{{ '%1000000000d' | format(1) }}": "there is no filter 'format'",
    "{{ 'x' | attr('__class__') }}": "there is no filter 'attr'",
    "{{ '%1000000000d' % 1 }}": "'%' works on numbers",
    "{{ 10**10**8 }}": "'**' is not available",
    "{{ 1000000000000 * 1000000000000 * 10 }}": "it computes with a number that is too large",
    "{% for i in range(10**9) %}x{% endfor %}": "'**' is not available",
    "{% for i in range(1000000000) %}x{% endfor %}": "range() gives at most 1,000 numbers",
    TURNS * 3 + "{% endfor %}" * 3: TOO_MUCH,
    "{% for i in range(1000) if false %}{% endfor %}" * 300: TOO_MUCH,
    "{% for i in range(1000) %}" + "x" * 1000 + "{% endfor %}": f"it makes more than {LONGEST_OUTPUT:,} characters",
    DOUBLING.replace("OP", "~"): TOO_MUCH,
    DOUBLING.replace("OP", "+"): TOO_MUCH,
    "{% set a = 'a' * 1 %}": "'*' works on numbers",
    "{{ ('a' | replace('a', 'aaaaaaaaaa')) | replace('a', text) }}": TOO_MUCH,
    "{{ [text, text, text, text, text, text] | join(text) }}": TOO_MUCH,
    "{% set a = [1, 1] %}{% set b = [a, a] %}{{ b }}": "a list in a list cannot be made",
    "{{ {'a': 1} }}": "'dict' is not available in templates",
    "{{ ''.__class__ }}": "'__class__' is out of reach for templates",
    "{{ lipsum() }}": "'lipsum()' cannot be called from a template",
    "{{ cycler.__init__.__globals__ }}": "'__globals__' is out of reach for templates",
    "{% include '/etc/passwd' %}": "it cannot take in other files",
    "{% import 'other.md' as other %}": "it cannot take in other files",
    "{% extends 'other.md' %}": "it cannot take in other files",
    "{% macro again() %}{{ again() }}{% endmacro %}": "'macro' is not available in templates",
    "{% set text %}aaaa{% endset %}": "'assignblock' is not available in templates",
    "{% for i in [1] recursive %}{{ loop([i]) }}{% endfor %}": "a recursive loop is not available",
    "{{ [1, 2] }}": "a list is printed item by item, or with '| join'",
}


@pytest.mark.parametrize("source", HOSTILE)
def test_a_hostile_template_is_refused_with_a_reason(source: str) -> None:
    with pytest.raises(Refused) as refused:
        Sandbox().rendered(source, "t.md", {"text": "a" * 900_000})
    assert refused.value.reason == HOSTILE[source]


@pytest.mark.parametrize(
    "source", ["{{ ''['__class__'] }}", "{{ [1] | map(attribute='__class__') | first }}", "{{ missing }}"]
)
def test_what_is_out_of_reach_or_not_there_is_an_error_of_jinja(source: str) -> None:
    with pytest.raises(jinja2.TemplateError):
        Sandbox().rendered(source, "t.md", {})


def test_the_part_of_jinja_that_scripts_need_works() -> None:
    source = (
        "{% set count = namespace(n=0) %}"
        "{% for word in words if word != 'b' %}{% set count.n = count.n + 1 %}"
        "{{ loop.index }}{{ word | upper }} {% endfor %}"
        "{{ count.n }} {{ [1, 2.0, none] | join('-') }} {{ 'halo dunia' | sentence }} {{ 7 // 2 * 3 }} {{ 'a' ~ 1 }}"
    )
    assert Sandbox().rendered(source, "t.md", {"words": ["a", "b", "c"]}) == "1A 2C 2 1-2- Halo dunia. 9 a1"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_renders_or_is_refused(text: str) -> None:
    with suppress(Refused, jinja2.TemplateError):
        Sandbox().rendered(text, "t.md", {})
