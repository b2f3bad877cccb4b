import { canonical, decodeForm } from './form';

describe('decodeForm', () => {
  it.each([
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a[b][c]=x', { a: { b: { c: 'x' } } }],
    ['expand[]=a&expand[]=b', { expand: ['a', 'b'] }],
    ['l[0][q]=1&l[1][q]=2', { l: [{ q: '1' }, { q: '2' }] }],
    ['m[n%C2%B0]=%C3%A9+%26', { m: { 'n°': 'é &' } }],
    ['__proto__[x]=1&a[constructor]=2&b=3', { b: '3' }],
    ['', {}],
  ])('%s', (text, tree) => {
    expect(JSON.parse(JSON.stringify(decodeForm(text)))).toEqual(tree);
  });

  it('gives the same text for the same parameters in another order', () => {
    expect(canonical(decodeForm('a=1&b[c]=2&b[d]=3'))).toBe(canonical(decodeForm('b[d]=3&b[c]=2&a=1')));
    expect(canonical(decodeForm('a=1'))).not.toBe(canonical(decodeForm('a=2')));
  });
});
