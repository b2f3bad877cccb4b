/** Letters of the past as plain A4 pages: two years of them through a browser would take minutes. Those of today are printed as all are. */
const perPage = 58;
const perLine = 92;

const winAnsi: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  '…': 0x85,
  Œ: 0x8c,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  œ: 0x9c,
  '\u202f': 0x20,
  '\u00a0': 0x20,
};

/** The words of an HTML page, a line per block. */
export function wordsOf(html: string): string[] {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html
    .replace(/<(style|head|svg)[\s\S]*?<\/\1>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<\/(p|div|h\d|tr|li|dd|dl|caption|table|header|footer|section)>|<br[^>]*>/gi, '\n')
    .replace(/<\/(t[dh]|dt|span|b|strong)>/gi, '  ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .split('\n')
    .map((line) => line.trim())
    .filter((line, i, all) => line !== '' || all[i - 1] !== '');
}

function wrapped(line: string): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    if (lines.at(-1)!.length + word.length >= perLine) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) ? ' ' : ''}${word}`;
  }
  return lines;
}

function bytesOf(text: string): Buffer {
  return Buffer.from(Array.from(text, (c) => winAnsi[c] ?? (c.codePointAt(0)! < 256 ? c.codePointAt(0)! : 0x3f)));
}

/** A PDF 1.4 of lines of text, in Helvetica. */
export function plainPdf(lines: readonly string[]): Buffer {
  const all = lines.flatMap((line) => (line === '' ? [''] : wrapped(line)));
  const pages = Array.from({ length: Math.max(1, Math.ceil(all.length / perPage)) }, (_, i) => all.slice(i * perPage, (i + 1) * perPage));
  const first = 4;
  const objects: Buffer[] = [
    bytesOf('<< /Type /Catalog /Pages 2 0 R >>'),
    bytesOf(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] >>`),
    bytesOf('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'),
    ...pages.flatMap((page, i) => {
      const text = bytesOf(
        `BT /F1 10 Tf 13 TL 60 785 Td\n${page.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n')}\nET`,
      );
      return [
        bytesOf(
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + i * 2 + 1} 0 R >>`,
        ),
        Buffer.concat([bytesOf(`<< /Length ${text.length} >>\nstream\n`), text, bytesOf('\nendstream')]),
      ];
    }),
  ];
  const parts = [bytesOf('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]!.length;
  objects.forEach((body, i) => {
    const part = Buffer.concat([bytesOf(`${i + 1} 0 obj\n`), body, bytesOf('\nendobj\n')]);
    offsets.push(length);
    parts.push(part);
    length += part.length;
  });
  parts.push(
    bytesOf(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
