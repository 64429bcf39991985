"""Colours, sizes and spacing: one home for all of them, and the style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

FONT = "Be Vietnam Pro"
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
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
    return f"""
QWidget {{ font-family: "{FONT}"; font-size: {BODY}px; color: {theme.ink}; }}
QMainWindow, QDialog, QWidget[kind="paper"] {{ background: {theme.paper}; }}
QFrame[kind="card"] {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: {RADIUS_CARD}px; }}
QFrame[kind="card"][active="true"] {{ border: 2px solid {theme.accent}; }}
QFrame[kind="card"][press="true"]:hover {{ border-color: {theme.accent}; }}
QFrame[kind="sunken"] {{ background: {theme.paper}; border: none; border-radius: {RADIUS}px; }}
QFrame[kind="notice"] {{ background: {theme.accent_ground}; border: none; border-radius: {RADIUS}px; }}
QFrame[kind="chip"] {{ background: {theme.paper}; border: 1px solid {theme.line}; border-radius: 9px; }}
QFrame[kind="bar"] {{ background: {theme.card}; border: none; }}
QFrame[edge="bottom"] {{ border-bottom: 1px solid {theme.line}; }}
QFrame[edge="top"] {{ border-top: 1px solid {theme.line}; }}
QFrame[edge="right"] {{ border-right: 1px solid {theme.line}; }}
QFrame[kind="line"] {{ background: {theme.line}; border: none; max-height: 1px; min-height: 1px; }}
QLabel {{ background: transparent; border: none; }}
QLabel[role="title"] {{ font-size: {TITLE}px; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {HEADING}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-size: {STRONG}px; font-weight: 600; }}
QLabel[role="bold"] {{ font-weight: 600; }}
QLabel[role="label"] {{ font-size: {LABEL}px; }}
QLabel[role="muted"] {{ color: {theme.muted}; font-size: {LABEL}px; }}
QLabel[role="small"] {{ color: {theme.muted}; font-size: {SMALL}px; }}
QLabel[role="caps"] {{ color: {theme.muted}; font-size: {SMALL}px; font-weight: 600; }}
QLabel[role="error"] {{ color: {theme.late}; font-size: {LABEL}px; }}
QPushButton, QToolButton {{ background: {theme.card}; border: 1px solid {theme.line}; border-radius: {RADIUS}px;
    padding: 5px 11px; min-height: 18px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {theme.accent}; }}
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {{ background:
    {theme.accent_ground}; color: {theme.accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {theme.accent}; padding: 4px 10px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {theme.muted}; border-color: {theme.line}; }}
QPushButton[kind="primary"] {{ background: {theme.accent}; color: {theme.on_accent}; border: 1px solid {theme.accent};
    font-weight: 600; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {theme.ink}; }}
QPushButton[kind="primary"]:disabled {{ background: {theme.line}; color: {theme.muted}; border-color: {theme.line}; }}
QPushButton[kind="flat"], QToolButton[kind="flat"] {{ background: transparent; border: 1px solid transparent; }}
QPushButton[kind="flat"]:hover, QToolButton[kind="flat"]:hover {{ background: {theme.accent_ground}; }}
QPushButton[kind="flat"]:focus, QToolButton[kind="flat"]:focus {{ border: 2px solid {theme.accent}; padding: 4px 10px;
    }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; color: {theme.accent}; padding:
    1px 2px; min-height: 14px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:focus {{ border: 1px solid {theme.accent}; }}
QPushButton[kind="link"][role="small"] {{ font-size: {SMALL}px; color: {theme.muted}; }}
QPushButton[kind="link"][role="small"]:hover, QPushButton[kind="link"][role="small"]:checked {{ color: {theme.accent};
    }}
QPushButton[kind="link"][weight="bold"] {{ font-weight: 600; }}
QPushButton[kind="link"]:checked {{ background: transparent; }}
QPushButton[kind="status"] {{ background: transparent; border: 1px solid transparent; padding: 0 4px; color:
    {theme.muted}; font-size: {LABEL}px; }}
QPushButton[kind="status"]:hover {{ border-color: {theme.line}; }}
QPushButton[kind="status"]:focus {{ border: 2px solid {theme.accent}; padding: 0 3px; }}
QPushButton[kind="status"][state="draft"] {{ color: {theme.doing}; }}
QPushButton[kind="status"][state="done"] {{ color: {theme.done}; }}
QPushButton[kind="status"][state="discuss"] {{ color: {theme.accent}; font-weight: 600; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QToolButton::menu-indicator {{ image: none; }}
QPushButton[kind="nav"] {{ background: transparent; border: 2px solid transparent; border-radius: {RADIUS}px;
    text-align: left; padding: 6px 9px; min-height: 20px; }}
QPushButton[kind="nav"]:hover {{ background: {theme.paper}; }}
QPushButton[kind="nav"]:checked {{ background: {theme.accent_ground}; color: {theme.accent}; font-weight: 600; }}
QPushButton[kind="nav"]:focus {{ border: 2px solid {theme.accent}; }}
QAbstractScrollArea {{ border: none; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QSpinBox {{ background: {theme.paper}; border: 1px solid
    {theme.line}; border-radius: {RADIUS}px; padding: 4px 8px; selection-background-color: {theme.accent};
    selection-color: {theme.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus {{ border: 2px solid
    {theme.accent}; padding: 3px 7px; }}
QPlainTextEdit[kind="inner"]:focus {{ border: 1px solid {theme.line}; padding: 4px 8px; }}
QLineEdit[kind="quiet"], QPlainTextEdit[kind="quiet"], QComboBox[kind="quiet"] {{ background: transparent; border: 1px
    solid transparent; padding: 3px 6px; }}
QLineEdit[kind="quiet"], QComboBox[kind="quiet"] {{ min-height: 21px; }}
QLineEdit[kind="quiet"]:hover, QPlainTextEdit[kind="quiet"]:hover, QComboBox[kind="quiet"]:hover {{ border: 1px solid
    {theme.line}; }}
QLineEdit[kind="quiet"]:focus, QPlainTextEdit[kind="quiet"]:focus, QComboBox[kind="quiet"]:focus {{ background:
    {theme.card}; border: 2px solid {theme.accent}; padding: 2px 5px; }}
QPlainTextEdit[kind="headline"] {{ background: transparent; border: 1px solid transparent; padding: 3px 0; font-size:
    {STRONG}px; font-weight: 500; }}
QPlainTextEdit[kind="headline"]:hover {{ border: 1px solid {theme.line}; }}
QPlainTextEdit[kind="headline"]:focus {{ background: {theme.card}; border: 1px solid {theme.accent}; padding: 3px 0;
    }}
QPlainTextEdit[kind="inline"], QPlainTextEdit[kind="inline"]:focus {{ background: {theme.card}; border: 2px solid
    {theme.accent}; border-radius: {RADIUS}px; padding: 1px 4px; font-size: 12px; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox QAbstractItemView, QMenu, QListView[kind="popup"] {{ background: {theme.card}; border: 1px solid
    {theme.line}; selection-background-color: {theme.accent_ground}; selection-color: {theme.accent}; outline: none;
    }}
QListView[kind="popup"]:focus {{ border: 2px solid {theme.accent}; }}
QListView[kind="popup"]:disabled {{ color: {theme.muted}; }}
QMenu::item {{ padding: 5px 24px 5px 12px; }}
QMenu::item:selected {{ background: {theme.accent_ground}; color: {theme.accent}; }}
QMenu::item:disabled {{ color: {theme.muted}; }}
QMenu::separator {{ height: 1px; background: {theme.line}; margin: 4px 8px; }}
QCheckBox {{ background: transparent; spacing: 8px; }}
QCheckBox:focus {{ color: {theme.accent}; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"] {{ background: transparent; border: none; }}
QTableView[kind="matrix"], QTableView[kind="matrix"] QHeaderView {{ background: {theme.paper}; border: none; }}
QTableView[kind="quiet"], QTableView[kind="quiet"] QHeaderView, QTableView[kind="quiet"] QTableCornerButton::section {{
    background: {theme.card}; border: none; }}
QTableView[kind="quiet"] QHeaderView::section {{ background: {theme.card}; border: none; padding: 2px 4px;
    font-size: {LABEL}px; }}
QTableView[kind="matrix"] QTableCornerButton::section {{ background: {theme.paper}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {theme.line}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border:
    none; width: 0; height: 0; }}
QProgressBar {{ background: {theme.line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
QToolTip {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line}; padding: 4px; }}
QSplitter::handle {{ background: transparent; }}
"""


def prepare() -> None:
    """Give the application the bundled fonts and a style that the style sheet can rely on, once."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if application.style().objectName() != STYLE:
        application.setStyle(STYLE)
    if FONT not in QFontDatabase.families():
        load_fonts()
