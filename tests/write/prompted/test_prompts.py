"""Released prompts are pinned, one's own are read, and none says what it should not."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import UsageError
from summarizer.write.prompted.prompt import parsed
from summarizer.write.prompted.prompts import Prompts, companion, writing

if TYPE_CHECKING:
    from summarizer.write.prompted.prompt import Prompt

FOLDER = Path(__file__).resolve().parents[3] / "prompts"
FILES = sorted(FOLDER.glob("*/*.md"))
OWN = """\
+++
name = "brief"
version = "2"
strategy = "one-call"
variables = ["code", "evidence"]
+++

## system

Be brief.

## user

{{ code }}
{{ evidence }}

## again

No: {{ reason }}.
"""


def own(text: str = OWN) -> Prompt:
    return parsed(text.encode(), "brief", "2")


def test_the_index_pins_every_prompt_there_is() -> None:
    index = json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))
    pinned = {
        f"{name}/{version}.md": sha256
        for name, each in index.items()
        for version, sha256 in each["released"].items()
    }
    assert pinned == {
        str(path.relative_to(FOLDER).as_posix()): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FILES
    }
    assert all(each["current"] in each["released"] for each in index.values())


@pytest.mark.parametrize("name", Prompts().names())
def test_every_released_prompt_can_be_read(name: str) -> None:
    prompts = Prompts()
    found = prompts.find(name)
    assert f"{found.reference.name}@{found.reference.version}" == name
    for strategy in found.companions:
        companion(prompts, found, strategy)  # type: ignore[arg-type]  # the key is one


def test_a_name_alone_means_the_current_version() -> None:
    assert Prompts().find("summarize") == Prompts().find("summarize@1")


def test_a_changed_released_prompt_is_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (*FILES, FOLDER / "index.json"):
        copy = tmp_path / path.relative_to(FOLDER)
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes() + (b" " if path.parent.name == "plan" else b""))
    monkeypatch.setattr("summarizer.write.prompted.prompts.data", lambda _: tmp_path)
    assert Prompts().find("summarize@2")
    with pytest.raises(UsageError, match=r"plan/1\.md: it is released and was changed"):
        Prompts().find("plan")


@pytest.mark.parametrize("name", ["nothing", "summarize@9", "summarize@../2", ""])
def test_an_unknown_prompt_is_an_error_that_lists_those_there_are(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        Prompts().find(name)
    assert caught.value.code == "unknown-prompt"
    assert "summarize@1" in caught.value.hint


def test_a_prompt_that_writes_nothing_cannot_be_asked_for() -> None:
    assert writing(Prompts(), "summarize@2").strategy == "plan-then-write"
    with pytest.raises(UsageError, match="writes no summary"):
        writing(Prompts(), "repair")


def test_a_folder_of_ones_own_adds_prompts_and_goes_before_released_ones(tmp_path: Path) -> None:
    (tmp_path / "summarize").mkdir()
    for version in ("1", "9", "10"):
        text = OWN.replace("brief", "summarize").replace('"2"', f'"{version}"')
        (tmp_path / "summarize" / f"{version}.md").write_text(text, encoding="utf-8")
    prompts = Prompts(tmp_path)
    assert prompts.find("summarize").reference.version == "10"
    assert prompts.find("summarize@1").system == "Be summarize."
    assert prompts.find("summarize@2").strategy == "plan-then-write"


def test_a_folder_without_prompts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it holds no file"):
        Prompts(tmp_path)


def test_a_prompt_that_cannot_be_opened_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "brief" / "2.md").mkdir(parents=True)
    with pytest.raises(UsageError, match="it cannot be read"):
        Prompts(tmp_path).find("brief")


def test_the_messages_have_the_variables_put_in() -> None:
    user = own().messages({"code": "c0de", "evidence": "1 A {{ code }} fire."})[1]
    assert user.content == "c0de\n1 A {{ code }} fire."
    assert own().again_because("it was empty").content == "No: it was empty."


def test_a_variable_that_no_request_has_is_an_error() -> None:
    prompt = own(OWN.replace('"evidence"]', '"evidence", "mood"]').replace("brief.", "{{ mood }}."))
    with pytest.raises(UsageError, match="wants the variable 'mood'"):
        prompt.messages({"code": "c", "evidence": "e"})


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("+++\nname", "name", "does not begin with"),
        ('name = "brief"', "name = brief", "Invalid value"),
        ('name = "brief"', 'name = "long"', "calls itself long@2"),
        ('"one-call"', '"guess"', "no strategy 'guess'"),
        ('"one-call"', '"one-call"\nmood = "gay"', "does not begin with"),
        ('"evidence"]', '"evidence", "mood"]', "'mood' is not both"),
        ("Be brief.", "Be {{ mood }}.", "'mood' is not both"),
        ('["code", "evidence"]', '["evidence"]', "'code' is not both"),
        ("{{ reason }}", "{{ evidence }}", "## again"),
        ("Be brief.", "{% if %}", "Expected an expression"),
        ("## again", "## more", "its sections"),
        ("Be brief.", "", "its sections"),
    ],
)
def test_a_prompt_that_cannot_be_used_is_an_error_that_says_why(
    old: str, new: str, complaint: str
) -> None:
    assert old in OWN
    with pytest.raises(UsageError, match=r"^prompt brief/2") as caught:
        own(OWN.replace(old, new, 1))
    assert complaint in caught.value.message


def test_a_template_reaches_nothing_but_its_values() -> None:
    bad = own(OWN.replace("{{ code }}", "{{ code.__class__.__mro__[1].__subclasses__() }}"))
    with pytest.raises(UsageError, match="unsafe"):
        bad.messages({"code": "c", "evidence": "e"})
