import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BrandFont } from './brand.entity';

/** Fonts that are on every machine cost nothing; the others are ours to serve, two weights, Latin letters only. */
const hosted: Partial<Record<BrandFont, { readonly family: string; readonly package: string; readonly bold: 600 | 700 }>> = {
  inter: { family: 'Inter', package: 'inter', bold: 700 },
  source_serif: { family: 'Source Serif 4', package: 'source-serif-4', bold: 700 },
  atkinson: { family: 'Atkinson Hyperlegible', package: 'atkinson-hyperlegible', bold: 700 },
};

/** Which of the fonts a brand may choose; served ones come from our own host (OFL licences). */
export const brandFonts = ['system', 'serif', 'humanist', 'inter', 'source_serif', 'atkinson'] as const satisfies readonly BrandFont[];

export interface FontFile {
  readonly family: string;
  readonly weight: number;
  /** Named by its content, so that it may be kept for ever: `inter-400.1a2b3c4d.woff2`. */
  readonly name: string;
  readonly bytes: Buffer;
}

const known = new Map<BrandFont, readonly FontFile[]>();

/** The files of a font, regular and bold; none for fonts of the reader's own machine. */
export function fontFilesOf(font: BrandFont): readonly FontFile[] {
  const served = hosted[font];
  if (!served) return [];
  let files = known.get(font);
  if (!files) {
    files = [400, served.bold].map((weight) => {
      const folder = dirname(require.resolve(`@fontsource/${served.package}/LICENSE`));
      const bytes = readFileSync(join(folder, 'files', `${served.package}-latin-${weight}-normal.woff2`));
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      return { family: served.family, weight, name: `${served.package}-${weight}.${hash}.woff2`, bytes };
    });
    known.set(font, files);
  }
  return files;
}

/** The served file of this exact name, or none. */
export function fontFileNamed(name: string): FontFile | undefined {
  return brandFonts.flatMap((font) => fontFilesOf(font)).find((file) => file.name === name);
}

/** `@font-face` rules with the files inside, for documents that may load nothing. */
export function embeddedFontFaces(font: BrandFont): string {
  return fontFilesOf(font)
    .map(
      ({ family, weight, bytes }) =>
        `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format('woff2')}`,
    )
    .join('');
}
