import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUpFile } from './set-up-file';

const example = () => JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'docs', 'set-up.example.json'), 'utf8'));

describe('the set-up file', () => {
  it('reads the example of the documentation, with account numbers written plainly', () => {
    const file = setUpFile.parse(example());
    expect(file.agency?.trust_iban).toBe('FR7630006000011234567890189');
    expect(file.clients[0]!.mandate).toMatchObject({ vatPercent: '20', longestPlanMonths: 6, channels: ['email', 'letter', 'call'] });
  });

  it.each([
    [
      'agency.trust_iban',
      (file: any) => {
        file.agency.trust_iban = 'FR7630006000011234567890188';
      },
    ],
    [
      'agency.trust_iban',
      (file: any) => {
        file.agency.own_iban = file.agency.trust_iban;
      },
    ],
    [
      'clients.0.mandate.feeTiers',
      (file: any) => {
        file.clients[0].mandate.feeTiers.pop();
      },
    ],
    [
      'clients.0.brand.primaryColour',
      (file: any) => {
        file.clients[0].brand.primaryColour = 'yellow';
      },
    ],
    [
      'staff.0.password',
      (file: any) => {
        file.staff[0].password = 'short';
      },
    ],
    [
      'clients.0',
      (file: any) => {
        file.clients[0].colour = '#fff';
      },
    ],
  ])('names %s when it is wrong', (path, spoil) => {
    const file = example();
    spoil(file);
    const read = setUpFile.safeParse(file);
    expect(read.success).toBe(false);
    expect(read.error!.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });
});
