import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const placeholdersOf = (sentence) => [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join(',');
const withoutPlural = (key) => key.replace(/_(one|other)$/, '');

/**
 * Compares the languages of each pair of catalogues, and the keys written with the keys used.
 * @param pairs     [{ name, fr, en, checksUse }]: a face's own catalogues, or a server's (of which only the languages are compared)
 * @param sources   [{ name, text, faces: string[] }]: code, and the catalogues it may use
 * @param families  { [catalogueName]: string[] }: keys that codes of the server lead to, so that no source names them
 * @returns findings as sentences; none when all is well
 */
export function checkCatalogues({ pairs, sources, families = {} }) {
  const findings = [];
  for (const { name, fr, en } of pairs) {
    for (const key of Object.keys(fr)) if (!(key in en)) findings.push(`${name}: ${key} has no English sentence`);
    for (const key of Object.keys(en)) if (!(key in fr)) findings.push(`${name}: ${key} has no French sentence`);
    for (const key of Object.keys(fr)) {
      if (!(key in en)) continue;
      if (fr[key].trim() === '' || en[key].trim() === '') findings.push(`${name}: ${key} is empty`);
      const [french, english] = [placeholdersOf(fr[key]), placeholdersOf(en[key])];
      if (french !== english)
        findings.push(`${name}: ${key} has other placeholders in French (${french || 'none'}) than in English (${english || 'none'})`);
      if (key.endsWith('_one') && !(key.replace(/_one$/, '_other') in fr)) findings.push(`${name}: ${key} lacks its _other`);
    }
  }
  const checked = pairs.filter(({ checksUse }) => checksUse);
  const keysOf = new Map(checked.map(({ name, fr, en }) => [name, new Set([...Object.keys(fr), ...Object.keys(en)].map(withoutPlural))]));
  const used = new Map(checked.map(({ name }) => [name, new Set(families[name] ?? [])]));
  for (const { name, text, faces } of sources) {
    for (const [, key] of text.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)) {
      if (!faces.some((face) => keysOf.get(face)?.has(key)))
        findings.push(`${name}: t('${key}') is in no catalogue of ${faces.join(', ')}`);
    }
    if (/\bt\(\s*`/.test(text)) findings.push(`${name}: t() with a template: write the keys in full, so that they can be compared`);
    for (const [, literal] of text.matchAll(/['"]([\w.-]+)['"]/g))
      for (const face of faces) if (keysOf.get(face)?.has(literal)) used.get(face)?.add(literal);
  }
  for (const [name, keys] of keysOf) for (const key of keys) if (!used.get(name).has(key)) findings.push(`${name}: ${key} is used nowhere`);
  for (const { name } of checked)
    for (const key of families[name] ?? [])
      if (!keysOf.get(name).has(key)) findings.push(`${name}: ${key} is missing, the server may send its code`);
  return findings;
}

// ---- the files of this repository ----------------------------------------------------------------

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const readJson = (file) => JSON.parse(read(file));
/** A catalogue; of a key that is written twice the first sentence would be lost without a word. */
const readCatalogue = (file) => {
  const keys = [...read(file).matchAll(/^ {2}"([^"]+)":/gm)].map(([, key]) => key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  if (twice.length > 0) throw new Error(`${file}: written twice: ${twice.join(', ')}`);
  return readJson(file);
};
const filesIn = (folder, wanted) =>
  fs.existsSync(path.join(root, folder))
    ? fs
        .readdirSync(path.join(root, folder), { recursive: true })
        .map((file) => path.posix.join(folder, String(file).split(path.sep).join('/')))
        .filter((file) => !file.includes('node_modules') && wanted.test(file))
    : [];

/** Enum labels: every value of every enum that a screen shows; the client's schema says `ClientCaseState` for `CaseState`. */
function enumKeys() {
  const notShown = new Set(['CaseOrder', 'ClientCaseOrder']);
  const keys = new Set();
  for (const file of filesIn('apps/api/graphql', /(agency|client)\.graphql$/)) {
    for (const [, name, body] of read(file).matchAll(/^enum (\w+) \{([^}]*)\}/gm)) {
      if (notShown.has(name)) continue;
      const label = name === 'ClientRole' ? name : name.replace(/^Client/, '');
      for (const value of body.replace(/"[^"]*"/g, '').match(/\b[A-Z][A-Z_0-9]*\b/g) ?? []) keys.add(`enum.${label}.${value}`);
    }
  }
  return [...keys];
}

export function checkRepository() {
  const kit = 'libs/web-kit/src/i18n';
  const families = readJson(`${kit}/families.json`);
  const familyKeys = Object.entries(families).flatMap(([family, codes]) => codes.map((code) => `${family}.${code}`));
  const faces = filesIn('apps', /^apps\/[\w-]+-web\/src\/i18n\/fr\.json$/).map((file) => path.posix.dirname(file));
  // Words that come with the pages of the office; those of the desk may not say them.
  const offices = faces.map((face) => `${face}/office`).filter((folder) => fs.existsSync(path.join(root, folder)));
  const ofTheDesk =
    /\/src\/((console|app|alert-\w+|approvals-card|settle-alert.dialog|use-alerts|use-approvals)\.tsx?$|features\/(alert|approval|case|case-list|search)\/)/;
  const wordsFor = (face, file) => [face, kit, ...(ofTheDesk.test(file) ? [] : offices.filter((folder) => folder.startsWith(face)))];
  const pair = (folder) => ({
    name: folder,
    fr: readCatalogue(`${folder}/fr.json`),
    en: readCatalogue(`${folder}/en.json`),
    checksUse: true,
  });
  const serverPairs = filesIn('libs', /\.messages\.fr\.json$/).map((file) => {
    const english = file.replace(/\.fr\.json$/, '.en.json');
    return {
      name: file.replace(/\.fr\.json$/, ''),
      fr: readJson(file),
      en: fs.existsSync(path.join(root, english)) ? readJson(english) : {},
      checksUse: false,
    };
  });
  const code = /\.tsx?$/;
  const sources = [
    ...filesIn('libs/web-kit/src', code).map((file) => ({ name: file, text: read(file), faces: [kit] })),
    ...faces.flatMap((face) =>
      filesIn(face.replace(/\/i18n$/, ''), code).map((file) => ({ name: file, text: read(file), faces: wordsFor(face, file) })),
    ),
  ].filter(({ name }) => !/\.spec\.tsx?$/.test(name));
  const pairs = [pair(kit), ...faces.map(pair), ...offices.map(pair), ...serverPairs];
  return { pairs, findings: checkCatalogues({ pairs, sources, families: { [kit]: [...familyKeys, ...enumKeys()] } }) };
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { pairs, findings } = checkRepository();
  for (const finding of findings) console.error(finding);
  const sentences = pairs.reduce((sum, { fr }) => sum + Object.keys(fr).length, 0);
  console.log(
    `${findings.length === 0 ? 'Translations agree' : `${findings.length} findings`}: ${pairs.length} catalogues, ${sentences} sentences in each language.`,
  );
  process.exitCode = findings.length === 0 ? 0 : 1;
}
