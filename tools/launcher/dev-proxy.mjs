import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { atEnd } from './lifetime.mjs';

const EVENTS = '/__reload';
const script = (nonce) =>
  `<script nonce="${nonce}">new EventSource('${EVENTS}').addEventListener('reload', () => location.reload())</script>`;

/** Stands before the server while developing: keeps the address, and tells open pages when the server is new. */
export async function startReloadingProxy(port) {
  let inner = 0;
  const pages = new Set();

  const proxy = createServer((incoming, outgoing) => {
    if (incoming.url === EVENTS) {
      outgoing.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).write(':\n\n');
      pages.add(outgoing);
      outgoing.on('close', () => pages.delete(outgoing));
      return;
    }
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const forward = request({ port: inner, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers });
    forward.on('error', () => outgoing.writeHead(503, { 'content-type': 'text/html', refresh: '1' }).end('<p>…'));
    forward.on('response', (answer) => {
      if (!answer.headers['content-type']?.startsWith('text/html')) {
        outgoing.writeHead(answer.statusCode, answer.headers);
        answer.pipe(outgoing);
        return;
      }
      const { 'content-length': length, ...others } = answer.headers;
      const nonce = /'nonce-([^']+)'/.exec(others['content-security-policy'] ?? '')?.[1] ?? '';
      outgoing.writeHead(answer.statusCode, others);
      answer.on('data', (chunk) => outgoing.write(chunk));
      answer.on('end', () => outgoing.end(length === '0' ? '' : script(nonce)));
    });
    incoming.pipe(forward);
  });

  proxy.on('upgrade', (incoming, socket, head) => {
    const forward = connect(inner, '127.0.0.1', () => {
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
        lines.push(`${incoming.rawHeaders[at]}: ${incoming.rawHeaders[at + 1]}`);
      }
      forward.write(`${lines.join('\r\n')}\r\n\r\n`);
      forward.write(head);
      socket.pipe(forward).pipe(socket);
    });
    forward.on('error', () => socket.destroy());
    socket.on('error', () => forward.destroy());
  });

  await new Promise((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  atEnd(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  return {
    show(next) {
      inner = next;
      for (const page of pages) page.write('event: reload\ndata: \n\n');
    },
  };
}
