"""What is the article on a page, and what is the page: every line gets a label.

`clean` is the way in. A line (lines) is first judged by itself (kinds: cues, shapes, bylines,
datelines, pictures), then by what stands around it (sections, core, headline, heading, repeats).
"""

from summarizer.read.page.clean import clean

__all__ = ["clean"]
