/** What programs put on the clipboard as HTML, cut down to what tells anything: heads, styles and marks as they write them. */

const wordPage = (body: string): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><style><!-- @list l0:level1 {mso-level-number-format:bullet;} p.MsoNormal {margin:0cm; font-size:11.0pt} --></style></head><body lang=DA style='tab-interval:65.2pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

/** A paragraph of a list in Word: the mark is text, in a type of its own and between comments that only Word reads. */
export const wordItem = (list: string, font: string, mark: string, text: string): string =>
  `<p class=MsoListParagraphCxSpMiddle style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:${list}'><![if !supportLists]><span style='font-family:${font};mso-fareast-font-family:${font}'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`

export const wordMemo =
  wordPage(`<h1 style='mso-list:l3 level1 lfo4'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Baggrund<o:p></o:p></h1>
<p class=MsoNormal>Byrådet <b style='mso-bidi-font-weight:normal'>vedtog</b> i <i>2024</i>, at<br>der skal bygges<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a> 200 m<sup>2</sup>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
${wordItem('l0 level1 lfo1', 'Symbol', '·', 'Økonomi')}
${wordItem('l0 level2 lfo1', '"Courier New"', 'o', 'Drift')}
${wordItem('l0 level3 lfo1', 'Wingdings', '§', 'Varme')}
${wordItem('l1 level1 lfo2', 'Calibri', '1.', 'Møder')}
${wordItem('l1 level2 lfo2', 'Calibri', '1.1.', 'Frister')}
${wordItem('l1 level2 lfo2', 'Calibri', 'a)', 'Indkaldelse')}
${wordItem('l1 level3 lfo2', 'Calibri', 'iv.', 'Afbud')}
<p class=MsoNormal><u>Bemærk</u> <span style='background:yellow;mso-highlight:yellow'>dette</span><span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[AH1]</a></span> <img width=400 height=200 src="file:///C:/Users/clip_image001.png"><o:p></o:p></p>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Skal vi nævne beløbet?</p></div></div>`)

export const wordTable =
  wordPage(`<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=200 valign=top><p class=MsoNormal><b>Post<o:p></o:p></b></p></td><td width=100><p class=MsoNormal align=right><b>Kr.<o:p></o:p></b></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
<tr style='mso-yfti-irow:1'><td rowspan=2><p class=MsoNormal>Drift</p></td><td><p class=MsoNormal>1.200</p></td><td><p class=MsoNormal>heraf varme</p><p class=MsoNormal>og vand</p></td></tr>
<tr style='mso-yfti-irow:2'><td><p class=MsoNormal>300</p></td><td><p class=MsoNormal>renhold</p></td></tr>
<tr style='mso-yfti-irow:3'><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
<tr style='mso-yfti-irow:4'><td><p class=MsoNormal>I alt</p></td><td colspan=2><p class=MsoNormal>1.500</p></td></tr></table>`)

/** A mail as Outlook writes it: paragraphs, empty ones between them, a list of the web's kind, a signature with a picture. */
export const outlookMail =
  wordPage(`<div class=WordSection1><p class=MsoNormal>Kære Anna<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Se <a href="https://eksempel.dk/referat"><span style='color:#0563C1;text-decoration:underline'>referatet</span></a> og skriv til <a href="mailto:anna@eksempel.dk">anna@eksempel.dk</a>.<o:p></o:p></p>
<ol style='margin-top:0cm' start=1 type=a><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Nattero<o:p></o:p></li><li class=MsoListParagraph style='mso-list:l0 level1 lfo1'>Cykler<o:p></o:p></li></ol>
<ul style='margin-top:0cm' type=disc><li class=MsoListParagraph style='mso-list:l1 level1 lfo2'>Lys<ul type=circle><li style='mso-list:l1 level2 lfo2'>ved <b>stierne</b></li></ul></li></ul>
<p class=MsoNormal>Med venlig hilsen<br>Bo<o:p></o:p></p><p class=MsoNormal><img width=1 height=1 src="cid:tael@eksempel"></p></div>`)

export const googleDoc = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr"><span style="font-weight:400;">Indstilling</span></h2><p dir="ltr" style="line-height:1.38"><span style="font-weight:700;">Sekretariaterne indstiller</span><span style="font-weight:400;">, at </span><span style="font-style:italic;">gruppen</span><span>:</span></p><ol style="margin-top:0"><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span>drøfter sagen</span></p></li><ol><li dir="ltr" style="list-style-type:lower-alpha" aria-level="2"><p dir="ltr" role="presentation"><span>herunder lyset</span></p></li></ol><li dir="ltr" style="list-style-type:decimal" aria-level="1"><p dir="ltr" role="presentation"><span>tager den </span><span style="font-weight:700">til efterretning</span></p></li></ol></b><br class="Apple-interchange-newline">`

/** Word on the web: every item in a list of its own, with its level and number beside it. */
export const wordOnTheWeb = `<div class="OutlineElement"><p class="Paragraph"><span class="TextRun" style="font-weight:bold"><span class="NormalTextRun">Det aftales:</span></span><span class="EOP">&nbsp;</span></p></div>
<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="1"><li data-aria-posinset="1" data-aria-level="1" style="list-style-type:decimal"><p class="Paragraph"><span class="TextRun">Fælles venteliste</span><span class="EOP">&nbsp;</span></p></li></ol></div>
<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="1"><li data-aria-posinset="1" data-aria-level="2" style="list-style-type:lower-alpha"><p class="Paragraph"><span class="TextRun">fra 1. maj</span></p></li></ol></div>
<div class="ListContainerWrapper"><ol class="NumberListStyle1" start="2"><li data-aria-posinset="2" data-aria-level="1" style="list-style-type:decimal"><p class="Paragraph"><span class="TextRun">Ét brev</span></p></li></ol></div>`

export const webPage = `<article><h3>Nyt <em>fra</em> kommunen</h3><div>Linje et<br>Linje to</div><p>Læs <a href="/lokal">her</a> og <a href="https://eksempel.dk/a_b">der</a>.</p><table role="presentation"><tr><td><p>Kun én kolonne</p></td></tr><tr><td>er opsætning</td></tr></table><p><strong>To<br>linjer</strong></p><p>H<sub>2</sub>O<sup>®</sup>, <del>gammelt</del></p><script>bort()</script></article>`
