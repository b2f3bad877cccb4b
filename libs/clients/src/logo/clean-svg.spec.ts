import { cleanSvg } from './clean-svg';
import { refusedSvgs, svgAttacks } from './svg-attacks.fixture';

const clean = (svg: string) => cleanSvg(Buffer.from(svg)).svg;

/** Elements and attributes of what came out, read with other eyes than the cleaner's. */
const wordsOf = (svg: string) => ({
  elements: [...svg.matchAll(/<([\w:]+)/g)].map(([, name]) => name!),
  attributes: [...svg.matchAll(/\s([\w:-]+)="/g)].map(([, name]) => name!),
});

describe('a logo drawn as SVG', () => {
  it.each(Object.entries(svgAttacks))('loses what is no drawing: %s', (_, attack) => {
    const left = clean(attack);
    const { elements, attributes } = wordsOf(left);
    expect(elements.filter((name) => !['svg', 'rect', 'path', 'g', 'text', 'title', 'style', 'use'].includes(name))).toEqual([]);
    expect(attributes.filter((name) => /^on|href|xml:|:|src|base|cursor|marker|filter|__proto__/i.test(name))).toEqual([]);
    expect(left).not.toMatch(/evil\.example|javascript|@import|@font|url\((?!#)|data:|<script|alert\(1\)[^&]*<\/?script/i);
    expect(left).toContain('<rect width="4" height="4" fill="#0b6e5b"/>');
  });

  it.each(Object.entries(refusedSvgs))('is refused whole: %s', (_, [svg, code]) => {
    expect(() => clean(svg)).toThrow(expect.objectContaining({ code }));
  });

  it('keeps what drawing programs write: classes, gradients, clips, copies of a shape, letters', () => {
    const svg = `<?xml version="1.0" encoding="UTF-8"?><!-- Generator: a drawing program -->
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 40"><defs>
      <style>.cls-1,.cls-2{fill:#0b6e5b;} .cls-2{fill:url(#g);stroke-width:.5px}</style>
      <linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></linearGradient>
      <clipPath id="c"><rect id="r" width="40" height="40"/></clipPath></defs>
      <g clip-path="url(#c)" transform="translate(2 3)"><path class="cls-1" d="M0 0h9v9z"/><use xlink:href="#r"/></g>
      <text x="44" y="27" font-family="Georgia, serif" font-size="20">Caf&#233; &amp; Fils</text></svg>`;
    const left = cleanSvg(Buffer.from(svg));
    expect(left.removed).toBe(0);
    expect(left.svg).toContain('.cls-1,.cls-2{fill:#0b6e5b}.cls-2{fill:url(#g);stroke-width:.5px}');
    expect(left.svg).toContain('<g clip-path="url(#c)" transform="translate(2 3)"><path class="cls-1" d="M0 0h9v9z"/><use href="#r"/></g>');
    expect(left.svg).toContain('>Café &#38; Fils</text>');
    expect([left.width, left.height]).toEqual([120, 40]);
  });

  it('cleaned twice is the same', () => {
    for (const svg of Object.values(svgAttacks)) expect(clean(clean(svg))).toBe(clean(svg));
  });

  it('takes a moment, not a minute', () => {
    const started = performance.now();
    for (const [svg] of Object.values(refusedSvgs)) expect(() => clean(svg)).toThrow();
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
