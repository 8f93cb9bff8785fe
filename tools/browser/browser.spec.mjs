import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';
import { browserLaunchOptions, browserPath } from './browser.mjs';

it('opens a page, keeps web security on and runs two sessions beside each other', async () => {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<title>Tricht</title><p>Jeu de boules</p>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const other = createServer((request, response) => response.end('secret')).listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const browser = await chromium.launch(await browserLaunchOptions());
  try {
    const [first, second] = await Promise.all([browser.newPage(), browser.newContext().then((it) => it.newPage())]);
    await Promise.all([first, second].map((page) => page.goto(`http://127.0.0.1:${server.address().port}/`)));
    expect(await first.title()).toBe('Tricht');
    expect(await second.getByText('Jeu de boules').isVisible()).toBe(true);
    const stolen = first.evaluate(
      (url) => fetch(url).then((it) => it.text()),
      `http://127.0.0.1:${other.address().port}/`,
    );
    await expect(stolen).rejects.toThrow(/Failed to fetch/);
  } finally {
    await browser.close();
    server.close();
    other.close();
  }
});

it('lies inside the checkout, never in the shared temp folder', async () => {
  expect(await browserPath()).toMatch(/\/node_modules\/\.cache\/chromium-[\d.]+\/chromium$/);
});

it('says how to bring another browser where none is packaged', () => {
  const module = new URL('./browser.mjs', import.meta.url).href;
  const { stderr, status } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `Object.defineProperty(process, 'arch', { value: 'riscv64' }); await (await import('${module}')).browserPath()`,
    ],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', CHROMIUM_PATH: '' } },
  );
  expect(status).not.toBe(0);
  expect(stderr).toMatch(/no packaged browser for linux-riscv64; set CHROMIUM_PATH/);
});
