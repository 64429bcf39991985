"""Tables as Excel, Word and the malicious put them on the clipboard."""

from __future__ import annotations

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8>
<style><!-- td {mso-number-format:General} --></style></head><body><table border=0 cellpadding=0>
<!--StartFragment--><col width=64><tr height=20><td>STT</td><td>Ô</td><td>Nhiệm vụ</td><td>Cơ quan chủ trì</td>
<td>Phối hợp</td><td>Thời hạn</td><td>Kinh phí (triệu đồng)</td><td>Tiến độ</td></tr>
<tr height=20><td>1</td><td>KFA5.KF2</td><td>Lập quỹ<br>   khởi nghiệp</td><td>Bộ Tài chính</td>
<td>NHNN; Bộ Công an</td><td>31/12/2026</td><td>1.500</td><td>20%</td></tr>
<tr height=20><td>2</td><td>KFA5.KF2</td><td>Thi &lt;b&gt;ý tưởng&lt;/b&gt;</td><td>BTC</td><td></td>
<td>Quý II/2027</td><td></td><td></td></tr>
<!--EndFragment--></table></body></html>"""

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><title>x</title></head><body>
<table class=MsoTableGrid><tr><td rowspan=2><p class=MsoNormal>KFA5.KF2<o:p></o:p></p></td>
<td><p class=MsoNormal>Việc thứ nhất<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>Việc thứ
hai<o:p></o:p></p></td></tr></table></body></html>"""

HOSTILE = """<table><tr><th>Nhiệm vụ</th><th>Chủ trì</th><th>Sản phẩm</th></tr><tr><td>=HYPERLINK("http://a.invalid")
<script>document.write("xấu")</script><img src="file:///etc/passwd" onerror="alert(1)"></td><td>BTC</td>
<td>&lt;img src=x onerror=alert(1)&gt;<style>@import url(file:///etc/passwd)</style></td></tr></table>"""

BROKEN = (
    "<table>" * 30_000,
    "<table>" + "<tr><td>" * 60_000,
    "<table><tr>" + "<td rowspan=999999 colspan=999999>x" * 2_000,
    "<table><tr><td>" + "<b hidden>" * 50_000 + "</i>" * 50_000,
    "<table><tr><td><" + "<!--" * 50_000,
    "<table><![x[" * 9,
)


def many(count: int, *, bad: int = 0) -> str:
    """Return rows with a head as text with tabs; the row with the number `bad` names a body that there is not."""
    head = "Ô\tNhiệm vụ\tChủ trì\tThời hạn\tSản phẩm\tTrạng thái"
    rows = [
        f"KFA{1 + row % 8}.KF{1 + row % 4}\tViệc số {row}\t{'Bộ Không Có' if row == bad else 'BTC'}\t31/12/2027"
        f"\tBáo cáo\tđang làm"
        for row in range(2, count + 2)
    ]
    return "\n".join([head, *rows]) + "\n"
