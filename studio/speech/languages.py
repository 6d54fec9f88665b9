"""Languages by the codes that Whisper uses, whatever a person, a file or a browser calls them."""

from __future__ import annotations

from studio.errors import InvalidValue

_OTHERS = {
    "indonesian": "id", "bahasa": "id", "bahasa indonesia": "id", "indonesia": "id", "ind": "id", "in": "id",
    "english": "en", "inggris": "en", "eng": "en", "malay": "ms", "melayu": "ms", "javanese": "jw", "jawa": "jw",
    "jv": "jw", "jav": "jw", "sundanese": "su", "sunda": "su", "fil": "tl", "iw": "he", "nb": "no", "cmn": "zh",
}  # fmt: skip


def whisper_code(language: str | None) -> str | None:
    """Whisper's code for `language` ("id-ID", "Indonesian", "jv"); None, "" and "auto" stay None: to be detected.

    Raises InvalidValue for what is no language of Whisper's.
    """
    from faster_whisper.tokenizer import _LANGUAGE_CODES

    given = (language or "").strip().lower().replace("_", "-")
    if given in {"", "auto"}:
        return None
    code = _OTHERS.get(given) or _OTHERS.get(given.split("-")[0]) or given.split("-")[0]
    if code not in _LANGUAGE_CODES:
        raise InvalidValue(f"{language} is no language that can be recognised", 'Give a code such as "id" or "en"')
    return code
