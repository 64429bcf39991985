"""Setting texts into a room, without pixels: nothing is lost, nothing is too small, what is left out is marked."""

from hypothesis import given
from hypothesis import strategies as st

from views.projection.laying.flowing import (
    ELLIPSIS,
    START,
    Paragraph,
    Portion,
    Room,
    filled,
    fitted,
    holding,
    on_page,
)
from views.projection.laying.setting import flat


class EvenRuler:
    """Every letter is half as wide as it is high."""

    def width(self, text: str, weight: int) -> float:
        return 0.5 * len(text) * (1.05 if weight > 500 else 1.0)


RULER = EvenRuler()
WORDS = st.lists(st.text("abcđêửạ-", min_size=1, max_size=30), min_size=1, max_size=30).map(" ".join)
ENTRIES = st.lists(WORDS, min_size=1, max_size=8)
ROOMS = st.builds(Room, width=st.floats(60, 900), height=st.floats(31, 400), least=st.just(24.0))


def paragraphs(texts: list[str]) -> list[Paragraph]:
    return [Paragraph(flat(text), number, sign="draft") for number, text in enumerate(texts)]


def portions(of: list[Paragraph], room: Room, size: float) -> list[Portion]:
    found = [filled(of, room, size, RULER, START)]
    while (after := found[-1].after) is not None:
        found.append(filled(of, room, size, RULER, after))
    return found


@given(ENTRIES, ROOMS, st.floats(24, 60))
def test_every_letter_of_every_entry_is_on_some_page(texts: list[str], room: Room, size: float) -> None:
    given_texts = paragraphs(texts)
    shown: dict[int, str] = {}
    for portion in portions(given_texts, room, size):
        for line in portion.lines:
            number = line.begin.paragraph
            shown[number] = shown.get(number, "") + given_texts[number].text[line.begin.offset : line.end]
    assert [shown[number].replace(" ", "") for number in range(len(texts))] == [text.replace(" ", "") for text in texts]


@given(ENTRIES, ROOMS, st.floats(24, 60))
def test_nothing_stands_outside_the_room(texts: list[str], room: Room, size: float) -> None:
    for portion in portions(paragraphs(texts), room, size):
        for line in portion.lines:
            assert line.size >= room.least
            is_one_letter = len(line.text.strip(f"{ELLIPSIS} ")) <= 1
            assert line.x + line.width <= room.width + 0.01 or is_one_letter
            assert line.y + room.leading * line.size <= room.height + 0.01 or line is portion.lines[0]


@given(ENTRIES, ROOMS, st.floats(24, 60))
def test_what_is_left_out_is_marked_and_counted(texts: list[str], room: Room, size: float) -> None:
    for portion in portions(paragraphs(texts), room, size):
        last = portion.lines[-1]
        if portion.after is None:
            assert not portion.mark
            continue
        begun = last.paragraph.entry
        left = len(texts) - 1 - begun
        assert portion.mark.startswith(f"+{left}") if left else (portion.mark or last.text.endswith(ELLIPSIS))


def test_a_text_that_is_cut_ends_with_an_ellipsis_and_goes_on_with_one() -> None:
    first, second = portions([Paragraph("một hai ba bốn năm sáu bảy tám")], Room(150, 31, 24.0), 24.0)[:2]
    assert first.lines[-1].text.endswith(ELLIPSIS)
    assert second.lines[0].text.startswith(f"{ELLIPSIS} ")


def test_all_of_it_is_shown_as_large_as_it_fits() -> None:
    given_texts = paragraphs(["Trung tâm dữ liệu quốc gia"])
    roomy, tight = Room(400, 120, 24.0), Room(240, 62, 24.0)
    sizes = (36.0, 30.0, 24.0)
    assert fitted(given_texts, roomy, sizes, RULER).size == 36.0
    assert fitted(given_texts, tight, sizes, RULER).size == 24.0
    assert fitted(given_texts, tight, sizes, RULER).after is None


def test_a_page_past_the_last_one_is_the_last_one() -> None:
    given_texts, room = paragraphs(["một hai ba"] * 7), Room(120, 62, 24.0)
    every = portions(given_texts, room, 24.0)
    assert on_page(given_texts, room, every[0], 99, RULER) == every[-1]
    assert on_page(given_texts, room, every[0], 1, RULER) == every[1]


def test_the_entry_that_is_chosen_is_brought_into_sight() -> None:
    given_texts, room = paragraphs([f"ý kiến số {number}" for number in range(20)]), Room(300, 62, 24.0)
    first = filled(given_texts, room, 24.0, RULER)
    found = holding(given_texts, room, first, 13, RULER)
    assert 13 in {line.paragraph.entry for line in found.lines}
