import { withNonce } from './nonce';

const page = (inside: string, state = '{}'): string =>
  `<body><script nonce="csp-nonce-of-this-response"></script><ka-root ngcspnonce="csp-nonce-of-this-response">${inside}</ka-root>` +
  `<script src="main.js" nonce="csp-nonce-of-this-response"></script><script id="ng-state" type="application/json">${state}</script></body>`;

describe('withNonce', () => {
  it('gives the nonce of the answer to every script of the page', () => {
    const html = withNonce(page('<h1>Tricht</h1>'), 'abc');
    expect(html.match(/nonce="abc"/g)).toHaveLength(3);
    expect(html).not.toContain('csp-nonce-of-this-response');
  });

  it('never gives it to what residents wrote', () => {
    const sly = '<script nonce="csp-nonce-of-this-response">steal()</script>';
    const html = withNonce(page(sly, `{"title":"csp-nonce-of-this-response"}`), 'abc');
    expect(html).toContain(sly);
    expect(html).toContain('"title":"csp-nonce-of-this-response"');
  });
});
