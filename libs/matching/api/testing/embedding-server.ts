import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface EmbeddingRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly model: string; readonly input: readonly string[] };
}

/** A real server that speaks `/v1/embeddings`, gives each text the vector a test says, and keeps what it was asked. */
export class EmbeddingServer {
  readonly requests: EmbeddingRequest[] = [];
  /** The vector of a text. */
  vectorOf: (text: string) => readonly unknown[] = () => [1, 0, 0];
  /** Answers something else than vectors, when a test sets it; true when it did. */
  instead: (response: ServerResponse, request: EmbeddingRequest) => boolean = () => false;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(): Promise<EmbeddingServer> {
    const holder: { opened?: EmbeddingServer } = {};
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as EmbeddingRequest['body'];
        holder.opened?.answer({ path: request.url ?? '', headers: request.headers, body }, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    holder.opened = new EmbeddingServer(server, (server.address() as AddressInfo).port);
    return holder.opened;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/v1/embeddings`;
  }

  /** Every text it was given. */
  get texts(): readonly string[] {
    return this.requests.flatMap(({ body }) => body.input);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private answer(request: EmbeddingRequest, response: ServerResponse): void {
    this.requests.push(request);
    if (this.instead(response, request)) return;
    const data = request.body.input.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: this.vectorOf(text),
    }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ object: 'list', model: request.body.model, data: data.reverse() }));
  }
}
