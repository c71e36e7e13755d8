"""How answers were asked for, beside them: what a request depends on besides case and prompt."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from summarizer.errors import InputError, UsageError
from summarizer.files import write_whole
from summarizer.model.codec import CodecError, decode, encode

if TYPE_CHECKING:
    from pathlib import Path

FILE = "recipe.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """The settings of a model that change a request; the fields are those of `ModelSettings`.

    A folder without `recipe.json` was asked as the default is.
    """

    temperature: float | None = None
    input_tokens: int | None = None
    max_tokens: int | None = None
    datamarking: bool = False


def recipe_of(folder: Path) -> Recipe:
    """How the answers of a prompt's folder were asked for.

    Raises:
        InputError: its `recipe.json` was changed by hand to something else.
    """
    path = folder / FILE
    if not path.is_file():
        return Recipe()
    try:
        return decode(Recipe, json.loads(path.read_bytes()))
    except (OSError, CodecError, ValueError) as reason:
        message = f"{path}: it is no recipe of a recording: {reason}"
        raise InputError("bad-cassette", message, "delete the folder and record it again") from None


def settle(folder: Path, recipe: Recipe) -> None:
    """Hold that a folder's answers are asked for in this way, from now on at least.

    Raises:
        UsageError: those that are there were asked for in another way.
    """
    if recipe_of(folder) == recipe:
        return
    if any(folder.glob("*/*.json")):
        given = ", ".join(f"{k}={v}" for k, v in asdict(recipe_of(folder)).items())
        message = f"{folder} holds answers that were asked for otherwise ({given})"
        hint = "use the same options, another --model name, or delete the folder"
        raise UsageError("other-recipe", message, hint)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / FILE, json.dumps(encode(recipe)) + "\n")
