import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

it.each([
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'docker/README.md',
  'docs/architecture.md',
])('%s links to what is there', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => join(dirname(file), path));
  expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});

/** The standard of publiccode.yml, version 0.5: https://yml.publiccode.tools/schema.core.html */
describe('publiccode.yml', () => {
  const code = parse(read('publiccode.yml'));

  it('has every key that must be there, with a value the standard knows', () => {
    expect(code).toMatchObject({
      publiccodeYmlVersion: '0.5',
      name: 'Kernagenda',
      softwareType: 'standalone/web',
      platforms: ['web'],
      legal: { license: 'EUPL-1.2' },
      localisation: { localisationReady: true, availableLanguages: ['nl'] },
    });
    expect(new URL(code.url).protocol).toBe('https:');
    expect(['concept', 'development', 'beta', 'stable', 'obsolete']).toContain(code.developmentStatus);
  });

  it('names who can be asked, because a community maintains it', () => {
    expect(code.maintenance.type).toBe('community');
    expect(code.maintenance).not.toHaveProperty('contractors');
    for (const { name } of code.maintenance.contacts) expect(name).toBeTruthy();
  });

  it.each(Object.entries(code.description))('describes it in %s within the limits', (_, text) => {
    expect(text.shortDescription.length).toBeLessThanOrEqual(150);
    expect(text.longDescription.length).toBeGreaterThanOrEqual(150);
    expect(text.longDescription.length).toBeLessThanOrEqual(10_000);
    expect(text.features.length).toBeGreaterThanOrEqual(5);
    for (const path of text.screenshots ?? []) expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
  });

  it('agrees with the rest of the repository', () => {
    const { license } = JSON.parse(read('package.json'));
    expect(code.legal.license).toBe(license);
    expect(existsSync(join(ROOT, code.logo))).toBe(true);
    const [{ name, versionMin, versionMax }] = code.dependsOn.software;
    expect(read('README.md')).toContain(`${name} ${versionMin} to ${versionMax}`);
  });
});
