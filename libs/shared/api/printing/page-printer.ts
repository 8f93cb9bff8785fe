import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Problem } from '@kernagenda/shared/domain';
import { Settings } from '../settings';
import { nl } from './nl';
import { PrintWorker } from './print-worker';

/** A page on paper. */
export interface PrintedPage {
  readonly content: Buffer;
  /** The same for the same page, as an entity tag with its quotes. */
  readonly tag: string;
}

/** So many printed pages are kept at most. */
const keptPages = 50;

/** Nothing runs on paper, and without this a page that says the same is the same; text of people holds no markup. */
const notOnPaper = /<script\b[\s\S]*?<\/script>| ngcspnonce="[\w+/=-]*"(?=[^<>]* ng-version=)/gi;

/** Pages of this application as PDF, as a visitor reads them who is not signed in. */
@Injectable()
export class PagePrinter {
  private readonly kept = new Map<string, Promise<Buffer>>();

  constructor(
    private readonly settings: Settings,
    private readonly host: HttpAdapterHost,
    private readonly worker: PrintWorker,
  ) {}

  /**
   * The page at this path, such as `/kernen/tricht/agenda/folder`, printed anew only when it says something else.
   * @throws Problem `unavailable`, with a sentence for people, when the page or a browser is not at hand.
   */
  async print(path: string): Promise<PrintedPage> {
    if (this.settings.chromiumPath === null) throw new Problem('unavailable', nl.noBrowser);
    const origin = this.findOrigin();
    const html = (await readPage(origin + path)).replace(notOnPaper, '');
    const url = new URL(path, this.settings.publicUrl).href;
    const key = createHash('sha256').update(`${url}\n${html}`).digest('base64url');
    const content = this.kept.get(key) ?? this.worker.print({ url, origin, html });
    this.keep(key, content);
    return { content: await content, tag: `"${key}"` };
  }

  private keep(key: string, content: Promise<Buffer>): void {
    this.kept.delete(key);
    this.kept.set(key, content);
    content.catch(() => this.kept.delete(key));
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptPages && oldest !== undefined) this.kept.delete(oldest);
  }

  /** Where this process itself listens, whatever stands in front of it. */
  private findOrigin(): string {
    const address = (this.host.httpAdapter.getHttpServer() as Server).address();
    if (address === null || typeof address === 'string') throw new Problem('unavailable', nl.failed);
    const { family, port } = address;
    if (['0.0.0.0', '::'].includes(address.address)) return `http://127.0.0.1:${port}`;
    return `http://${family === 'IPv6' ? `[${address.address}]` : address.address}:${port}`;
  }
}

async function readPage(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'error' }).catch(() => null);
  const isPage = answer?.ok && answer.headers.get('content-type')?.startsWith('text/html');
  if (!answer || !isPage) throw new Problem('unavailable', nl.failed);
  return answer.text();
}
