"""Colours, sizes and spacing: one home for all of them, and the style sheet made from them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

FONT = "Be Vietnam Pro"
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
SHEET = FONTS.parent / "themes" / "window.qss"
SPACE = (4, 8, 12, 16, 20)
RADIUS, RADIUS_CARD = 8, 12
SMALL, LABEL, BODY, STRONG, HEADING, TITLE = 11, 12.5, 13, 14, 18, 20
"""Type sizes in pixels."""


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as #RRGGBB; each basis group has a colour on a ground."""

    name: str
    paper: str
    card: str
    ink: str
    muted: str
    line: str
    accent: str
    accent_ground: str
    on_accent: str
    g: str
    g_ground: str
    h: str
    h_ground: str
    t: str
    t_ground: str
    late: str
    late_ground: str
    doing: str
    done: str
    draft: str

    def group(self, code: str) -> str:
        """Return the colour of the basis group G, H or T."""
        return {"G": self.g, "H": self.h, "T": self.t}[code]

    def group_ground(self, code: str) -> str:
        """Return the ground on which the colour of the basis group G, H or T stands."""
        return {"G": self.g_ground, "H": self.h_ground, "T": self.t_ground}[code]


LIGHT = Theme(
    name="light",
    paper="#F7F6F2",
    card="#FFFFFF",
    ink="#1B2430",
    muted="#66707C",
    line="#E3E0D8",
    accent="#0F5C6E",
    accent_ground="#E5F0F2",
    on_accent="#FFFFFF",
    g="#B4531A",
    g_ground="#FBEFE6",
    h="#1B7A5A",
    h_ground="#E6F4EE",
    t="#6B3FA0",
    t_ground="#F0EAF8",
    late="#B3261E",
    late_ground="#FBE9E7",
    doing="#8A6100",
    done="#1B7A5A",
    draft="#66707C",
)
DARK = Theme(
    name="dark",
    paper="#14191F",
    card="#1C232B",
    ink="#E8EBEE",
    muted="#A3ADB8",
    line="#313A44",
    accent="#5FBBCF",
    accent_ground="#17363E",
    on_accent="#0B1A1E",
    g="#EE9A63",
    g_ground="#3A2619",
    h="#5CC79E",
    h_ground="#17352A",
    t="#BC9BE8",
    t_ground="#2E2342",
    late="#F28B82",
    late_ground="#43211F",
    doing="#E5B94A",
    done="#5CC79E",
    draft="#A3ADB8",
)
CONTRAST = Theme(
    name="contrast",
    paper="#FFFFFF",
    card="#FFFFFF",
    ink="#000000",
    muted="#2B2B2B",
    line="#000000",
    accent="#003B49",
    accent_ground="#D6EEF3",
    on_accent="#FFFFFF",
    g="#7A3000",
    g_ground="#FFF1E6",
    h="#00523A",
    h_ground="#E3F6EE",
    t="#45187A",
    t_ground="#F1E8FC",
    late="#8C0000",
    late_ground="#FFE5E3",
    doing="#5C3F00",
    done="#00523A",
    draft="#2B2B2B",
)


@dataclass(frozen=True)
class RoomTheme:
    """The colours of the picture that a room sees, as #RRGGBB: every ink is 7:1 or more on the grounds it stands on.

    `heat` are pairs of ground and ink, from no measure to many.
    """

    name: str
    ground: str
    cell: str
    empty: str
    chosen: str
    ink: str
    muted: str
    late: str
    mark: str
    edge: str
    chosen_ink: str
    chosen_muted: str
    chosen_late: str
    heat: tuple[tuple[str, str], ...]


ROOM_DARK = RoomTheme(
    name="dark",
    ground="#0E1821",
    cell="#22334A",
    empty="#16222E",
    chosen="#FFE8A3",
    ink="#FFFFFF",
    muted="#C3CCD5",
    late="#FFB4AB",
    mark="#FFE08A",
    edge="#FFD166",
    chosen_ink="#1B2430",
    chosen_muted="#3A4450",
    chosen_late="#8C1D18",
    heat=(
        ("#16222E", "#C3CCD5"),
        ("#1D3A4B", "#FFFFFF"),
        ("#21505F", "#FFFFFF"),
        ("#275E6E", "#FFFFFF"),
        ("#9FD3DF", "#0E1821"),
        ("#CDEBF1", "#0E1821"),
    ),
)
ROOM_LIGHT = RoomTheme(
    name="light",
    ground="#FFFFFF",
    cell="#E4EDF3",
    empty="#F3F5F7",
    chosen="#FFE08A",
    ink="#111A24",
    muted="#3F4A55",
    late="#8C1D18",
    mark="#5F4100",
    edge="#C98A00",
    chosen_ink="#111A24",
    chosen_muted="#333D47",
    chosen_late="#7D1A15",
    heat=(
        ("#F3F5F7", "#3F4A55"),
        ("#DCEBEF", "#111A24"),
        ("#B9DAE2", "#111A24"),
        ("#8FC4D0", "#111A24"),
        ("#1C5362", "#FFFFFF"),
        ("#123F4B", "#FFFFFF"),
    ),
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST)}
SYSTEM = "system"
STYLE = "fusion"


class Themes(QObject):
    """The theme in use; `changed` follows a switch, also one of the desktop's when the theme follows the desktop."""

    changed = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name if name in THEMES else SYSTEM
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_desktop_changed)

    @property
    def name(self) -> str:
        """Return the name that was chosen: light, dark, contrast or system."""
        return self._name

    @property
    def current(self) -> Theme:
        """Return the colours in use."""
        if self._name != SYSTEM:
            return THEMES[self._name]
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if is_dark else LIGHT

    def use(self, name: str) -> None:
        """Switch to a theme."""
        self._name = name
        self.changed.emit()

    def _on_desktop_changed(self) -> None:
        if self._name == SYSTEM:
            self.changed.emit()


def load_fonts() -> None:
    """Make the bundled fonts known to Qt."""
    for file in sorted(FONTS.glob("BeVietnamPro-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def palette(theme: Theme) -> QPalette:
    """Return the colours for what the style sheet leaves to the style."""
    made = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, theme.paper),
        (QPalette.ColorRole.WindowText, theme.ink),
        (QPalette.ColorRole.Base, theme.card),
        (QPalette.ColorRole.AlternateBase, theme.paper),
        (QPalette.ColorRole.Text, theme.ink),
        (QPalette.ColorRole.PlaceholderText, theme.muted),
        (QPalette.ColorRole.Button, theme.card),
        (QPalette.ColorRole.ButtonText, theme.ink),
        (QPalette.ColorRole.Highlight, theme.accent),
        (QPalette.ColorRole.HighlightedText, theme.on_accent),
        (QPalette.ColorRole.ToolTipBase, theme.card),
        (QPalette.ColorRole.ToolTipText, theme.ink),
        (QPalette.ColorRole.Link, theme.accent),
    ):
        made.setColor(role, QColor(colour))
    return made


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the window; widgets choose their look by the properties `role` and `kind`."""
    sizes = {
        "font": FONT,
        "radius": RADIUS,
        "radius_card": RADIUS_CARD,
        "small": SMALL,
        "label": LABEL,
        "body": BODY,
        "strong": STRONG,
        "heading": HEADING,
        "title": TITLE,
    }
    return Template(SHEET.read_text(encoding="utf-8")).substitute(asdict(theme), **sizes)


def prepare() -> None:
    """Give the application the bundled fonts and a style that the style sheet can rely on, once."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if application.style().objectName() != STYLE:
        application.setStyle(STYLE)
    if FONT not in QFontDatabase.families():
        load_fonts()
