"""A workshop of ninety minutes, compressed in time: forty proposals, a silent round, twenty decisions, and undo."""

from __future__ import annotations

from models.editing import answers, measures
from models.editing import workshops as editing
from models.editing.measures import MeasureFields
from models.editing.workshops import AgendaEntry
from models.plan import Attendee
from models.reading import initiatives, workshops
from models.store.plan import Plan
from tests.models.desk import FakeClock

PROPOSALS, DECISIONS, SILENT = 40, 20, 10
THERE = (
    Attendee("Nguyễn Văn Bình", "Bộ Khoa học và Công nghệ"),
    Attendee("Trần Thị Mai", "Bộ Tài chính"),
    Attendee("Phạm Quốc Dũng", "Ngân hàng Nhà nước Việt Nam"),
)
_IDEAS = ("Lập sàn giao dịch dữ liệu", "Ban hành chuẩn kết nối", "Đào tạo 500 kỹ sư", "Thí điểm tại ba tỉnh")


def hold(plan: Plan, clock: FakeClock) -> str:
    """Hold the workshop on a plan with the twelve initiatives; return its id."""
    owner = plan.read(initiatives.find, "SOI5")
    other = plan.read(initiatives.find, "SOI7")
    cells = [(owner, kfa, kf) for kfa in (1, 2, 3) for kf in (1, 2, 3)] + [(other, 8, 4)]
    meeting = str(plan.edit("workshop.open", editing.open_workshop, "Họp rà soát quý IV", THERE[0].name, THERE).result)
    entries = [AgendaEntry(*cell, 9, f"Ghi chú riêng {place}") for place, cell in enumerate(cells)]
    plan.edit("workshop.agenda", editing.set_agenda, meeting, entries)
    for number in range(PROPOSALS):
        cell = cells[number // 4]
        clock.let_pass(100)
        text = f"{_IDEAS[number % 4]} ({number + 1})"
        is_silent = number >= PROPOSALS - SILENT
        who = f"1-{number:03}" if is_silent else THERE[number % 3].name
        plan.edit("workshop.propose", editing.propose, meeting, *cell, text, who, is_silent=is_silent)
    plan.edit("workshop.reveal", editing.reveal, meeting)
    # Locked: time passes, and nothing is written.
    clock.let_pass(600)
    _judge(plan, clock, meeting)
    for number in range(DECISIONS):
        clock.let_pass(30)
        text, why = (
            f"Giao cơ quan chủ trì thực hiện nội dung {number + 1}",
            f"Các bộ thống nhất tại phiên, ý {number + 1}",
        )
        plan.edit("workshop.decide", editing.decide, meeting, *cells[number // 2], text, why)
    plan.edit("answer.write", answers.write, owner, "S3", "Hướng đã sửa tại phiên", why="Theo kết luận")
    plan.edit("workshop.close", editing.close_workshop, meeting)
    return meeting


def _judge(plan: Plan, clock: FakeClock, meeting: str) -> None:
    """Vote on the proposals, accept, park and reject them, take some of that back, and work on what came of it."""
    made = []
    for number, one in enumerate(plan.read(workshops.proposals, meeting)):
        clock.let_pass(20)
        plan.edit("workshop.vote", editing.vote, one.id, number % 7)
        match number % 4:
            case 0:
                fields = MeasureFields(lead="BTC", cites=["NQ52.III.3.1"], stakeholders=[f"Nhóm {number % 3}"])
                made.append(plan.edit("workshop.accept", editing.accept, one.id, fields, "Đúng thẩm quyền").result)
            case 1:
                plan.edit("workshop.park", editing.park, one.id, "Chờ ý kiến Bộ Giáo dục và Đào tạo")
            case 2:
                plan.edit("workshop.accept", editing.accept, one.id)
                plan.undo()
                plan.edit("workshop.reject", editing.reject, one.id, "Chưa có nguồn")
                plan.undo()
                plan.redo()
    first, second, third = (str(one) for one in made[:3])
    plan.edit("measure.change", measures.change, first, MeasureFields(text="Lập sàn dữ liệu quốc gia"), why="Rõ hơn")
    plan.edit("measure.remove", measures.remove, second, why="Trùng")
    plan.undo()
    plan.edit("measure.remove", measures.remove, second, why="Trùng")
    plan.edit("measure.move", measures.move, third, plan.read(initiatives.find, "SOI7"), 8, 4, 0)
    plan.edit("measure.confirm", measures.confirm, first)
