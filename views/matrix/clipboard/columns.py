"""What the columns of a pasted table mean: their heads in Vietnamese or English, as plans and letters write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from models.messages import LANGUAGES, say
from models.text import fold
from views.matrix.clipboard.grid import Grid

CODES = ("initiative", "cell", "kfa", "kf")
FIELDS = (
    *("text", "lead", "person", "support", "responsibility", "start", "due", "product", "authority", "indicator"),
    *("stakeholders", "funding", "cost", "status", "progress", "origin", "cites"),
)
NOTHING = ""
_KNOWN: Mapping[str, str] = {
    "initiative": "soi; sáng kiến; mã sáng kiến; initiative",
    "cell": "ô; ô ma trận; mã ô; cell; matrix cell",
    "kfa": "kfa; nhóm chính sách; nhóm định hướng; định hướng; policy direction; policy area; direction",
    "kf": "kf; nhân tố; nhân tố chủ chốt; key factor; factor",
    "text": "nhiệm vụ; nội dung; nội dung nhiệm vụ; tên nhiệm vụ; công việc; việc; nhiệm vụ, giải pháp; giải pháp; "
    "measure; task; text; action; activity; content; description",
    "lead": "chủ trì; cơ quan chủ trì; đơn vị chủ trì; lead; lead body; lead agency; led by; responsible body",
    "person": "phụ trách; người phụ trách; lãnh đạo phụ trách; cá nhân phụ trách; người chịu trách nhiệm; person; "
    "named person; person in charge; responsible person",
    "support": "phối hợp; cơ quan phối hợp; đơn vị phối hợp; support; supporting bodies; supported by; with",
    "responsibility": "trách nhiệm; responsibility; responsibilities",
    "start": "bắt đầu; ngày bắt đầu; từ ngày; khởi đầu; start; start date; from; begin",
    "due": "thời hạn; hạn; hạn hoàn thành; thời hạn hoàn thành; thời gian; thời gian hoàn thành; ngày hoàn thành; "
    "đến ngày; due; due date; deadline; finish; end; until",
    "product": "sản phẩm; kết quả; đầu ra; product; output; deliverable; result",
    "authority": "thẩm quyền; cấp thẩm quyền; cấp trình; cấp phê duyệt; authority; approved by; approval",
    "indicator": "chỉ tiêu; chỉ số; indicator; target; kpi",
    "stakeholders": "phục vụ; đối tượng; đối tượng phục vụ; bên liên quan; stakeholders; serves; beneficiaries",
    "funding": "nguồn kinh phí; nguồn vốn; nguồn lực; funding; funding source; source of funding",
    "cost": "kinh phí (triệu đồng); kinh phí (trđ); chi phí; dự toán; cost; cost (million vnd); budget",
    "status": "trạng thái; tình trạng; tình hình; status; state",
    "progress": "tiến độ; tiến độ (%); tỷ lệ; % hoàn thành; tỷ lệ hoàn thành; progress; progress (%); % done; "
    "% complete",
    "origin": "bắt nguồn từ; từ câu; nguồn gốc; origin; from; questions",
    "cites": "căn cứ; điều khoản; căn cứ pháp lý; cites; clauses; legal basis; basis",
    NOTHING: "stt; tt; số tt; số thứ tự; no; no.; #; ghi chú; note; notes",
}
_MONEY = ("kinh phi", "von")
_NUMBER = re.compile(r"[\d.,\s]*")


def recognised(grid: Grid) -> tuple[str, ...] | None:
    """Return the field that each column of a table is headed for, None when its first row is no head."""
    heads = [_names().get(_folded(head)) for head in grid.rows[0]]
    money = [number for number, head in enumerate(grid.rows[0]) if heads[number] is None and _folded(head) in _MONEY]
    for number in money:
        is_cost = all(_NUMBER.fullmatch(row[number]) for row in grid.rows[1:])
        heads[number] = "cost" if is_cost else "funding"
    found = [head for head in heads if head]
    if "text" not in found and len(found) < 2:
        return None
    if "text" not in found and len(found) * 2 <= grid.width:
        return None
    return tuple(head if head and heads.index(head) == number else NOTHING for number, head in enumerate(heads))


def guessed(grid: Grid) -> tuple[str, ...]:
    """Return fields for the columns of a table without a head: cells where there are codes, the longest for texts."""
    lengths = [sum(len(row[number]) for row in grid.rows) for number in range(grid.width)]
    codes = [all(_is_cell(row[number]) for row in grid.rows) for number in range(grid.width)]
    texts = [number for number in range(grid.width) if not codes[number]]
    text = max(texts, key=lengths.__getitem__, default=0)
    return tuple("text" if number == text else "cell" if is_code else NOTHING for number, is_code in enumerate(codes))


def name(field: str, language: str) -> str:
    """Return how a column of a field is headed."""
    return say(f"matrix.column.{field}" if field in CODES else f"matrix.field.{field}", language)


def _is_cell(text: str) -> bool:
    return re.fullmatch(r"(soi[\s\d.-]*)?kfa\s*\d.*kf\s*\d", text.strip(), re.IGNORECASE) is not None


def _folded(head: str) -> str:
    return " ".join(fold(head).replace(":", " ").replace("*", " ").split())


@cache
def _names() -> Mapping[str, str]:
    """Return the field of every name of a column, folded."""
    named = {_folded(name): field for field, names in _KNOWN.items() for name in names.split(";")}
    shown: Sequence[str] = (*CODES, *FIELDS)
    return named | {_folded(name(field, language)): field for language in LANGUAGES for field in shown}
