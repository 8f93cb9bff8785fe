import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, 'tokens.css'), 'utf8');

/** The colours of every block whose selector or media query contains a text, in the order of the file. */
function blocks(part: string): Record<string, string>[] {
  return css
    .split('}')
    .filter((block) => block.includes(part) && block.includes('--ka-paper'))
    .map((block) =>
      Object.fromEntries(
        [...block.matchAll(/(--ka-[\w-]+):\s*(#[0-9a-f]{6})/gi)].map(([, name, value]) => [name, value]),
      ),
    );
}

const themes = {
  light: blocks("[data-theme='light']")[0] ?? {},
  dark: blocks("[data-theme='dark']")[0] ?? {},
  contrast: blocks("[data-theme='contrast']")[0] ?? {},
};

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const text = 4.5;
const body = 7;
const mark = 3;

const pairs: readonly (readonly [on: string, under: string, least: number])[] = [
  ['ink', 'paper', body],
  ['ink', 'sheet', body],
  ['ink', 'wash', body],
  ['ink', 'land-done', body],
  ['ink', 'land-motion', body],
  ['ink', 'land-talk', body],
  ['ink-soft', 'paper', text],
  ['ink-soft', 'wash', text],
  ['ink-soft', 'river-wash', text],
  ['river', 'paper', text],
  ['river', 'river-wash', text],
  ['river', 'blossom-wash', text],
  ['on-river', 'river', text],
  ['on-river', 'river-deep', text],
  ['orchard', 'paper', text],
  ['orchard', 'orchard-wash', text],
  ['blossom', 'paper', text],
  ['blossom', 'blossom-wash', text],
  ['paper', 'blossom', text],
  ['clay', 'paper', text],
  ['clay', 'clay-wash', text],
  ['brick', 'paper', text],
  ['brick', 'sheet', text],
  ['brick', 'brick-wash', text],
  ['on-foot', 'foot', text],
  ['foot-soft', 'foot', text],
  ['water-ink', 'paper', text],
  ['line-strong', 'paper', mark],
  ['line-strong', 'sheet', mark],
  ['blossom-mid', 'paper', mark],
  ['blossom-mid', 'land-talk', mark],
  ['blossom-mid', 'land-motion', mark],
  ['blossom-mid', 'land-done', mark],
  ['focus', 'paper', mark],
];

describe.each(Object.entries(themes))('the tokens of the theme %s', (_, tokens) => {
  it.each(pairs)('keep %s on %s at a ratio of at least %s', (on, under, least) => {
    const [above, below] = [tokens[`--ka-${on}`], tokens[`--ka-${under}`]];
    expect(above && below && contrast(above, below)).toBeGreaterThanOrEqual(least);
  });
});

describe('the themes', () => {
  it('look the same when the system chooses them as when a person does', () => {
    const [dark, darkChosen] = [blocks('prefers-color-scheme')[0], themes.dark];
    const [contrastOfSystem, contrastChosen] = [blocks('prefers-contrast')[0], themes.contrast];
    expect(dark).toEqual(darkChosen);
    expect(contrastOfSystem).toEqual(contrastChosen);
    expect(Object.keys(darkChosen).length).toBeGreaterThan(30);
  });

  it('each give every colour a value', () => {
    expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort());
    expect(Object.keys(themes.contrast).sort()).toEqual(Object.keys(themes.light).sort());
  });
});
