import { createTestApp } from '../testing';
import type { TestApp } from '../testing';
import { Realtime } from './realtime.service';

const change = { kind: 'proposal', proposalId: 'p', villageId: 'tricht' } as const;

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

describe('a room', () => {
  it('tells those who are in it, and nobody else', async () => {
    const [inside, outside] = [await app.open(), await app.open()];
    expect(await inside.join('public')).toBe(true);
    app.get(Realtime).publish('public', change);
    expect(await inside.hears('proposal')).toEqual(change);
    expect(outside.heard).toEqual([]);
  });

  it('tells nothing more to who left it', async () => {
    const [gone, stays] = [await app.open(), await app.open()];
    await gone.join('public');
    await stays.join('public');
    gone.socket.emit('leave', 'public');
    await gone.join('person:nobody');
    app.get(Realtime).publish('public', change);
    await stays.hears('proposal');
    expect(gone.heard).toEqual([]);
  });

  it.each(['person:somebody', 'desk:tricht', 'own:somebody', 'public:x', 'village:', 'village', '', 'x'.repeat(500)])(
    'attack 06: "%s" lets no visitor in',
    async (room) => {
      const page = await app.open();
      expect(await page.join(room as 'public')).toBe(false);
    },
  );

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

  it('has one rule, which nobody can replace', () => {
    expect(() => app.get(Realtime).allow('person', () => true)).toThrow('Two rules');
  });
});
