import { REQUEST, REQUEST_CONTEXT, inject } from '@angular/core';
import type { ApiTransport } from '@kernagenda/shared/web';
import type { WebRequestContext } from './request-context';

/**
 * Sends the calls of a page that is rendered on the server to the API of this process, as the person who asked for the
 * page. The origin is given by the process: the Host header of a visitor can never choose where the cookie goes.
 */
export function loopbackTransport(): ApiTransport {
  const cookie = inject(REQUEST, { optional: true })?.headers.get('cookie');
  const context = inject(REQUEST_CONTEXT, { optional: true }) as WebRequestContext | null;
  return (path, init) => {
    if (!context) return Promise.reject(new Error('There is no API while routes are extracted at build time.'));
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    return fetch(context.apiOrigin + path, { ...init, headers });
  };
}
