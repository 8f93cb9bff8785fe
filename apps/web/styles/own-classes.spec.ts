import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const web = join(__dirname, '..');

const classesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\.(ka-[\w-]+)/g)].map(([, name = '']) => name);

/** Every selector of a stylesheet by itself. */
const selectorsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .matchAll(/([^{}]+)\{/g),
  ]
    .flatMap(([, selectors = '']) => selectors.split(/,(?![^(]*\))/))
    .map((selector) => selector.trim())
    .filter((selector) => !selector.startsWith('@'));

const filesIn = (...folders: readonly string[]): readonly string[] =>
  globSync(folders.map((folder) => join(web, folder, '**/*.css')));
const shared = new Set(filesIn('styles').flatMap(selectorsOf).flatMap(classesOf));

// Styles of a page stay in the document when somebody goes on to the next one.
describe('the stylesheet of a page', () => {
  it('says nothing of a class that all pages share, but within what is its own', () => {
    const loose = filesIn('pages', 'parts').flatMap((file) =>
      selectorsOf(file)
        .filter((selector) => classesOf(selector).length > 0 && classesOf(selector).every((name) => shared.has(name)))
        .map((selector) => `${relative(web, file)}: ${selector}`),
    );
    expect(loose).toEqual([]);
  });

  it('has classes that no page elsewhere styles too', () => {
    const folders = new Map<string, Set<string>>();
    for (const file of filesIn('pages', 'parts')) {
      for (const name of selectorsOf(file).flatMap(classesOf)) {
        if (!shared.has(name)) folders.set(name, (folders.get(name) ?? new Set()).add(dirname(relative(web, file))));
      }
    }
    expect([...folders].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});
