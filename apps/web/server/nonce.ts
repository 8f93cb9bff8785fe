/** Stands in index.html; the builder copies it to every script it adds. */
const placeholder = 'csp-nonce-of-this-response';

/** Only what stands before and after the application's own markup is touched: text of residents never gets the nonce. */
export function withNonce(html: string, nonce: string): string {
  const start = html.indexOf('>', html.indexOf('<ka-root')) + 1;
  const end = html.lastIndexOf('</ka-root>');
  const state = html.indexOf('<script id="ng-state"', end);
  const [page, after] = state < 0 ? [html.slice(end), ''] : [html.slice(end, state), html.slice(state)];
  const fill = (part: string): string => part.replaceAll(placeholder, nonce);
  return fill(html.slice(0, start)) + html.slice(start, end) + fill(page) + after;
}
