import { AngularNodeAppEngine, createWebRequestFromNodeRequest } from '@angular/ssr/node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { withNonce } from './server/nonce';
import type { WebRequestContext } from './server/request-context';

export interface WebHandlerOptions {
  /** Host names (without port) this installation answers to; others get 400. */
  readonly allowedHosts: readonly string[];
  /** Where the API of this process listens, such as `http://127.0.0.1:3000`. */
  readonly apiOrigin: string;
}

export interface WebHandler {
  /**
   * Renders the page for a request and writes it to the response.
   * @param nonce the nonce of the Content-Security-Policy that goes with this response
   * @returns false when no page answers and nothing was written
   */
  (request: IncomingMessage, response: ServerResponse, nonce: string): Promise<boolean>;
}

/** The pages as one function for the API process; headers that are already on the response stay. */
export function createWebHandler({ allowedHosts, apiOrigin }: WebHandlerOptions): WebHandler {
  const engine = new AngularNodeAppEngine({ allowedHosts: [...allowedHosts] });
  return async (request, response, nonce) => {
    const context: WebRequestContext = { apiOrigin, nonce };
    const asked = createWebRequestFromNodeRequest(request);
    // What a proxy tells of the visitor is for the API; the renderer would write a warning for every page.
    for (const name of [...asked.headers.keys()]) if (name.startsWith('x-forwarded-')) asked.headers.delete(name);
    const page = await engine.handle(asked, context);
    if (!page) return false;
    const text = await page.text();
    const isHtml = page.headers.get('content-type')?.startsWith('text/html') ?? false;
    const body = isHtml ? withNonce(text, nonce) : text;
    response.statusCode = page.status;
    for (const [name, value] of page.headers) response.setHeader(name, value);
    // Rendered for one person: nobody else may be served this copy.
    response.setHeader('cache-control', 'private, no-cache');
    response.setHeader('vary', 'cookie');
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}
