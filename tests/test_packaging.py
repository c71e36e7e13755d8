"""What is built holds exactly what the checkout lists, whichever way it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOVED = {
    "prompts/": "summarizer/_data/prompts/",
    "eval/suites/": "summarizer/_data/eval/suites/",
    "eval/baselines/": "summarizer/_data/eval/baselines/",
    "eval/cassettes/": "summarizer/_data/eval/cassettes/",
    "eval/prompts/": "summarizer/_data/eval/prompts/",
}


def tracked() -> set[str]:
    """The files that git lists and that are there."""
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("needs git and a checkout")
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    return {name for name in listed if name and (ROOT / name).is_file()}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tracked files, so that nobody's loose files take part."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in tracked():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, folder / name)
    return folder


def build(folder: Path, target: str, out: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    (built,) = out.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "sdist", tmp_path_factory.mktemp("sdist"))


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel; what names the files and their hashes again is left out."""
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if not name.endswith("/RECORD")]
        return {name: archive.read(name) for name in names}


def in_wheel(name: str) -> str | None:
    """Where a tracked file stands in the wheel, None if it does not."""
    for prefix, target in MOVED.items():
        if name.startswith(prefix):
            return target + name.removeprefix(prefix)
    return name if name.startswith("summarizer/") else None


def test_a_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    expected = {place for name in tracked() if (place := in_wheel(name))}
    found = set(contents(wheel))
    information = {name for name in found if ".dist-info/" in name}
    assert found - information == expected
    assert {name.split("/", 1)[1] for name in information} == {
        "METADATA",
        "WHEEL",
        "entry_points.txt",
        "licenses/LICENSE",
    }


def test_its_data_are_the_files_of_the_top_level(wheel: Path) -> None:
    inside = contents(wheel)
    for name in tracked():
        place = in_wheel(name)
        if place and place.startswith("summarizer/_data/"):
            assert inside[place] == (ROOT / name).read_bytes()


def test_a_source_distribution_holds_the_checkout(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        found = {member.name.split("/", 1)[1] for member in archive if member.isfile()}
    assert found - {"PKG-INFO"} == tracked()


def test_a_wheel_by_way_of_the_source_distribution_is_the_same(
    wheel: Path, sdist: Path, tmp_path: Path
) -> None:
    with tarfile.open(sdist) as archive:
        for member in archive:
            if content := archive.extractfile(member):
                (tmp_path / member.name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / member.name).write_bytes(content.read())
    (folder,) = tmp_path.iterdir()
    assert contents(build(folder, "wheel", tmp_path / "out")) == contents(wheel)


@pytest.mark.parametrize("kind", ["prompts", "eval"])
def test_an_installed_package_finds_its_data(wheel: Path, tmp_path: Path, kind: str) -> None:
    shutil.unpack_archive(wheel, tmp_path, "zip")
    program = f"from summarizer.resources import data; print(data({kind!r}))"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == tmp_path / "summarizer" / "_data" / kind
