"""Self-contained pages: no network, a strict Content-Security-Policy, everything escaped.

What all pages share. A room above brings its own templates, styles and scripts in a folder
`templates` of its package; they extend `page.html` and import `parts.html`, which are ours.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from summarizer.render import labels
from summarizer.render.visible import shown
from summarizer.text.hidden import replace_hidden
from summarizer.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OURS = "summarizer.render"
_SENTENCE_ID = re.compile(r"\b(s\d{1,6}\.\d{1,6})\b")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def page(
    template: str,
    values: Mapping[str, object],
    *,
    package: str = OURS,
    styles: Sequence[str] = (),
    scripts: Sequence[str] = (),
) -> str:
    """A page that needs nothing outside of itself.

    Args:
        template: A file of `templates` in `package`; it extends `page.html`.
        values: What the template shows, `title` among them; text in it is escaped.
        package: The package whose templates are looked at before ours.
        styles: Style sheets, after `base.css`, which every page has.
        scripts: Scripts, run in this order.
    """
    style = _together(package, ("base.css", *styles))
    code = _together(package, scripts)
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    if code:
        policy += f"; script-src {_hash(code)}"
    made = _environment(package).get_template(template)
    return made.render(policy=policy, style=style, code=code, **values)


def embedded(json: str) -> Markup:
    """JSON for a script element: nothing in it can end the element or start a comment."""
    for character in "<>&":
        json = json.replace(character, f"\\u{ord(character):04x}")
    return Markup(json.strip())  # noqa: S704  (escaped above)


def markup(text: str) -> Markup:
    """Untrusted text, escaped; hidden characters become visible, each one character long."""
    escaped = str(escape(text)).replace("\r", "&#13;")  # else the parser would drop it
    return Markup(replace_hidden(escaped, _hidden))  # noqa: S704  (escaped above)


def linked(text: str, known: Mapping[str, object]) -> Markup:
    """Untrusted text as `markup` shows it, ids of known sentences in it as links to them."""
    pieces = _SENTENCE_ID.split(text)
    return Markup().join(
        Markup('<a href="#{0}">{0}</a>').format(each) if each in known else markup(each)
        for each in pieces
    )


def sentence_ids(text: str) -> list[str]:
    """Ids of sentences that a text of ours names."""
    return _SENTENCE_ID.findall(text)


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, None for everything else (javascript:, data:, …)."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def language(code: str) -> str | None:
    """The code if it has the form of a language tag (BCP 47), for `lang`; None else."""
    return code if _LANGUAGE.fullmatch(code) and code != "und" else None


def _hidden(match: re.Match[str]) -> str:
    character, name = shown(match.group())
    return f'<span class="hidden" title="{name}">{character}</span>'


def _together(package: str, names: Sequence[str]) -> Markup:
    """Style sheets or scripts of ours, one after the other, as they stand in the page."""
    return Markup("\n").join(_asset(package, name) for name in names)


def _asset(package: str, name: str) -> Markup:
    places = (files(each).joinpath("templates").joinpath(name) for each in (package, OURS))
    file = next(each for each in places if each.is_file())
    return Markup(file.read_text(encoding="utf-8").strip())  # noqa: S704  (our own file)


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@functools.cache
def _environment(package: str) -> Environment:
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(each) for each in dict.fromkeys((package, OURS))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "shown": markup,
        "web": web_address,
        "linked": linked,
        "language": language,
    }
    environment.globals |= {"labels": labels, "version": VERSION}
    return environment
