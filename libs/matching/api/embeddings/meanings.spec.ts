import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { ImportsService } from '@kernagenda/proposals/api';
import { aProposal, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { SimilarView } from '@kernagenda/matching/domain';
import type { ProposalImport, ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { EmbeddingServer } from '../testing/embedding-server';
import { MatchWorker } from '../match-worker';
import { Resemblances } from '../resemblances.service';
import { Meanings } from './meanings.service';

interface Side {
  readonly village: TestVillage;
  readonly resident: TestPerson;
  readonly broker: TestPerson;
}

let server: EmbeddingServer;
let app: TestApp;
let tricht: Side;
let warned: string[];

beforeEach(async () => {
  warned = [];
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((message: unknown) => void warned.push(String(message)));
  server = await EmbeddingServer.open();
  app = await createTestApp({ settings: { embeddings: { url: server.url, model: 'dorpen', key: null } } });
  tricht = await aSide('Tricht');
});
afterEach(async () => {
  await app.close();
  await server.close();
  jest.restoreAllMocks();
});

async function aSide(name: string): Promise<Side> {
  const village = await aVillage(app, { name });
  const resident = await aPerson(app, { homeVillageId: village.id });
  const broker = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: village.id }] });
  return { village, resident, broker };
}

async function approved({ village, resident, broker }: Side, title: string, body = ''): Promise<ProposalView> {
  const proposal = await aProposal(app).in(village).by(resident).with({ title, body }).approvedBy(broker).save();
  await app.settle();
  return proposal;
}

async function embedded(): Promise<string[]> {
  const rows = await app.dataSource.query<{ id: string }[]>('select proposal_id as id from match_vector');
  return rows.map(({ id }) => id);
}

async function similarTo({ id }: { readonly id: string }): Promise<readonly SimilarView[]> {
  return (await app.request<Page<SimilarView>>('GET', `/api/v1/proposals/${id}/similar`)).body.items;
}

describe('what is sent to the embedding model', () => {
  it('attack 17: is the title and the text of what is public, and no name', async () => {
    const { village, resident, broker } = tricht;
    const place = 'bij de Lingedijk';
    await aProposal(app).in(village).by(resident).with({ title: 'Een concept', body: 'Nog niet af.' }).save();
    await aProposal(app)
      .in(village)
      .by(resident)
      .with({ title: 'Wacht', body: 'Nog niet gelezen.' })
      .submitted()
      .save();
    await aProposal(app)
      .in(village)
      .by(resident)
      .with({ title: 'Meer licht', body: 'Het is er donker.', place })
      .approvedBy(broker)
      .save();
    await approved(tricht, 'Alleen een titel');
    expect([...server.texts].sort()).toEqual(['Alleen een titel', 'Meer licht\nHet is er donker.']);
    for (const { body } of server.requests) expect(Object.keys(body).sort()).toEqual(['input', 'model']);
    const people = await app.dataSource.query<{ name: string }[]>('select display_name as name from person');
    const sent = JSON.stringify(server.requests);
    for (const text of [...people.map(({ name }) => name), place, 'Tricht', resident.id, village.id]) {
      expect(sent).not.toContain(text);
    }
  });

  it('is each text once, and again when it changes', async () => {
    const point = await approved(tricht, 'Meer licht', 'Het is er donker.');
    await app.get(Meanings).catchUp();
    expect(server.texts).toEqual(['Meer licht\nHet is er donker.']);
    const { title, theme, kind } = point;
    const text = { title, body: 'De lamp is stuk.', place: '', theme, kind };
    const waiting = await perform<ProposalView>(app, tricht.resident, 'versions', point, text);
    await perform(app, tricht.broker, 'versions/2/approve', waiting.body);
    await app.settle();
    expect(server.texts).toEqual(['Meer licht\nHet is er donker.', 'Meer licht\nDe lamp is stuk.']);
    expect(await embedded()).toEqual([point.id]);
  });

  it('is sent in few requests', async () => {
    const points = Array.from({ length: 40 }, (_, number): ProposalImport => ({
      sourceKey: `wens-${number}`,
      sourceUrl: 'https://example.org/kernagenda',
      villageId: tricht.village.id,
      alsoVillageIds: [],
      title: `Een wens met nummer ${number}`,
      body: '',
      theme: 'green',
      kind: 'social',
      agendaState: 'wish',
      reportedYear: null,
    }));
    await app.get(ImportsService).import(points);
    await app.settle();
    expect(server.requests.map(({ body }) => body.input.length)).toEqual([32, 8]);
    expect(await embedded()).toHaveLength(40);
  });
});

describe('texts that share no word', () => {
  let music: ProposalView;
  let exhibition: ProposalView;

  beforeEach(async () => {
    server.vectorOf = (text) => (/citer|porselein/.test(text) ? [1, text.length / 1_000, 0] : [0, 0, 1]);
    music = await approved(tricht, 'Een uurtje citer voor wie wil');
    exhibition = await approved(await aSide('Deil'), 'De expositie over porselein');
    await approved(await aSide('Est'), 'Knotwilgen snoeien langs de wetering');
  });

  it('are possible, from both sides and with what each is about, when a model finds them alike', async () => {
    for (const [one, other] of [
      [music, exhibition],
      [exhibition, music],
    ] as const) {
      const found = await similarTo(one);
      expect(found).toMatchObject([
        { proposalId: other.id, tier: 'possible', evidence: [{ term: 'hetzelfde, in andere woorden' }] },
      ]);
      expect(found[0]?.evidence.every(({ inThis, inOther }) => inThis !== '' && inOther !== '')).toBe(true);
    }
  });

  it('are so too after the thread was lost and all is compared again', async () => {
    const before = await similarTo(music);
    await app.get(MatchWorker).lose();
    await app.dataSource.query('delete from resemblance; update match_text set is_compared = false');
    await app.get(Resemblances).refresh();
    expect(await similarTo(music)).toEqual(before);
  });

  it('are nothing to each other any more when one of them becomes another text', async () => {
    const { theme, kind } = music;
    const text = { title: 'Een bankje aan het water', body: '', place: '', theme, kind };
    const waiting = await perform<ProposalView>(app, tricht.resident, 'versions', music, text);
    server.instead = (response) => {
      response.writeHead(503).end();
      return true;
    };
    await perform(app, tricht.broker, 'versions/2/approve', waiting.body);
    await app.settle();
    expect(await similarTo(exhibition)).toEqual([]);
    expect(await embedded()).not.toContain(music.id);
  });

  it('attack 21: leave no vector when one of them is hidden', async () => {
    await perform(app, tricht.broker, 'hide', await see(app, music.id, tricht.broker), reasons);
    await app.settle();
    expect(await similarTo(exhibition)).toEqual([]);
    expect(await embedded()).not.toContain(music.id);
  });
});

describe('an embedding model that fails', () => {
  const fails = (status: number): void => {
    server.instead = (response) => {
      response.writeHead(status).end();
      return true;
    };
  };

  it('keeps nothing else from working, is complained of once, and is asked again', async () => {
    fails(503);
    const here = await approved(tricht, 'Straatverlichting in de Nieuwsteeg', 'Het is er donker in de avond.');
    const there = await approved(await aSide('Deil'), 'Nieuwe straatverlichting bij de kerk');
    expect(await similarTo(here)).toMatchObject([{ proposalId: there.id, tier: 'strong' }]);
    expect(warned.filter((line) => line.includes('embedding'))).toEqual([
      'The embedding model gives no vectors: it answered 503. It is asked again.',
    ]);
    server.instead = () => false;
    await app.get(Meanings).catchUp();
    expect((await embedded()).sort()).toEqual([here.id, there.id].sort());
  });

  it('for one text takes the others all the same, and that one no more', async () => {
    fails(503);
    const points = [
      await approved(tricht, 'Meer licht'),
      await approved(tricht, 'Te veel'),
      await approved(tricht, 'Een bankje'),
    ];
    server.instead = (response, { body }) => {
      if (!body.input.includes('Te veel')) return false;
      response.writeHead(413).end();
      return true;
    };
    await app.get(Meanings).catchUp();
    expect((await embedded()).sort()).toEqual([points[0]?.id, points[2]?.id].sort());
    const before = server.requests.length;
    await app.get(Meanings).catchUp();
    expect(server.requests.length).toBe(before);
  });

  it('is taken for another model when its vectors change size', async () => {
    await approved(tricht, 'Meer licht');
    server.vectorOf = () => [1, 0, 0, 0];
    await approved(tricht, 'Een bankje');
    expect(await embedded()).toHaveLength(1);
    expect(warned.at(-1)).toContain('another size');
  });
});

it('keeps no vector of what was hidden while it was made', async () => {
  const point = await approved(tricht, 'Meer licht');
  await app.dataSource.query('delete from match_vector');
  let hidden: Promise<unknown> | null = null;
  server.instead = (response, { body }) => {
    hidden ??= see(app, point.id, tricht.broker)
      .then((seen) => perform(app, tricht.broker, 'hide', seen, reasons))
      .then(() => response.end(JSON.stringify({ data: body.input.map((_, index) => ({ index, embedding: [1, 0] })) })));
    return true;
  };
  await app.get(Meanings).catchUp();
  expect([hidden, await embedded()]).toEqual([expect.any(Promise), []]);
});
