import { cacheControlOf } from './pages';

describe('a file of the web application', () => {
  it.each(['main-MCXIAE75.js', 'main-MCXIAE75.js.br', 'styles-GILQSW4H.css', 'village-page-CX5vR3vN.js.gz'])(
    'is kept for a year when its name changes with its content: %s',
    (path) => {
      expect(cacheControlOf(`/app/browser/${path}`)).toContain('immutable');
    },
  );

  it.each(['icon.svg', 'index.csr.html', 'atkinson-hyperlegible-next-latin-wght-normal.woff2', 'icon-standard.svg'])(
    'is asked for again when it does not: %s',
    (path) => {
      expect(cacheControlOf(`/app/browser/${path}`)).not.toContain('immutable');
    },
  );
});
