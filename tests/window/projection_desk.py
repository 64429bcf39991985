"""A desk for tests of the projection: keys in the room's window or the console, and what the room then sees."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from models.editing import measures
from models.editing.measures import MeasureFields
from models.plan import Measure
from models.plan.workshop import Proposal
from models.reading import initiatives, workshops
from models.reading import measures as reading
from views.main_window import MainWindow
from views.projection.audience import AudienceWindow
from views.projection.console.window import Console
from views.projection.laying.scene import Scene
from views.projection.painting.painter import paint_scene
from views.theme import RoomTheme

K = Qt.Key
LONG = (
    "Rà soát, sửa đổi và ban hành đồng bộ cơ chế tài chính, đầu tư, đấu thầu cho hạ tầng số dùng chung ở vùng sâu, "
    "vùng xa, biên giới, hải đảo, bảo đảm mỗi xã có điểm kết nối ổn định trước khi cắt sóng cũ, lần {number}"
)


class ProjectionDesk:
    """The window with SOI5 projected from KFA7.KF4 on."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.context = window.context
        window.go("matrix", "SOI5.KFA7.KF4")
        QApplication.processEvents()

    def project(self) -> None:
        """Press F5 in the window."""
        QTest.keyClick(self.window, K.Key_F5)
        QApplication.processEvents()

    def run(self) -> Console:
        """Press Shift+F5 in the window: the console alone."""
        QTest.keyClick(self.window, K.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        QApplication.processEvents()
        return self.console

    @property
    def audience(self) -> AudienceWindow:
        """Return the window that the room sees."""
        found = self.window.projection.audience
        assert found is not None
        return found

    @property
    def console(self) -> Console:
        """Return the presenter's console."""
        found = self.window.projection.console
        assert found is not None
        return found

    @property
    def scene(self) -> Scene:
        """Return the picture that the room sees."""
        return self.audience.view.scene

    def seen(self) -> str:
        """Return all words that the room sees, one line after another."""
        return "\n".join(text.text for text in self.scene.texts)

    def words(self) -> str:
        """Return all words that the room sees as one run."""
        return " ".join(text.text for text in self.scene.texts)

    def key(self, *keys: Qt.Key, widget: QWidget | None = None) -> None:
        """Press keys in the room's window, or elsewhere."""
        for key in keys:
            QTest.keyClick(widget or self.audience, key)
            QApplication.processEvents()

    def note(self, text: str, second: str = "", *, key: Qt.Key = K.Key_N, where: QWidget | None = None) -> None:
        """Note a proposal (or, by D, a decision) as a person does."""
        line = self.audience.capture if where is None else self.console.capture
        self.key(key, widget=where)
        line.text.setText(text)
        line.second.setText(second)
        self.key(K.Key_Return, widget=line.text)

    def initiative(self, code: str = "SOI5") -> str:
        """Return the id of an initiative."""
        return self.context.workbench.read(initiatives.find, code)

    def measures(self, cell: tuple[int, int], code: str = "SOI5") -> list[Measure]:
        """Return the measures that the plan holds in a cell."""
        found = self.context.workbench.read(reading.by_initiative, [self.initiative(code)])
        return [one for one in found.get(self.initiative(code), ()) if (one.kfa, one.kf) == cell]

    def ideas(self) -> tuple[Proposal, ...]:
        """Return the proposals of the workshop that is open."""
        held = self.context.workbench.read(workshops.current)
        return self.context.workbench.read(workshops.proposals, held.id) if held is not None else ()

    def crowd(self, code: str = "SOI5", count: int = 40) -> None:
        """Put so many long measures into every cell."""
        initiative = self.initiative(code)

        def fill(transaction: object) -> None:
            for kfa in range(1, 9):
                for kf in range(1, 5):
                    given = [MeasureFields(text=LONG.format(number=number)) for number in range(1, count + 1)]
                    measures.add_many(transaction, initiative, kfa, kf, given)  # type: ignore[arg-type]

        self.context.workbench.edit("measure.add", fill)
        QApplication.processEvents()


def painted(scene: Scene, theme: RoomTheme) -> QImage:
    """Return a picture as pixels."""
    image = QImage(int(scene.width), int(scene.height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_scene(painter, scene, theme)
    painter.end()
    return image


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
