import { sampleAgency, sampleMessageFacts, sampleTheme } from '../template/message-facts.factory';
import { renderStatement, type StatementLine } from './render-statement';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const line = (number: string, state: StatementLine['state']): StatementLine => ({
  number,
  issuedOn: '2026-09-01',
  dueOn: '2026-10-01',
  amount: eur('12500.50'),
  paid: eur('0.00'),
  open: eur('12500.50'),
  state,
});
const statement = (
  hat: 'client_name' | 'agency',
  language: 'fr' | 'en' = 'fr',
  lines = [line('F-1', 'overdue'), line('F-2', 'promised')],
) =>
  renderStatement({
    language,
    facts: sampleMessageFacts(hat),
    theme: sampleTheme,
    lines,
    payments: [{ on: '2026-10-01', amount: eur('100.00') }],
    contested: eur('200.00'),
  });

describe('the statement of account', () => {
  it('lists every invoice with where it stands, every payment, what is contested and how to transfer the rest', () => {
    const html = statement('client_name');
    for (const words of [
      'Relevé de compte',
      'F-1',
      'en retard',
      'F-2',
      'promise',
      '01/09/2026',
      'Paiements reçus',
      '1er octobre 2026',
      'Contesté, suspendu',
      'IBAN',
    ])
      expect(html).toContain(words);
    expect(statement('client_name', 'en')).toContain('Statement of account');
  });

  it('bears no mark of the agency in the client’s name, and its name under its own hat', () => {
    for (const mark of [sampleAgency.name, sampleAgency.email, sampleAgency.phone]) {
      expect(statement('client_name')).not.toContain(mark);
      expect(statement('agency')).toContain(mark);
    }
  });

  it('keeps a hostile number as text and asks nothing of the network', () => {
    const html = statement('client_name', 'fr', [line('"><script>alert(1)</script><img src=http://evil.example>', 'due')]);
    expect(html).not.toMatch(/<script|<img src="?http/);
  });
});
