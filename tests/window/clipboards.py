"""What Word, LibreOffice, browsers and the malicious put on the clipboard."""

from __future__ import annotations

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:Wingdings; src:url("file:///C:/f.ttf")} p.MsoNormal {margin:0cm} --></style></head>
<body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><b><span style='font-size:14.0pt'>Phát triển hạ tầng số</span></b> theo
Nghị quyết&nbsp;52<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Cáp
quang<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>vùng khó khăn<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>Trạm 5G<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;
</span></span><![endif]>Đo hằng năm</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;
</span></span><![endif]>Công bố</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span>&nbsp;
</span></span><![endif]>theo tỉnh</p>
<table class=MsoTableGrid border=1><tr><td width=100><p class=MsoNormal>Năm<o:p></o:p></p></td><td><p
class=MsoNormal>Tỷ lệ<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>2030</p></td><td><p class=MsoNormal>trên
30%</p></td></tr></table>
<!--EndFragment--></body></html>"""
WORD_TEXT = """Phát triển hạ tầng số theo Nghị quyết\u00a052
- Cáp quang
  - vùng khó khăn
- Trạm 5G

1. Đo hằng năm
2. Công bố
a) theo tỉnh
Năm | Tỷ lệ
2030 | trên 30%"""

LIBREOFFICE = """<!DOCTYPE html><html><head><title></title><meta name="generator" content="LibreOffice 24.2 (Linux)"/>
<style type="text/css">p { margin-bottom: 0.25cm }</style></head><body lang="vi-VN" dir="ltr">
<p align="justify" style="margin-bottom: 0cm"><font face="Times New Roman, serif"><font size="4">Mở
đầu</font></font></p>
<ul><li><p style="margin-bottom: 0cm">một</p></li><ul><li><p>một một</p></li></ul><li><p>hai<br/>dòng hai</p></li></ul>
<ol start="3"><li><p>ba</p></li><li value="7"><p>bảy</p></li></ol>
<p><br/>

</p>
<p>Kết</p></body></html>"""
LIBREOFFICE_TEXT = """Mở đầu
- một
  - một một
- hai
  dòng hai
3. ba
7. bảy

Kết"""

BROWSER = """<html><body>
<!--StartFragment--><h2>Tiêu đề</h2><div>Đoạn <a href="http://a.invalid">một</a> &amp; &lt;b&gt;</div><ul><li>x<ol>
<li>y</li></ol></li></ul><pre>  giữ
    nguyên</pre><p style="display:none">ẩn</p><p hidden>ẩn nữa</p><!--EndFragment-->
<p>ngoài vùng chọn</p></body></html>"""
BROWSER_TEXT = "Tiêu đề\nĐoạn một & <b>\n- x\n  1. y\n  giữ\n    nguyên"

HOSTILE = """<body><img src="file:///etc/passwd" onerror="alert(1)"><img src="http://127.0.0.1:9/x.png">
<link rel=stylesheet href="http://127.0.0.1:9/x.css"><style>@import url(file:///etc/passwd)</style>
<script>document.write("xấu")</script><iframe src="file:///etc/passwd">khung</iframe><object data="file:///x">vật</object>
<svg><text>hình</text></svg><p style="background:url(file:///etc/passwd)">Còn\x00 lại\u0007</p></body>"""
HOSTILE_TEXT = "Còn lại"

BROKEN = (
    "<" * 50_000,
    "<!--" * 50_000,
    "<a " * 50_000,
    "<a b='" * 50_000,
    "<b>" * 50_000 + "</i>" * 50_000,
    "<![x[" * 9,
)
