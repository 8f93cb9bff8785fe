import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(ROOT, path), 'utf8');
const notice = read('NOTICE');

/** The packages that NOTICE lists under a licence, by that licence. */
const listed = notice
  .slice(notice.indexOf('PACKAGES THAT RUN WITH IT'), notice.indexOf('What those bring along'))
  .split('\n')
  .reduce((found, line) => {
    if (/^[\w.-]+$/.test(line)) found.push([line, '']);
    else if (line.startsWith('  ')) found.at(-1)[1] += `${line.replace(/^ +\w+:/, '')},`;
    return found;
  }, [])
  .flatMap(([licence, names]) =>
    names
      .split(/[ ,]+/)
      .filter(Boolean)
      .map((name) => [name, licence]),
  );

const licenceOf = (path) => {
  const { license, licenses } = JSON.parse(read(join(path, 'package.json')));
  return (license ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none').replace(/[()]/g, '');
};

it('names every package the product asks for, under the licence the package gives itself', () => {
  const { dependencies } = JSON.parse(read('package.json'));
  const given = Object.keys(dependencies).map((name) => [name, licenceOf(`node_modules/${name}`)]);
  expect(listed.sort()).toEqual(given.sort());
});

it('names every licence of what those packages bring along', () => {
  const { packages } = JSON.parse(read('package-lock.json'));
  const shipped = Object.entries(packages).filter(
    ([path, { dev, optional, devOptional }]) => path !== '' && !dev && !optional && !devOptional,
  );
  expect(shipped.length).toBeGreaterThan(100);
  const licences = new Set(shipped.filter(([path]) => existsSync(join(ROOT, path))).map(([path]) => licenceOf(path)));
  expect([...licences].filter((licence) => !notice.includes(licence))).toEqual([]);
});

it('names files that exist', () => {
  const paths = [...notice.matchAll(/\b(?:apps|libs)\/[\w./-]+\w/g)].map(([path]) => path);
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
