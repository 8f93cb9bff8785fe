import { safeReturnPath } from './return-path';

describe('safeReturnPath', () => {
  it.each(['/mijn', '/voorstel/nieuw?kern=tricht&stap=controleren', '/'])('goes back to %s', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    'https://elders.test',
    '//elders.test',
    '/\\elders.test',
    '\\/elders.test',
    'javascript:alert(1)',
    '/\t/elders.test',
    '/a\\b',
    '/inloggen?terug=/inloggen',
    '',
    undefined,
    null,
  ])('goes to the front page instead of %s', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });
});
