"""Who a claim says is speaking, what it says they are, and who hears."""

from __future__ import annotations

import pytest

from summarizer.verify import parse
from summarizer.verify.attribution import routes
from summarizer.verify.pairs import plain_article, plain_story
from summarizer.verify.roles import roles
from summarizer.verify.view import ClaimView, DocumentView, Library


def claim(text: str) -> ClaimView:
    story = plain_story([plain_article(1, text)])
    return DocumentView(parse(f"{text} [1]"), Library(story)).claims[0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor, Ann Ode, said that the school was safe.", "Ann Ode"),
        ("Tom Reyes, a spokesman for Ann Ode, said the school was safe.", "Tom Reyes"),
        ("Ann Ode's lawyer said the school was safe.", None),
    ],
)
def test_main_name_of_a_speaker_phrase(text: str, speaker: str | None) -> None:
    name = claim(text).voices[0].name
    assert (name.text if name else None) == speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The school was safe, according to a statement.", True),
        ("The school was safe on Monday.", False),
        ("The owner was accused of locking the doors.", True),
    ],
)
def test_attributed(text: str, expected: bool) -> None:  # noqa: FBT001  (a table of cases)
    assert claim(text).attributed is expected


def test_hearers() -> None:
    found = routes(claim("Ann Ode told the Arden Times that she had spoken to Radio Belmar."))
    assert [name.text for name in found] == ["Arden Times"]


def test_roles_behind_and_before_a_name() -> None:
    part = claim("Tom Reyes, a former engineer of Arden, met police officer Ann Ode.").parts[0]
    assert [(role.name, role.text.strip()) for role in roles(part)] == [
        ("Tom Reyes", "a former engineer of Arden"),
        ("Ann Ode", "police officer"),
    ]
