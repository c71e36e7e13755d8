"""Every line of a page gets the kind that a careful editor would give it."""

from __future__ import annotations

import textwrap

import pytest

from summarizer.read.page.clean import clean
from summarizer.read.raw import Given, Raw
from summarizer.read.segment import segment

LEAD = (
    "The bridge in Arden was closed on Friday after engineers found cracks in both of its towers."
)
SECOND = (
    "Nobody was hurt, said the mayor, who asked drivers to use the ferry for the next two weeks."
)


def kinds(text: str) -> list[tuple[str, str]]:
    """Kind and text of each region."""
    raw = Raw(text=text, path=None, sha256="", given=Given())
    return [(r.kind, text[r.start : r.end]) for r in clean(raw)]


def of(text: str, kind: str) -> list[str]:
    """The texts of the regions of a kind."""
    return [line for found, line in kinds(text) if found == kind]


def page(*lines: str) -> str:
    """Lines with an empty line between them."""
    return "\n\n".join(lines)


def test_the_top_of_a_page() -> None:
    text = page(
        "Home » Region » Bridge in Arden Closed",
        "Bridge in Arden Closed",
        "Region",
        "Engineers Find Cracks in Both Towers",
        "Mara Ilves, Harbour News",
        "Friday, 17/03/2023 13:30",
        "Photo: Workers at the bridge. (AP/Jon Brook)",
        "Arden, Harbour News – " + LEAD,
        SECOND,
    )
    assert [kind for kind, _ in kinds(text)] == [
        "boilerplate",
        "headline",
        "boilerplate",
        "subhead",
        "byline",
        "dateline",
        "caption",
        "dateline",
        "body",
        "body",
    ]
    assert of(text, "body") == [LEAD, SECOND]
    assert of(text, "headline") == ["Bridge in Arden Closed"]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["Read also: Ferry runs every ten minutes"], "related"),
        (["You may also like", "Ferry Runs Every Ten Minutes", "A Town and Its River"], "related"),
        (
            ["Recent Posts", "Ferry Runs", "The ferry of the town runs every…", "1 day ago"],
            "related",
        ),
        (
            ["Ferry Runs Every Day", "The ferry of the town now runs every ten…", "2 days ago"],
            "related",
        ),
        (["Leave a Reply", "Your email address will not be published."], "comment"),
        (
            ["3 thoughts on “Bridge closed”", "Jon says:", "I have said so all the time, " * 4],
            "comment",
        ),
        (["This website uses cookies to improve your experience."], "boilerplate"),
        (["This site uses Akismet to reduce spam."], "boilerplate"),
        (["Please support us by disabling your adblocker."], "boilerplate"),
        (["Download our free App.", "App Store Download", "Google Play Download"], "boilerplate"),
        (["#bridge #arden #ferry", "2023-03-17 06:30:00"], "boilerplate"),
        (["Source: https://harbour.example/bridge"], "boilerplate"),
        (["Copyright 2023 Harbour News. All rights reserved."], "boilerplate"),
        (["Sign up for our newsletter"], "boilerplate"),
        (["Advertisement", "Story continues below"], "boilerplate"),
        (["Watch the video below:"], "boilerplate"),
        (["Share Tweet 936 Email", "___"], "boilerplate"),
        (["(mil/job)", "Jon Brook contributed to this report."], "byline"),
        (["Image caption The bridge after the flood"], "caption"),
    ],
)
def test_what_stands_behind_the_text(lines: list[str], kind: str) -> None:
    assert kinds(page(LEAD, SECOND, *lines))[2:] == [(kind, line.strip()) for line in lines]


@pytest.mark.parametrize(
    "line",
    [
        "Nobody was hurt.",
        "THE BRIDGE WILL BE CLOSED FOR TWO WEEKS, THE MAYOR OF THE TOWN SAID ON FRIDAY NIGHT.",
        "The company said it would change its privacy policy after the talks with the council.",
        "The court was told that copyright had been given to the city by the heirs.",
        "“We use cookies to bake a house,” said the baker.",
        "The ministry said:",
        "1. Sign the form.",
        "The comments of the mayor were read aloud in the council on the day after the flood.",
        "Related to the closure, a bus company said that it had lost half of its passengers.",
        "Photos show that the cracks are as long as a hand, the engineers said on Friday.",
        "Published research had warned of the cracks for years, an engineer told the council.",
    ],
)
def test_short_and_odd_paragraphs_stay_body(line: str) -> None:
    for text in (page(LEAD, line, SECOND), page(LEAD, SECOND, line)):
        assert line in of(text, "body")


def test_lists_stay_body() -> None:
    items = ["Main Street, Arden", "Mill Road, Arden", "River Lane, Arden"]
    assert of(page(LEAD, *items, SECOND), "body") == [LEAD, *items, SECOND]


def test_subheads_stand_between_paragraphs() -> None:
    text = page(LEAD, "Ferry until May", SECOND, "What happens next?", LEAD)
    assert of(text, "subhead") == ["Ferry until May", "What happens next?"]


def test_text_goes_on_behind_a_heading_in_its_middle() -> None:
    text = page(LEAD, "Related:", "Ferry Runs Every Ten Minutes", SECOND, LEAD, SECOND)
    assert of(text, "body") == [LEAD, SECOND, LEAD, SECOND]
    text = page(LEAD, "Comments", SECOND, LEAD, SECOND)
    assert of(text, "body") == [LEAD, SECOND, LEAD, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        "Dog bites man.",
        "A line without an end",
        "one\ntwo\nthree",
        LEAD,
        "“We have closed it,” the mayor said on Friday of the bridge in the north.\n\n" + SECOND,
    ],
)
def test_texts_without_a_title(text: str) -> None:
    assert of(text, "headline") == []
    assert of(text, "body")


@pytest.mark.parametrize(
    "title",
    [
        "Bridge in Arden closed",
        "Is the bridge in Arden safe?",
        "# Bridge in Arden closed",
        "Mayor closes bridge after engineers find cracks in towers.",
        "Breaking: The Bridge in Arden Has Just Been Closed by the Mayor.",
    ],
)
def test_titles(title: str) -> None:
    assert of(page(title, LEAD, SECOND), "headline") == [title]


def test_text_behind_a_caption_in_one_line() -> None:
    caption = "The bridge of Arden. (Mara Ilves/Reuters)"
    assert kinds(f"{LEAD}\n{caption} {SECOND}")[1:] == [("caption", caption), ("body", SECOND)]


def test_conversations_have_no_datelines() -> None:
    text = page("Ilves: " + LEAD, "Brook: " + SECOND, "Ilves: " + LEAD)
    assert of(text, "dateline") == []


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    lines = [
        "The bridge in Arden was closed on Friday after engineers found",
        "cracks in both of its towers. Nobody was hurt, said the mayor, who",
        "asked drivers to use the ferry for the next two weeks.",
        "",
        "The city will now look for the money that it takes",
        "to mend both of the towers before the winter comes",
        "with its storms and floods. The last flood had reached",
        "the road and the houses by the river, in which about",
        "a hundred people live.",
    ]
    text = "Bridge in Arden closed\n\n" + "\n".join(lines)
    regions = clean(Raw(text=text, path=None, sha256="", given=Given()))
    assert [region.kind for region in regions] == ["headline", "body", "body"]
    found = [text[s.start : s.end] for s in segment("s1", text, regions)]
    assert len(found) == 4
    assert found[0] == "\n".join(lines)[:92]


@pytest.mark.parametrize("width", [60, 72, 100, 115])
def test_a_few_wrapped_lines_show_it_too(width: int) -> None:
    wrapped = [textwrap.fill(each, width) for each in (f"{LEAD} {SECOND}", f"{SECOND} {LEAD}")]
    assert of(page("Bridge in Arden closed", *wrapped), "body") == wrapped


def test_short_paragraphs_are_not_joined() -> None:
    lines = ["Bridge in Arden closed", "", LEAD, SECOND, "Traffic stood still.", "the mayor said."]
    assert of("\n".join(lines), "body") == lines[2:]


def test_a_paragraph_about_the_author_is_none_of_the_story() -> None:
    about = "Mara Ilves writes about bridges and ferries."
    text = page("Bridge in Arden closed", "By Mara Ilves", LEAD, SECOND, LEAD, about)
    assert of(text, "boilerplate") == [about]
    assert about in of(page("Bridge in Arden closed", LEAD, SECOND, LEAD, about), "body")


def test_a_menu_is_no_text() -> None:
    assert of("Home\nSport\nLog in\nSubscribe\n", "body") == []


def test_a_gallery_of_captions_is_an_article() -> None:
    text = page(
        "Workers stand on the bridge of Arden on Friday. (AP/Jon Brook)",
        "A ferry takes drivers across the river on Friday. (AP/Jon Brook)",
    )
    assert [kind for kind, _ in kinds(text)] == ["body", "body"]


MENU = ["Home", "Region", "Sport", "Culture", "Weather", "Jobs", "Cars", "Puzzles", "Log in"]


def test_a_headline_below_a_long_menu() -> None:
    title = "Engineers find cracks in both towers of the bridge"
    text = page(*MENU, *MENU, title, "By Mara Ilves", LEAD, SECOND, "About us", *MENU)
    assert of(text, "headline") == [title]
    assert of(text, "byline") == ["By Mara Ilves"]
    assert of(text, "body") == [LEAD, SECOND]


def test_a_sentence_between_headline_and_byline_is_a_deck() -> None:
    deck = "Drivers must take the ferry until the end of May."
    text = page("Bridge in Arden closed", deck, "By Mara Ilves", LEAD, SECOND)
    assert of(text, "subhead") == [deck]
    assert of(text, "body") == [LEAD, SECOND]


def test_text_in_a_menu_stays_a_menu() -> None:
    assert of(page(*MENU, LEAD, SECOND), "body") == [LEAD, SECOND]
    long = " ".join(["News", "Local", "Politics", "Business", "Markets", "Real Estate"] * 6)
    assert long not in of(page(*MENU, long, LEAD, SECOND), "body")


def test_teasers_of_other_stories() -> None:
    dated = ["Ferry runs every day", "17 March 2023", "A town and its river", "16 March 2023"]
    assert of(page(LEAD, SECOND, *dated), "body") == [LEAD, SECOND]
    cut = ["The ferry of the town now…", "A town and its river in…", "The mayor of the town has…"]
    assert of(page(LEAD, SECOND, *cut), "related") == cut
    signed = [
        "A town and its river for ever",
        "Mara Ilves",
        "The river is as old as the hills.",
        "The mayor who never sleeps",
        "Jon Brook",
        "He has a bed in his office.",
        "Ferries of the north in winter",
        "Ada Brem",
        "Ice is what they fear.",
    ]
    assert of(page(LEAD, SECOND, LEAD, SECOND, *signed), "related") == signed


def test_the_page_goes_on_behind_the_comments() -> None:
    posts = ["Comments", "Jon", "2 days ago", "I have said so all the time.", "Reply"]
    tail = ["Categories", *MENU]
    kinds_of = {line: kind for kind, line in kinds(page(LEAD, SECOND, *posts, *tail))}
    assert [kinds_of[line] for line in posts] == ["comment"] * 5
    assert {kinds_of[line] for line in tail} == {"boilerplate"}


def test_comments_without_a_heading() -> None:
    posts = [
        "Jon on March 17, 2023 at 4:47 pm said:",
        "I have said so all the time.",
        "Ada on March 18, 2023 at 5:01 pm said:",
        "So have I, and nobody has listened to me or to anybody else in this town of ours.",
    ]
    assert of(page(LEAD, SECOND, *posts), "comment") == posts


def test_a_pull_quote_is_said_once() -> None:
    quote = "asked drivers to use the ferry for the next two weeks"
    text = page(LEAD, quote, SECOND)
    assert of(text, "body") == [LEAD, SECOND]
    asked = "What do you like about the river?"
    assert of(page(LEAD, asked, SECOND, asked, LEAD), "subhead") == [asked, asked]


def test_captions_of_a_gallery() -> None:
    shown = (
        "The mayor of Arden, left, looks at the bridge on Friday with two engineers of the city."
    )
    text = page(
        "Photo: Jon Brook", shown, "Image 1 of 3", shown, "Image 2 of 3", shown, "Image 3 of 3"
    )
    assert shown not in of(page("Bridge closed in Arden", text, LEAD, SECOND), "body")


def test_every_label_has_a_reason() -> None:
    text = page(*MENU, "Bridge in Arden closed", "By Mara Ilves", LEAD, SECOND, "Read also: Ferry")
    raw = Raw(text=text, path=None, sha256="", given=Given())
    assert {region.kind for region in clean(raw) if region.reason is None} == {"body"}


def test_lines_of_a_text_browser() -> None:
    words = (LEAD + " " + SECOND + " ") * 4
    lines, line = [], ""
    for word in words.split():
        if len(line) + 1 + len(word) > 60:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    text = "\n".join(["   * " + entry for entry in MENU] + ["", *lines, line])
    assert len(of(text, "body")) == 1
