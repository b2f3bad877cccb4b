import { fill, sentenceOf } from './fill';

describe('sentences', () => {
  it('puts facts in their places', () => expect(fill('{shown} of {total}', { shown: 3, total: 9 })).toBe('3 of 9'));
  it('drops a bracketed part whose fact is missing', () => {
    expect(fill('Promise[ of {amount}][ for {dueOn}]', { amount: '€10', dueOn: null })).toBe('Promise of €10');
    expect(fill('Promise[ of {amount}][ for {dueOn}]', {})).toBe('Promise');
  });
  it('ends with one full stop after an abbreviated month', () => expect(fill('Le {on}.', { on: '26 nov.' })).toBe('Le 26 nov.'));
  it('never fills a fact that looks like a placeholder twice', () => expect(fill('{note}', { note: '{name}', name: 'x' })).toBe('{name}'));

  it('chooses the plural of the language: zero is singular in French and plural in English', () => {
    const catalogue = { days_one: 'one', days_other: 'other' };
    expect(sentenceOf(catalogue, 'fr', 'days', { count: 0 })).toBe('one');
    expect(sentenceOf(catalogue, 'en', 'days', { count: 0 })).toBe('other');
  });
});
