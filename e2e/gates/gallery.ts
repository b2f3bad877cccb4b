import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import type { DebtorPage, Language } from '../../libs/web-kit/src/debtor-pages';
import { type BrandKey, brands, pagesOf } from '../../apps/debtor-web/src/pages.fixture';

/** One state of one brand in one language, as the bytes a browser gets. */
export interface ShownState {
  readonly brand: BrandKey;
  readonly language: Language;
  readonly name: string;
  readonly html: string;
}

/** Every page in every state (pages.fixture.ts), drawn by the file that ships. */
export async function galleryOf(languages: readonly Language[], keys = Object.keys(brands) as BrandKey[]): Promise<ShownState[]> {
  const file = join(process.env.AMIABLE_DIST!, 'debtor-web', 'render.cjs');
  const loaded = { exports: {} as { render: (page: DebtorPage) => string } };
  compileFunction(readFileSync(file, 'utf8'), ['module', 'exports', 'require'], { filename: file })(loaded, loaded.exports, require);
  const shown: ShownState[] = [];
  for (const brand of keys)
    for (const language of languages)
      for (const { name, page } of await pagesOf(brand, language)) shown.push({ brand, language, name, html: loaded.exports.render(page) });
  return shown;
}
