import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrastOf, contrastPairs, palette } from '@kernagenda/villages/domain/settings';

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

describe.each(Object.entries(themes))('the tokens of the theme %s', (_, tokens) => {
  it.each(contrastPairs)('keep %s on %s at a ratio of at least %s', (on, under, least) => {
    const [above, below] = [tokens[`--ka-${on}`], tokens[`--ka-${under}`]];
    expect(above && below && contrastOf(above, below)).toBeGreaterThanOrEqual(least);
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

  it('are those the colours of a municipality are measured against', () => {
    const named = (colours: object) =>
      Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--ka-${name}`, value]));
    expect(themes.light).toEqual(named(palette.light));
    expect(themes.dark).toEqual(named(palette.dark));
  });
});
