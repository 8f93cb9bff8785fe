import { jest } from '@jest/globals';
import { chromium } from 'playwright-core';
import { readPdf } from '../../libs/shared/api/testing/pdf';
import { browserLaunchOptions } from '../browser/browser.mjs';
import { buildChanged } from '../launcher/build.mjs';
import { startDemoServer } from './built-server.mjs';

// The first build of a fresh checkout is part of it.
jest.setTimeout(180_000);

let server;
let browser;

beforeAll(async () => {
  await buildChanged('api');
  await buildChanged('web');
  server = await startDemoServer();
  browser = await chromium.launch(await browserLaunchOptions());
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const folderOf = async (village, headers = {}) => {
  const answer = await fetch(`${server.origin}/api/v1/agendas/${village}/folder.pdf`, { headers });
  return { answer, content: Buffer.from(await answer.arrayBuffer()) };
};

/** The words of a text in order; where a line breaks, or what stands before an item of a list, is no part of it. */
const words = (text) => text.replace(/[\s\u00ad•◦▪]+/gu, '');

/** What the page says on paper, with script off. */
async function pageOf(path) {
  const page = await browser.newPage({ baseURL: server.origin, javaScriptEnabled: false });
  try {
    await page.emulateMedia({ media: 'print' });
    await page.goto(path);
    return { title: await page.title(), text: await page.locator('body').innerText() };
  } finally {
    await page.close();
  }
}

it('the folder of Tricht is a tagged A4 in Dutch that says what its page says', async () => {
  const { answer, content } = await folderOf('tricht');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  expect(answer.headers.get('content-disposition')).toBe('inline; filename="kernagenda-tricht.pdf"');
  const [pdf, page] = [await readPdf(content), await pageOf('/kernen/tricht/agenda/folder')];
  expect(pdf).toMatchObject({ isTagged: true, language: 'nl', title: page.title, size: [210, 297] });
  expect(pdf.title).toContain('Tricht');
  expect(pdf.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'L', 'LI']));
  expect(pdf.roles.filter((role) => role === 'H1')).toHaveLength(1);
  expect(words(pdf.text)).toBe(words(page.text));
  expect(page.text.length).toBeGreaterThan(1000);
});

it('whoever has the folder already is told that it is still so', async () => {
  const { answer } = await folderOf('tricht');
  const again = await folderOf('tricht', { 'if-none-match': answer.headers.get('etag') });
  expect([again.answer.status, again.content.length]).toEqual([304, 0]);
});

it('Varik and Heesselt have one folder, whichever of them is asked for', async () => {
  const [varik, heesselt] = [await folderOf('varik'), await folderOf('heesselt')];
  expect(varik.answer.status).toBe(200);
  expect(varik.content.equals(heesselt.content)).toBe(true);
  const { title, text } = await readPdf(varik.content);
  for (const name of ['Varik', 'Heesselt']) {
    expect(title).toContain(name);
    expect(text).toContain(name);
  }
});

it('the sheet for a visit is one tagged A4 in Dutch, as its page says', async () => {
  const answer = await fetch(`${server.origin}/api/v1/board/visits/ophemert/sheet.pdf`);
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    'inline; filename="bezoek-ophemert.pdf"',
  ]);
  const [pdf, page] = [await readPdf(Buffer.from(await answer.arrayBuffer())), await pageOf('/bord/bezoek/ophemert')];
  expect(pdf).toMatchObject({ isTagged: true, language: 'nl', title: page.title, size: [210, 297], pages: 1 });
  expect(words(pdf.text)).toBe(words(page.text));
});

it('the sheet for a visit stays one A4, however much there is to tell', async () => {
  const title =
    'Een heel lang punt over de verharding van het wandelpad achter de kerk, met een bank, een hek en een bord erbij, graag nu'.slice(
      0,
      120,
    );
  const page = await browser.newPage({ baseURL: server.origin });
  try {
    await page.route('**/api/v1/board/visits/*', async (route) => {
      const answer = await (await route.fetch()).json();
      const { at, village } = answer;
      const some = (row) => ({
        count: 31,
        items: Array.from({ length: 3 }, () => ({ id: village.id, title, ...row })),
      });
      const team = { id: village.id, name: 'Team Openbare ruimte en groen' };
      const promised = some({ what: title.repeat(2), team, dueOn: '2026-03-01' });
      const parts = {
        done: some({ at, author: 'Bewoner van het dorp met een lange naam' }),
        ...{ late: promised, next: promised },
        moving: some({ at }),
        still: some({ team, since: { year: 2022 } }),
        wishes: some({ times: 3, support: 12 }),
        questions: some({ dueOn: '2026-03-01' }),
      };
      await route.fulfill({ json: { ...answer, ...parts } });
    });
    await page.goto('/bord', { waitUntil: 'networkidle' });
    await page.getByRole('region', { name: 'Op bezoek' }).getByRole('link', { name: 'Tricht' }).click();
    await page.getByText('3 van 31').nth(6).waitFor();
    expect(await readPdf(await page.pdf({ preferCSSPageSize: true }))).toMatchObject({ pages: 1, size: [210, 297] });
  } finally {
    await page.close();
  }
});
