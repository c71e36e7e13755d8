"""read(): what is named becomes articles in order, or an error that names what is wrong."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

import pytest

from summarizer.errors import InputError, UsageError
from summarizer.read import read
from summarizer.read.files import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Bridge in Arden closed\n\nThe bridge in Arden was closed on Friday, the city's mayor said.\n"
)


def test_article_of_a_text_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT.encode())
    (article,) = read([file])
    assert (article.id, article.path, article.title) == ("s1", "a.txt", "Bridge in Arden closed")
    assert article.text == TEXT
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert [article.quote(s.start, s.end) for s in article.sentences] == [TEXT.split("\n")[2]]
    assert [s.id for s in article.sentences] == ["s1.1"]
    assert (article.language, article.outlet, article.published) == ("en", None, None)


def test_folders_are_read_by_name_and_paths_are_relative(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.md", "notes.xyz", ".hidden.txt"):
        (tmp_path / "in" / name).write_text(TEXT)
    (tmp_path / "z.txt").write_text(TEXT)
    articles = read([tmp_path / "z.txt", tmp_path / "in"])
    assert [(a.id, a.path) for a in articles] == [
        ("s1", "z.txt"),
        ("s2", "in/a.md"),
        ("s3", "in/b.txt"),
    ]


def test_output_does_not_depend_on_the_place_of_the_folder(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(TEXT)
    assert read([tmp_path / "one"]) == read([tmp_path / "two"])


def test_the_same_file_twice_is_two_sources(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    assert [a.id for a in read([file, file])] == ["s1", "s2"]


def test_standard_input() -> None:
    page = b"<!DOCTYPE html><html><body><article>" + b"<p>%s</p>" % TEXT.encode() * 9
    record = json.dumps({"text": TEXT, "outlet": "Harbour News"}).encode()
    kinds = [read(["-"], stdin=data)[0] for data in (TEXT.encode(), page, record)]
    assert [a.path for a in kinds] == ["-", "-", "-:1"]
    assert [a.outlet for a in kinds] == [None, None, "Harbour News"]
    assert "<p>" not in kinds[1].text


def test_no_newline_is_translated_and_a_mark_is_dropped(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbfOne line of text.\r\nAnother line of text.\rA third.\n")
    (article,) = read([file])
    assert article.text == "One line of text.\r\nAnother line of text.\rA third.\n"
    assert len(article.sentences) == 3


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "empty-input"),
        ("a.txt", b" \n ", "empty-input"),
        ("a.pdf", b"%PDF-1.7", "unknown-format"),
        ("a.docx", b"PK\x03\x04", "unknown-format"),
        ("a.txt", b"%PDF-1.7 ...", "not-text"),
        ("a.txt", b"PK\x03\x04rest", "not-text"),
        ("a.txt", b"abc\x00\x01\x02def" * 9, "not-text"),
        ("a.txt", b"Leave a Reply\n\nAdvertisement\n", "no-text"),
        ("a.html", b"<html><body></body></html>", "no-text"),
        ("a.json", b'{"title": "no text"}', "no-text"),
        ("a.json", b"[]", "no-text"),
        ("a.json", b"{", "broken-json"),
        ("a.jsonl", b'{"text": "One."}\n{"text": \n', "broken-json"),
        ("a.jsonl", b"[1]\n", "no-record"),
    ],
)
def test_unreadable_inputs_name_the_file(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read([file])
    assert (caught.value.code, caught.value.exit_status) == (code, 3)
    assert name in caught.value.message
    assert caught.value.hint


def test_a_broken_line_is_named_by_its_number(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "One."}\n\n{"text": 7,}\n')
    with pytest.raises(InputError, match=r"a\.jsonl, line 3"):
        read([file])


def test_missing_file_and_empty_folder(tmp_path: Path) -> None:
    for given, code in ((tmp_path / "no.txt", "no-such-file"), (tmp_path, "empty-folder")):
        with pytest.raises(InputError) as caught:
            read([given])
        assert caught.value.code == code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_folder(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    with pytest.raises(InputError) as caught:
        read([folder])
    assert caught.value.code == "unreadable"


def test_a_file_above_the_limit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "big.txt"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(InputError, match="larger than 25 MB"):
        read([file])


def test_wrong_usage() -> None:
    with pytest.raises(UsageError):
        read([])


def test_heavy_libraries_are_not_loaded_for_text(tmp_path: Path) -> None:
    import subprocess
    import sys

    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    code = (
        "import sys; from summarizer.read import read; read(sys.argv[1:]);"
        "print([m for m in ('trafilatura', 'lxml', 'charset_normalizer') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_page_without_an_article_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("Leave a Reply\n\nAdvertisement\n", encoding="utf-8")
    (tmp_path / "2.txt").write_text("Bridge closed\n\nThe bridge was closed on Friday.\n")
    found = read([tmp_path])
    assert [len(article.sentences) for article in found] == [0, 1]
