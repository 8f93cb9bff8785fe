import { Injectable, Module } from '@nestjs/common';
import { createTestApp } from '../testing';
import type { TestApp } from '../testing';
import { Realtime } from './realtime.service';

const change = { kind: 'proposal', proposalId: 'p', villageId: 'tricht' } as const;

@Injectable()
class Rules {
  constructor(realtime: Realtime) {
    realtime.allow('village', (_, id) => id === 'tricht');
    realtime.allow('proposal', async () => Promise.reject(new Error('no')));
  }
}

@Module({ providers: [Rules] })
class RulesModule {}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [RulesModule] });
});
afterAll(() => app.close());

describe('a room', () => {
  it('tells those who are in it', async () => {
    const [inside, outside] = [await app.open(), await app.open()];
    expect(await inside.join('village:tricht')).toBe(true);
    expect(await outside.join('public')).toBe(true);
    app.get(Realtime).publish('village:tricht', change);
    app.get(Realtime).publish('public', { kind: 'matches', proposalId: 'p' });
    expect(await inside.hears('proposal')).toEqual(change);
    await outside.hears('matches');
    expect(outside.heard.map(({ room }) => room)).toEqual(['public']);
  });

  it.each([
    'village:beesd',
    'proposal:p',
    'person:somebody',
    'own:somebody',
    'village:',
    'village',
    '',
    'x'.repeat(500),
  ])('attack 6: "%s" lets no visitor in', async (room) => {
    const page = await app.open();
    expect(await page.join(room as 'public')).toBe(false);
  });

  it.each<{ readonly room: unknown }>([
    { room: null },
    { room: 7 },
    { room: {} },
    { room: ['public'] },
    { room: { toString: 'public' } },
  ])('bears the name $room', async ({ room }) => {
    const page = await app.open();
    expect(await page.join(room as 'public')).toBe(false);
    expect(page.socket.connected).toBe(true);
  });
});
