"""The Word file of the minutes opens in an office program and says there what it says here."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from app.documents.export import export
from tests.documents.conftest import ON, Example, read_pdf, squashed

pytestmark = pytest.mark.desk


def test_libreoffice_makes_a_pdf_of_it_with_everything_said(plan: Example, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office is not None, "LibreOffice is part of the desk"
    export("minutes", tmp_path / "a.docx", plan.minutes, plan.method, "vi", ON)
    command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    environment = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(command, check=True, timeout=180, capture_output=True, env=environment)
    pdf = read_pdf(tmp_path / "a.pdf")
    export("minutes", tmp_path / "b.pdf", plan.minutes, plan.method, "vi", ON)
    ours = read_pdf(tmp_path / "b.pdf")
    for text in (
        "BIÊN BẢN",
        "Họp quý IV",
        "Lập sàn dữ liệu",
        "Giao Bộ Tài chính chủ trì",
        "CHỦ TRÌ",
        "Nguyễn Văn Bình",
    ):
        assert pdf.shows(text) and ours.shows(text), text
    assert sum(map(len, pdf.pages)) == pytest.approx(sum(map(len, ours.pages)), rel=0.05)
    assert squashed("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") in pdf.pages[0]
