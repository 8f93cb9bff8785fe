import { PromiseCalls } from '@kernagenda/commitments/api/testing';
import type { Story } from '@kernagenda/news/domain';
import { aProposal, aTown, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { TestTown } from '@kernagenda/proposals/api/testing';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';

let app: TestApp;
let town: TestTown;
let calls: PromiseCalls;

beforeAll(async () => {
  app = await createTestApp();
  calls = new PromiseCalls(app);
  town = await aTown(app);
});
afterAll(() => app.close());

const told = async (title: string, body: object = {}): Promise<string> => {
  const { tricht, resident, broker } = town;
  const { id } = await aProposal(app)
    .in(tricht)
    .by(resident)
    .with({ title })
    .approvedBy(broker)
    .then(broker, 'explore')
    .then(broker, 'put-on-agenda')
    .then(broker, 'plan', { teamId: null, executor: null, dueOn: '2026-06-01' })
    .then(broker, 'start')
    .then(broker, 'finish', { evidence: { text: 'Het staat er.' } })
    .save();
  await app.advance({ seconds: 60 });
  const { status } = await calls.tellStory(broker, id, 0, body);
  if (status !== 200) throw new Error(`Telling answered ${status}`);
  return id;
};
const list = async (query = '') => (await app.request<Page<Story>>('GET', `/api/v1/stories${query}`)).body;
const feed = async () => app.request<string>('GET', '/api/v1/stories/feed');

describe('the stories of what got done', () => {
  it('stand in a series and in a feed, told last first', async () => {
    const [bench, tree] = [await told('Een bank'), await told('Een boom')];
    const first = await list('?limit=1');
    expect(first.items[0]).toMatchObject({
      ...{ pointId: tree, title: 'Een boom', after: 'Er staat een bank aan de Linge.', costCents: 120_000 },
      village: { name: 'Tricht' },
    });
    const second = await list(`?limit=1&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ pointId }) => pointId)).toEqual([bench]);
    const { status, headers, body } = await feed();
    expect([status, headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(body.indexOf(`/voorstellen/${tree}`)).toBeLessThan(body.indexOf(`/voorstellen/${bench}`));
    expect(body).toContain('<title>Tricht: Een boom</title>');
    expect(body).toContain('<summary>Er staat een bank aan de Linge.</summary>');
    await app.advance({ seconds: 60 });
    expect((await feed()).body).toBe(body);
  });

  it('attack 21: are gone from series and feed with the point they tell of', async () => {
    const id = await told('Het hek van nummer 4');
    expect((await feed()).body).toContain('Het hek van nummer 4');
    await perform(app, town.broker, 'hide', await see(app, id, town.broker), reasons);
    expect((await feed()).headers.get('cache-control')).toBe('no-cache');
    expect(JSON.stringify(await list())).not.toContain('Het hek');
    expect((await feed()).body).not.toContain('Het hek');
  });

  it('attack 01: are plain text in the feed', async () => {
    await told('Een <b>pad</b> & meer', { after: '<script>alert(1)</script>' });
    const { body } = await feed();
    expect(body).toContain('Een &lt;b&gt;pad&lt;/b&gt; &amp; meer');
    expect(body).not.toContain('<script>');
  });
});
