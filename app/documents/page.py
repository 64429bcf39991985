"""The page and the type of documents, in points, as Decree 30/2020/NĐ-CP, Appendix I, orders them."""

from __future__ import annotations

MM = 72 / 25.4

# Appendix I, part I, section I, item 1: paper A4, 210 × 297 mm.
WIDTH = 210 * MM
HEIGHT = 297 * MM

# Item 3: margins top 20–25 mm, bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
TOP = 20 * MM
BOTTOM = 20 * MM
LEFT = 30 * MM
RIGHT = 15 * MM

TEXT_WIDTH = WIDTH - LEFT - RIGHT
TEXT_HEIGHT = HEIGHT - TOP - BOTTOM

# Item 7: pages are numbered in Arabic numerals of 13–14 pt, centred in the top margin, the first page not.
NUMBER_SIZE = 13.0
NUMBER_BASELINE = 12 * MM

# Item 4: Times New Roman, black; Tinos has its metrics. Section II, item 5: the kind in bold capitals of 13–14 pt and
# the abstract bold beneath it; item 6: the body in 13–14 pt, justified, first line indented 1 or 1.27 cm, at least
# 6 pt between paragraphs, line spacing from single to 1.5.
# Section II, items 1–4: state title 12–13 pt and motto 13–14 pt with a rule as long as itself, issuing body 12–13 pt
# with a rule of ⅓–½ its length, place and date 13–14 pt; item 7: offices and names of those who sign 13–14 pt.
HEAD_SIZE = 12.0
LINE_SIZE = 13.0
RULE_GAP = 2.0
TITLE_SIZE = 14.0
SUBTITLE_SIZE = 14.0
HEADING_SIZE = 13.0
BODY_SIZE = 13.0
BODY_INDENT = 10 * MM
PARAGRAPH_GAP = 6.0

# The decree leaves the type of tables and notes open; these keep an initiative to few pages and are easily read.
NOTE_SIZE = 12.0
TABLE_SIZE = 10.5
CAPTION_SIZE = 10.0

LEADING = 1.2
"""Distance of baselines by type size: single spacing."""
