import type { ColourName, Palette } from './palette';

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** The contrast ratio of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrastOf(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const text = 4.5;
const body = 7;
const mark = 3;

/** What stands on what, and the least contrast it needs: running text, other text, or a mark. */
export const contrastPairs: readonly (readonly [on: ColourName, under: ColourName, least: number])[] = [
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

export interface ContrastFault {
  readonly on: ColourName;
  readonly under: ColourName;
  readonly least: number;
  /** The measured ratio, rounded down to one decimal so that it never looks sufficient. */
  readonly ratio: number;
}

/** Every pair of a palette that is too hard to read. */
export function contrastFaults(palette: Palette): readonly ContrastFault[] {
  return contrastPairs
    .map(([on, under, least]) => ({ on, under, least, exact: contrastOf(palette[on], palette[under]) }))
    .filter(({ exact, least }) => exact < least)
    .map(({ on, under, least, exact }) => ({ on, under, least, ratio: Math.floor(exact * 10) / 10 }));
}

/** Which pair is too hard to read, and by how much, for a program; pages have words of their own. */
export function contrastSentence({ on, under, ratio, least }: ContrastFault): string {
  return `${on} on ${under} has a contrast of ${ratio}; at least ${least} is needed`;
}
