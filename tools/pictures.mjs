import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserLaunchOptions } from './browser/browser.mjs';
import { say } from './launcher/console.mjs';
import { startDemoServer } from './test/built-server.mjs';

const PICTURES = [
  { name: 'home', path: '/' },
  { name: 'village', path: '/kernen/tricht' },
  { name: 'desk', path: '/werkplek', person: 'Gebiedsmakelaar Voorbeeldgebied 1' },
];

/** Makes the pictures of the README from the running application; a first argument names another folder. */
export async function makePictures([folder = join('docs', 'pictures')]) {
  mkdirSync(folder, { recursive: true });
  const server = await startDemoServer();
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    for (const { name, path, person } of PICTURES) {
      const page = await browser.newPage({
        baseURL: server.origin,
        viewport: { width: 1280, height: 1000 },
        locale: 'nl-NL',
      });
      if (person) await signIn(page, person);
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.screenshot({ path: join(folder, `${name}.png`) });
      say(`  ${join(folder, `${name}.png`)}`);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  return 0;
}

async function signIn(page, name) {
  const { items } = await (await page.request.get('/api/v1/demo/people')).json();
  const { id } = items.find(({ displayName }) => displayName === name);
  await page.request.post('/api/v1/demo/sign-in', { data: { personId: id } });
}
