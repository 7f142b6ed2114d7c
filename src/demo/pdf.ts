/** A one-page PDF of plain lines: small, valid, in Danish (WinAnsi). Enough for the demo's attachments. */
export function smallPdf(title: string, lines: string[]): Buffer {
  const text = [
    `BT /F1 16 Tf 56 780 Td (${escaped(title)}) Tj ET`,
    ...lines.map((line, at) => `BT /F1 11 Tf 56 ${748 - at * 20} Td (${escaped(line)}) Tj ET`),
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (da-DK) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${bytes(text).length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${escaped(title)}) >>`,
  ]
  return bytes(assembled(objects))
}

function assembled(objects: string[]): string {
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = bytes(body).length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${bytes(body).length}\n%%EOF\n`
}

const bytes = (text: string) => Buffer.from(text, 'latin1')

/** Latin-1 covers Danish; the few signs outside it become what stands nearest. */
function escaped(text: string): string {
  return text
    .replaceAll('–', '-')
    .replaceAll('’', "'")
    .replace(/[\\()]/g, '\\$&')
}
