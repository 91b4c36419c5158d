"""As much of JSON Schema as the schema of our exercises uses."""

import re
from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "array": list,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "object": dict,
    "string": str,
}
SAID_ELSEWHERE = {"$schema", "title", "description", "default"}
"""Keywords that refuse nothing."""


def errors(value: Any, schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield what the schema refuses: the key, and the keyword it offends.

    Raises:
        KeyError: at a keyword that is not known here.
    """
    kind = schema.get("type")
    if kind and not _is(value, kind):
        yield f"{path}: type"
        return
    for keyword in schema.keys() - SAID_ELSEWHERE - {"type"}:
        yield from _RULES[keyword](value, schema, path)


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, TYPES[kind])


def _inside(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    known = schema.get("properties", {})
    rest = schema.get("additionalProperties", True)
    for key, one in value.items():
        at = f"{path}.{key}" if path else key
        if key in known:
            yield from errors(one, known[key], at)
        elif isinstance(rest, dict):
            yield from errors(one, rest, at)
        elif not rest:
            yield f"{at}: additionalProperties"


def _items(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    for n, one in enumerate(value):
        yield from errors(one, schema["items"], f"{path}[{n}]")


def _one_of(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    fits = [not list(errors(value, one)) for one in schema["oneOf"]]
    if fits.count(True) != 1:
        yield f"{path}: oneOf"


def _required(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
    for key in set(schema["required"]) - value.keys():
        yield f"{path}.{key}: required" if path else f"{key}: required"


def _plain(keyword: str, holds: Any) -> Any:
    def rule(value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
        if not holds(value, schema[keyword]):
            yield f"{path}: {keyword}"

    return rule


def _nothing(_value: Any, _schema: dict[str, Any], _path: str) -> Iterator[str]:
    yield from ()


_RULES: dict[str, Any] = {
    "properties": _inside,
    "additionalProperties": lambda value, schema, path: (
        _nothing if "properties" in schema else _inside
    )(value, schema, path),
    "items": _items,
    "oneOf": _one_of,
    "required": _required,
    "const": _plain("const", lambda value, wanted: value == wanted),
    "enum": _plain("enum", lambda value, words: value in words),
    "minimum": _plain("minimum", lambda value, least: value >= least),
    "maximum": _plain("maximum", lambda value, most: value <= most),
    "minItems": _plain("minItems", lambda value, least: len(value) >= least),
    "maxItems": _plain("maxItems", lambda value, most: len(value) <= most),
    "minLength": _plain("minLength", lambda value, least: len(value) >= least),
    "maxLength": _plain("maxLength", lambda value, most: len(value) <= most),
    "pattern": _plain("pattern", lambda value, form: bool(re.search(form, value))),
}


def keys(schema: dict[str, Any], path: str = "") -> Iterator[str]:
    """Yield every key a schema knows, with the path of the tables it is in."""
    for key, inner in schema.get("properties", {}).items():
        at = f"{path}.{key}" if path else key
        yield at
        yield from keys(inner, at)
    rest = schema.get("additionalProperties")
    for inner in (rest, schema.get("items"), *schema.get("oneOf", ())):
        if isinstance(inner, dict):
            yield from keys(inner, f"{path}.*" if inner is rest else path)
