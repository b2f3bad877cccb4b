import { readFileSync } from 'node:fs';
import path from 'node:path';
import { surfaces } from './brand-theme.rules';

const sheet = readFileSync(path.resolve(__dirname, '../../../../apps/debtor-web/src/style/page.css'), 'utf8');

describe('the grounds a brand is corrected against', () => {
  it.each([
    ['light', sheet.slice(0, sheet.indexOf('@media'))],
    ['dark', sheet.slice(sheet.indexOf('@media (prefers-color-scheme: dark)'), sheet.indexOf('*,'))],
  ] as const)('are those the debtor page paints in its %s scheme', (scheme, rules) => {
    for (const [name, colour] of Object.entries(surfaces[scheme])) expect(rules).toContain(`--${name}: ${colour};`);
  });
});
