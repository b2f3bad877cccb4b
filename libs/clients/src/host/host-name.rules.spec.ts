import { readHostName } from './host-name.rules';

it.each([
  ['Payer.Alize.example', 'payer.alize.example'],
  ['payer.alizé.fr', 'payer.xn--aliz-epa.fr'],
  ['payer.alize.fr.', 'payer.alize.fr'],
  ['alize', null],
  ['localhost', null],
  ['payer.localhost', null],
  ['10.0.0.1', null],
  ['0177.0.0.1', null],
  ['[::1]', null],
  ['payer.alize.fr:8443', null],
  ['https://payer.alize.fr', null],
  ['payer.alize.fr/x', null],
  ['*.alize.fr', null],
  ['-payer.alize.fr', null],
  ['payer..fr', null],
  ['portal.agency.fr', null], // ours
  ['x.portal.agency.fr', null],
  ['agency.fr', null], // stands above ours
  ['', null],
])('%s is the host %s', (typed, host) => expect(readHostName(typed, 'portal.agency.fr')).toBe(host));
