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

/** Texts with the same word of these mean the same; so do all without any. */
const meanings = ['betekenis 1', 'betekenis 2', 'betekenis 3', 'betekenis 4'];
const vectorOf = (text: string): number[] => [...meanings.map((word) => (text.includes(word) ? 1 : 0)), 0.1];

beforeAll(async () => {
  server = await EmbeddingServer.open();
  app = await createTestApp({ settings: { embeddings: { url: server.url, model: 'dorpen', key: null } } });
});
beforeEach(async () => {
  warned = [];
  jest.spyOn(Logger.prototype, 'warn').mockImplementation((message: unknown) => void warned.push(String(message)));
  answers();
  server.requests.length = 0;
  tricht = await aSide('Tricht');
});
// What a test left without a vector is not sent during the next.
afterEach(async () => {
  answers();
  await app.get(Meanings).catchUp();
  jest.restoreAllMocks();
});
afterAll(async () => {
  await app.close();
  await server.close();
});

function answers(): void {
  server.instead = () => false;
  server.vectorOf = vectorOf;
}

function fails(status: number): void {
  server.instead = (response) => {
    response.writeHead(status).end();
    return true;
  };
}

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
    expect(await embedded()).toContain(point.id);
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
    const [count] = await app.dataSource.query<{ made: number }[]>(
      `select count(*)::int as made from match_vector v join proposal p on p.id = v.proposal_id where p.source_key like 'wens-%'`,
    );
    expect(count?.made).toBe(40);
  });
});

describe('texts that share no word', () => {
  async function twoThatMean(meaning: string): Promise<readonly [ProposalView, ProposalView]> {
    const subjects = {
      'betekenis 1': ['Citer', 'Porselein'],
      'betekenis 2': ['Postzegels', 'Alpaca'],
      'betekenis 3': ['Zeepkist', 'Ganzenhoeder'],
      'betekenis 4': ['Kantklossen', 'Sterrenkijker'],
    }[meaning];
    const [here = '', there = ''] = subjects ?? [];
    server.vectorOf = (text) => vectorOf(text === here || text === there ? meaning : text);
    return [await approved(tricht, here), await approved(await aSide('Deil'), there)];
  }
  const idsOf = async (point: ProposalView): Promise<string[]> =>
    (await similarTo(point)).map(({ proposalId }) => proposalId);

  it('are possible, from both sides and with what each is about, when a model finds them alike', async () => {
    const [here, there] = await twoThatMean('betekenis 1');
    for (const [one, other] of [
      [here, there],
      [there, here],
    ] as const) {
      const found = (await similarTo(one)).find(({ proposalId }) => proposalId === other.id);
      expect(found).toMatchObject({
        tier: 'possible',
        evidence: [{ term: 'hetzelfde, in andere woorden', inThis: one.title, inOther: other.title }],
      });
    }
  });

  it('are so too after the thread was lost and all is compared again', async () => {
    const [here, there] = await twoThatMean('betekenis 2');
    const before = await similarTo(here);
    expect(await idsOf(here)).toContain(there.id);
    await app.get(MatchWorker).lose();
    await app.dataSource.query('delete from resemblance; update match_text set is_compared = false');
    await app.get(Resemblances).refresh();
    expect(await similarTo(here)).toEqual(before);
  });

  it('are nothing to each other any more when one of them becomes another text', async () => {
    const [here, there] = await twoThatMean('betekenis 3');
    expect(await idsOf(there)).toContain(here.id);
    const { theme, kind } = here;
    const text = { title: 'Een bankje aan het water', body: '', place: '', theme, kind };
    const waiting = await perform<ProposalView>(app, tricht.resident, 'versions', here, text);
    fails(503);
    await perform(app, tricht.broker, 'versions/2/approve', waiting.body);
    await app.settle();
    expect(await idsOf(there)).not.toContain(here.id);
    expect(await embedded()).not.toContain(here.id);
  });

  it('attack 21: leave no vector when one of them is hidden', async () => {
    const [here, there] = await twoThatMean('betekenis 4');
    expect(await idsOf(there)).toContain(here.id);
    await perform(app, tricht.broker, 'hide', await see(app, here.id, tricht.broker), reasons);
    await app.settle();
    expect(await idsOf(there)).not.toContain(here.id);
    expect(await embedded()).not.toContain(here.id);
  });
});

describe('an embedding model that fails', () => {
  it('keeps nothing else from working, is complained of once, and is asked again', async () => {
    fails(503);
    const here = await approved(tricht, 'Een insectenhotel achter de school', 'Voor bijen en vlinders.');
    const there = await approved(await aSide('Deil'), 'Insectenhotel timmeren bij de kerk');
    const found = (await similarTo(here)).filter(({ proposalId }) => proposalId === there.id);
    expect(found).toMatchObject([{ tier: 'strong' }]);
    expect(warned.filter((line) => line.includes('embedding'))).toEqual([
      'The embedding model gives no vectors: it answered 503. It is asked again.',
    ]);
    expect(await embedded()).not.toContain(here.id);
    answers();
    await app.get(Meanings).catchUp();
    expect(await embedded()).toEqual(expect.arrayContaining([here.id, there.id]));
  });

  it('for one text takes the others all the same, and that one no more', async () => {
    fails(503);
    const [one, much, other] = [
      await approved(tricht, 'Meer licht'),
      await approved(tricht, 'Te veel'),
      await approved(tricht, 'Nog een lamp'),
    ];
    server.instead = (response, { body }) => {
      if (!body.input.includes('Te veel')) return false;
      response.writeHead(413).end();
      return true;
    };
    await app.get(Meanings).catchUp();
    const now = await embedded();
    expect([one, much, other].map(({ id }) => now.includes(id))).toEqual([true, false, true]);
    const before = server.requests.length;
    await app.get(Meanings).catchUp();
    expect(server.requests.length).toBe(before);
  });

  it('is taken for another model when its vectors change size', async () => {
    const before = await approved(tricht, 'Een lamp');
    server.vectorOf = () => [1, 0];
    const after = await approved(tricht, 'Een lantaarn');
    const now = await embedded();
    expect([before, after].map(({ id }) => now.includes(id))).toEqual([true, false]);
    expect(warned.at(-1)).toContain('another size');
  });
});

it('keeps no vector of what was hidden while it was made', async () => {
  const point = await approved(tricht, 'Donker');
  await app.dataSource.query('delete from match_vector where proposal_id = $1', [point.id]);
  let hidden: Promise<unknown> | null = null;
  server.instead = (response, { body }) => {
    hidden = see(app, point.id, tricht.broker)
      .then((seen) => perform(app, tricht.broker, 'hide', seen, reasons))
      .then(() => {
        answers();
        const data = body.input.map((text, index) => ({ index, embedding: vectorOf(text) }));
        response.end(JSON.stringify({ data }));
      });
    return true;
  };
  await app.get(Meanings).catchUp();
  await app.settle();
  expect(hidden).not.toBeNull();
  expect(await embedded()).not.toContain(point.id);
});
