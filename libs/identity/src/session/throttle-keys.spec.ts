import { networkOf, throttleKey } from './throttle-keys';

describe('whom a try is counted for', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::9', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    [undefined, 'unknown'],
  ])('%s is the network %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });

  it('names nobody and keeps its parts apart', () => {
    expect(throttleKey('s', 'ab', 'c')).not.toBe(throttleKey('s', 'a', 'bc'));
    expect(throttleKey('s', 'lea@example.org')).toMatch(/^[\w-]{27}$/);
    expect(throttleKey('s', 'lea@example.org')).not.toBe(throttleKey('t', 'lea@example.org'));
  });
});
