import { accessCode, newId, newReference, readReference } from './ids';

describe('references', () => {
  it('reads a reference however a person types it', () => {
    for (let i = 0; i < 200; i++) {
      const reference = newReference();
      expect(readReference(` ${reference.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(reference);
    }
  });

  it('refuses each single wrong character and each swap of neighbours that differ', () => {
    const reference = newReference().replaceAll('-', '');
    let caught = 0,
      tried = 0;
    for (let i = 0; i < 11; i++) {
      for (const c of '0123456789ABCDEFGHJKMNPQRSTVWXY') {
        if (c === reference[i] || (c === '0' && reference[i] === 'Z') || reference[i] === 'Z') continue;
        tried++;
        if (readReference(reference.slice(0, i) + c + reference.slice(i + 1)) === null) caught++;
      }
    }
    expect(caught).toBe(tried);
  });

  it('orders ids by time and derives one access code per case and secret', () => {
    expect(newId(1_000) < newId(2_000)).toBe(true);
    expect(accessCode('s1', 'case')).toBe(accessCode('s1', 'case'));
    expect(accessCode('s2', 'case')).not.toBe(accessCode('s1', 'case'));
  });
});
