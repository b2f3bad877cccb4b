import { isChangeable, isGoodKey, pressedFor, withKey } from './chosen-keys';

describe('keys of one’s own', () => {
  it('change single keys and the parts of a sequence, never what is held with Ctrl', () => {
    const chosen = { t: 'é', g: 'h' };
    expect(['t', 'g q', 'mod+k', 'Enter', 'm'].map((keys) => pressedFor(keys, chosen))).toEqual(['é', 'h q', 'mod+k', 'Enter', 'm']);
  });
  it('are forgotten when the key of the house is taken again', () => {
    expect(withKey({ t: 'c' }, 't', 't')).toEqual({});
    expect(withKey({ t: 'c' }, 'm', ',')).toEqual({ t: 'c', m: ',' });
  });
  it('are letters and signs of a French keyboard, no digits', () => {
    expect(['a', 'é', 'ù', ',', ';', '?', '1', ' ', 'Enter', ''].filter(isGoodKey)).toEqual(['a', 'é', 'ù', ',', ';', '?']);
    expect(['t', '?', 'g q', 'mod+k', 'Escape'].filter(isChangeable)).toEqual(['t', '?']);
  });
});
