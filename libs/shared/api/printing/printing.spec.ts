import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Controller, Get, Header, Module, Redirect } from '@nestjs/common';
import { Access } from '../access/access.decorator';
import { createTestApp, readPdf, until } from '../testing';
import type { TestApp } from '../testing';
import { nl } from './nl';
import { PagePrinter } from './page-printer';
import { PrintWorker, printLimits } from './print-worker';

/** What pages of this test hold, by name; a test may change them. */
const bodies = new Map<string, string>();
/** What was asked of a server that is not ours. */
const heardElsewhere: string[] = [];
const heardHere: string[] = [];
let elsewhere = '';

const htmlOf = (body: string, head = ''): string =>
  `<!doctype html><html lang="nl"><head><title>Kernagenda van Tricht</title>${head}</head><body>${body}</body></html>`;

@Access('visitor')
@Controller('paper')
class PaperController {
  @Get('plain')
  @Header('content-type', 'text/html; charset=utf-8')
  plain(): string {
    return htmlOf(bodies.get('plain') ?? '', `<link rel="stylesheet" href="/api/v1/paper/style.css">`);
  }

  @Get('sly')
  @Header('content-type', 'text/html; charset=utf-8')
  sly(): string {
    return htmlOf(bodies.get('sly') ?? '', bodies.get('sly-head'));
  }

  @Get('style.css')
  @Header('content-type', 'text/css')
  style(): string {
    heardHere.push('style.css');
    return '.screen { display: none }';
  }

  @Get('signs.svg')
  @Header('content-type', 'image/svg+xml')
  signs(): string {
    heardHere.push('signs.svg');
    return '<svg xmlns="http://www.w3.org/2000/svg"><symbol id="flag"><text y="10">Vlag</text></symbol></svg>';
  }

  @Get('away')
  @Redirect()
  away(): { readonly url: string } {
    heardHere.push('away');
    return { url: `${elsewhere}/redirected` };
  }

  @Get('slow.css')
  slow(): Promise<string> {
    return new Promise(() => undefined);
  }

  @Get('stuck')
  @Header('content-type', 'text/html; charset=utf-8')
  stuck(): string {
    return htmlOf('<p>Wacht</p>', `<link rel="stylesheet" href="/api/v1/paper/slow.css">`);
  }
}

@Module({ controllers: [PaperController] })
class PaperModule {}

const other = createServer((request, response) => {
  heardElsewhere.push(request.url ?? '');
  response.end('elsewhere');
});
let app: TestApp;

beforeAll(async () => {
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  app = await createTestApp({ modules: [PaperModule] });
});
beforeEach(() => {
  bodies.set('plain', '<h1>Kernagenda van Tricht</h1><p class="screen">Alleen op het scherm</p><p>Een bank</p>');
});
afterEach(() => {
  app.get(PrintWorker).limits = printLimits;
});
afterAll(async () => {
  await app.close();
  other.close();
});

const print = (name: string) => app.get(PagePrinter).print(`/api/v1/paper/${name}`);

/** A process as the kernel knows it, or null when it is gone; who ended and was handed to init, is gone for us. */
function lookUp(id: number): { readonly parent: number } | null {
  try {
    const [, state, parent] = /^\d+ \(.*\) (\S) (\d+)/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
    return state === 'Z' && parent === '1' ? null : { parent: Number(parent) };
  } catch {
    return null;
  }
}

/** The processes below this one, however deep: those that hold a browser, and the browser. */
function processes(): number[] {
  const isBelow = (id: number): boolean => {
    const parent = lookUp(id)?.parent;
    return parent === process.pid || (parent !== undefined && parent > 1 && isBelow(parent));
  };
  return readdirSync('/proc').map(Number).filter(isBelow);
}

const allGone = (ids: readonly number[]): boolean => ids.every((id) => lookUp(id) === null);

describe('a page on paper', () => {
  it('is a tagged A4 with the title, the language and the text of the page, and its links lead to where people read it', async () => {
    bodies.set(
      'plain',
      `${bodies.get('plain')}<h2>Lopend</h2><ul><li><a href="/kernen/tricht">Tricht</a></li></ul><svg><use href="/api/v1/paper/signs.svg#flag"/></svg>`,
    );
    const { content } = await print('plain');
    expect(await readPdf(content)).toMatchObject({
      isTagged: true,
      language: 'nl',
      title: 'Kernagenda van Tricht',
      pages: 1,
      size: [210, 297],
      roles: expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Link']) as string[],
      links: ['https://kernagenda.test/kernen/tricht'],
    });
    const { text } = await readPdf(content);
    expect(text.replace(/[\s•]+/g, ' ').trim()).toBe('Kernagenda van Tricht Een bank Lopend Tricht Vlag');
  });

  it('is printed once while the page says the same, also for those who ask at once', async () => {
    bodies.set('plain', `<p>Dit staat er nog niet</p><script>const at = 1;</script>`);
    heardHere.length = 0;
    const [first, second] = await Promise.all([print('plain'), print('plain')]);
    bodies.set('plain', `<p>Dit staat er nog niet</p><script>const at = 2;</script>`);
    const third = await print('plain');
    expect([second.tag, third.tag]).toEqual([first.tag, first.tag]);
    expect(third.content.equals(first.content)).toBe(true);
    expect(heardHere).toEqual(['style.css']);
    bodies.set('plain', '<p>Nu staat er iets anders</p>');
    expect((await print('plain')).tag).not.toBe(first.tag);
    expect(heardHere).toEqual(['style.css', 'style.css']);
  });
});

describe('whatever a page names', () => {
  it('attack 17: nothing of another host is asked for, and no script runs', async () => {
    bodies.set(
      'sly-head',
      `<link rel="stylesheet" href="${elsewhere}/style.css"><link rel="preconnect" href="${elsewhere}">
       <link rel="prefetch" href="${elsewhere}/prefetch"><link rel="stylesheet" href="/api/v1/paper/away">
       <style>@import "${elsewhere}/import.css"; body { background: url(${elsewhere}/background.png) }
       @font-face { font-family: Sly; src: url(${elsewhere}/sly.woff2) } p { font-family: Sly }</style>`,
    );
    bodies.set(
      'sly',
      `<p>Gewone tekst</p><img src="${elsewhere}/image.png" alt=""><img src="/api/v1/paper/away" alt="">
       <img src="https://kernagenda.test@${elsewhere.slice('http://'.length)}/user" alt="">
       <img src="http://kernagenda.test/other-scheme" alt=""><img src="file:///etc/passwd" alt="">
       <iframe src="${elsewhere}/frame"></iframe><iframe src="/api/v1/villages"></iframe>
       <object data="${elsewhere}/object"></object><video src="${elsewhere}/video" poster="${elsewhere}/poster"></video>
       <svg><image href="${elsewhere}/svg.png"/><use href="${elsewhere}/use.svg#a"/></svg>
       <img src="x" onerror="document.body.textContent = 'script'" alt="">
       <a href="javascript:document.body.textContent='script'" id="a">Lees meer</a>`,
    );
    heardHere.length = 0;
    const { text } = await readPdf((await print('sly')).content);
    expect(text).toContain('Gewone tekst');
    expect(text).not.toContain('script');
    expect(heardHere).toContain('away');
    expect(heardElsewhere).toEqual([]);
  });

  it('attack 17: a page that sends the browser elsewhere is refused or stays what it is', async () => {
    bodies.set('sly-head', `<meta http-equiv="refresh" content="0; url=${elsewhere}/refresh">`);
    bodies.set('sly', '<p>Blijft staan</p>');
    await print('sly').catch((error: unknown) => expect(error).toMatchObject({ code: 'unavailable' }));
    expect(heardElsewhere).toEqual([]);
  });
});

describe('the browser', () => {
  it('prints what waits one by one, and refuses more than may wait with a sentence for people', async () => {
    app.get(PrintWorker).limits = { ...printLimits, waiting: 2 };
    const worker = app.get(PrintWorker);
    const ask = (text: string) =>
      Promise.resolve().then(() =>
        worker.print({ url: 'https://kernagenda.test/a', origin: app.origin, html: htmlOf(`<p>${text}</p>`) }),
      );
    const [first, second, third] = await Promise.allSettled([ask('een'), ask('twee'), ask('drie')]);
    expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled']);
    expect(third).toMatchObject({ reason: { code: 'unavailable', message: nl.busy } });
    expect((await ask('vier')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('is let go when a page takes too long, and the next page gets another', async () => {
    app.get(PrintWorker).limits = { ...printLimits, seconds: 2 };
    await expect(print('stuck')).rejects.toMatchObject({ code: 'unavailable', message: nl.failed });
    app.get(PrintWorker).limits = printLimits;
    bodies.set('plain', '<p>Na de pagina die niet kwam</p>');
    expect((await readPdf((await print('plain')).content)).text).toContain('Na de pagina');
  });

  it('is started again when it is lost', async () => {
    bodies.set('plain', '<p>Voor het verlies</p>');
    await print('plain');
    const before = processes();
    expect(before.length).toBeGreaterThan(1);
    for (const id of before.filter((one) => lookUp(one))) process.kill(id, 'SIGKILL');
    await until(() => allGone(before));
    bodies.set('plain', '<p>Na het verlies</p>');
    expect((await readPdf((await print('plain')).content)).text).toContain('Na het verlies');
  });

  it('is closed when nobody asks, and nothing of it stays', async () => {
    app.get(PrintWorker).limits = { ...printLimits, idleSeconds: 0.2 };
    bodies.set('plain', '<p>Daarna wordt het stil</p>');
    await print('plain');
    const before = processes();
    await until(() => allGone(before));
    expect(processes()).toEqual([]);
  });

  it('is closed with the server, and nothing of it stays', async () => {
    const short = await createTestApp({ modules: [PaperModule] });
    bodies.set('plain', '<p>De server stopt</p>');
    await short.get(PagePrinter).print('/api/v1/paper/plain');
    const before = processes();
    expect(before.length).toBeGreaterThan(1);
    await short.close();
    await until(() => allGone(before));
  });

  it('that is not there is told in Dutch', async () => {
    const bare = await createTestApp({ modules: [PaperModule], settings: { chromiumPath: null } });
    const lost = await createTestApp({ modules: [PaperModule], settings: { chromiumPath: '/nowhere/chromium' } });
    try {
      const at = (one: TestApp) => one.get(PagePrinter).print('/api/v1/paper/plain');
      await expect(at(bare)).rejects.toMatchObject({ code: 'unavailable', message: nl.noBrowser });
      await expect(at(lost)).rejects.toMatchObject({ code: 'unavailable', message: nl.failed });
    } finally {
      await bare.close();
      await lost.close();
    }
  });
});
