import type { ContrastFault } from './contrast';
import { contrastFaults } from './contrast';
import { palette } from './palette';
import type { Palette, Scheme } from './palette';

/** The colours a municipality may choose; all others stay, and the chosen ones must be readable with them. */
export const themeColours = ['river', 'river-deep', 'orchard', 'blossom', 'foot'] as const;
export type ThemeColour = (typeof themeColours)[number];
export const schemes = ['light', 'dark'] as const satisfies readonly Scheme[];

export type SchemeColours = Readonly<Partial<Record<ThemeColour, string>>>;
/** By scheme the colours that were chosen, `#rrggbb` in lower case; the others are those of the house. */
export type ChosenColours = Readonly<Record<Scheme, SchemeColours>>;

/** A colour is six hexadecimal digits and nothing else: it becomes part of a stylesheet. */
export const colourPattern = /^#[0-9a-f]{6}$/;

/** All colours of a scheme, with what was chosen. */
export const paletteOf = (scheme: Scheme, chosen: SchemeColours): Palette => ({ ...palette[scheme], ...chosen });

/** The pairs that what was chosen would make too hard to read, by scheme. */
export function themeFaults(chosen: ChosenColours): readonly (ContrastFault & { readonly scheme: Scheme })[] {
  return schemes.flatMap((scheme) =>
    contrastFaults(paletteOf(scheme, chosen[scheme])).map((fault) => ({ ...fault, scheme })),
  );
}

/**
 * The chosen colours as a stylesheet over that of the pages; high contrast stays as it is. Selectors weigh more than
 * those they replace, so the order of the files does not matter.
 */
export function themeStylesheet(chosen: ChosenColours): string {
  const [light, dark] = schemes.map((scheme) => declarations(chosen[scheme]));
  if (!light && !dark) return '';
  const bySystem = 'html:root:not([data-theme])';
  return [
    '@media not all and (prefers-contrast: more) {',
    `  ${bySystem} {${light}}`,
    // What is not chosen for the dark must not keep the colour of the light.
    `  @media (prefers-color-scheme: dark) { ${bySystem} {${declarations(paletteOfChosen('dark', chosen))}} }`,
    '}',
    `html[data-theme='light'] {${light}}`,
    `html[data-theme='dark'] {${dark}}`,
    '',
  ].join('\n');
}

function paletteOfChosen(scheme: Scheme, chosen: ChosenColours): SchemeColours {
  return Object.fromEntries(themeColours.map((name) => [name, chosen[scheme][name] ?? palette[scheme][name]]));
}

function declarations(colours: SchemeColours): string {
  return themeColours
    .flatMap((name) => {
      const value = colours[name];
      return value !== undefined && colourPattern.test(value) ? [` --ka-${name}: ${value};`] : [];
    })
    .join('');
}
