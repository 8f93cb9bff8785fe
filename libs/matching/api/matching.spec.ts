import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type {
  MatchBoard,
  MatchFlagView,
  MatchTopic,
  PointSimilar,
  SimilarAnswer,
  SimilarView,
} from '@kernagenda/matching/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import { aProposal, perform, reasons, see } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';

interface Side {
  readonly village: TestVillage;
  readonly resident: TestPerson;
  readonly broker: TestPerson;
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

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

async function similarTo({ id }: { readonly id: string }): Promise<readonly SimilarView[]> {
  return (await app.request<Page<SimilarView>>('GET', `/api/v1/proposals/${id}/similar`)).body.items;
}

async function whileTyping(village: TestVillage, title: string, body = ''): Promise<SimilarAnswer> {
  const answer = await app.request<SimilarAnswer>('POST', '/api/v1/matching/similar', {
    body: { villageId: village.id, title, body },
  });
  expect(answer.status).toBe(200);
  return answer.body;
}

async function flagsOf({ broker }: Side): Promise<readonly MatchFlagView[]> {
  return (await app.request<MatchBoard>('GET', '/api/v1/match-flags', { as: broker })).body.items;
}

async function topics(): Promise<readonly MatchTopic[]> {
  return (await app.request<Page<MatchTopic>>('GET', '/api/v1/match-topics')).body.items;
}

const ids = (items: readonly { readonly proposalId: string }[]): string[] => items.map(({ proposalId }) => proposalId);

describe('villages that want the same', () => {
  let tricht: Side;
  let deil: Side;
  let here: ProposalView;
  let there: ProposalView;

  beforeAll(async () => {
    [tricht, deil] = [await aSide('Tricht'), await aSide('Deil')];
    here = await approved(tricht, 'Straatverlichting in de Nieuwsteeg', 'Het is er donker in de avond.');
    there = await approved(deil, 'Nieuwe straatverlichting bij de kerk', 'Wij missen licht op straat.');
  });

  it('see each other on both points, with the words they share', async () => {
    const [found] = (await similarTo(here)).filter(({ proposalId }) => proposalId === there.id);
    expect(found).toMatchObject({ tier: 'strong', village: { name: 'Deil' } });
    expect(found?.evidence.length).toBeGreaterThan(0);
    expect(ids(await similarTo(there))).toContain(here.id);
  });

  it('attack 06: are compared by the text that is public, never by the one that waits', async () => {
    const [here, there] = [await aSide('Est'), await aSide('Opijnen')];
    const walk = await approved(there, 'Een laadpaal voor elektrische auto’s', 'Er is nergens een laadpunt.');
    const point = await approved(here, 'Meer parkeerplaatsen bij de sporthal', 'De straat staat vol.');
    expect(ids(await similarTo(point))).not.toContain(walk.id);
    const text = { title: walk.title, body: walk.body, place: '', theme: walk.theme, kind: walk.kind };
    const waiting = await perform<ProposalView>(app, here.resident, 'versions', point, text);
    await app.settle();
    expect(ids(await similarTo(point))).not.toContain(walk.id);
    expect(ids(await similarTo(walk))).not.toContain(point.id);
    await perform(app, here.broker, 'versions/2/approve', waiting.body);
    await app.settle();
    expect(ids(await similarTo(point))).toContain(walk.id);
    expect(ids(await similarTo(walk))).toContain(point.id);
  });

  it('are one topic, and a flag on the desk of both brokers', async () => {
    const topic = (await topics()).find(({ points }) => ids(points).includes(here.id));
    expect(topic && ids(topic.points)).toContain(there.id);
    for (const side of [tricht, deil]) {
      expect((await flagsOf(side)).map(({ id }) => id)).toContain(topic?.id);
    }
  });

  it('are shown for every point of a village in one answer', async () => {
    const path = `/api/v1/villages/${tricht.village.slug}/similar`;
    const { items } = (await app.request<Page<PointSimilar>>('GET', path)).body;
    expect(
      items.find(({ proposalId }) => proposalId === here.id)?.similar.map(({ village }) => village.name),
    ).toContain('Deil');
  });

  it('keep the flag when one more village joins', async () => {
    const before = (await topics()).find(({ points }) => ids(points).includes(here.id));
    const third = await approved(await aSide('Haaften'), 'Meer straatverlichting graag');
    const after = (await topics()).find(({ points }) => ids(points).includes(here.id));
    expect(after?.id).toBe(before?.id);
    expect(after && ids(after.points)).toContain(third.id);
  });

  it('are no work for a broker without a village in it', async () => {
    const elsewhere = await aSide('Spijk');
    expect(await flagsOf(elsewhere)).toEqual([]);
  });

  it('attack 05: are no work for a resident', async () => {
    const { status } = await app.request('GET', '/api/v1/match-flags', { as: tricht.resident });
    expect(status).toBe(403);
  });
});

describe('an approval that is taken back', () => {
  it('retracts chip and flag', async () => {
    const [asperen, vuren] = [await aSide('Asperen'), await aSide('Vuren')];
    const stays = await approved(asperen, 'Een AED bij het dorpshuis');
    const goes = await approved(vuren, 'AED ophangen bij de sporthal');
    expect(ids(await similarTo(stays))).toContain(goes.id);

    const { status } = await perform(app, vuren.broker, 'undo', await see(app, goes.id, vuren.broker));
    expect(status).toBe(200);
    await app.settle();
    expect(ids(await similarTo(stays))).not.toContain(goes.id);
    expect((await topics()).flatMap(({ points }) => ids(points))).not.toContain(goes.id);
  });
});

describe('while somebody types', () => {
  it('shows the own village first and others apart', async () => {
    const [est, opijnen] = [await aSide('Est'), await aSide('Opijnen')];
    const own = await approved(est, 'Een jeu-de-boulesbaan bij het plein');
    const other = await approved(opijnen, 'Jeu de boules voor ouderen');
    const answer = await whileTyping(est.village, 'jeu de boules baan');
    expect(ids(answer.inVillage)).toContain(own.id);
    expect(ids(answer.inVillage)).not.toContain(other.id);
    expect(ids(answer.elsewhere)).toContain(other.id);
  });

  it('attack 06: never answers what is not approved, not even to its author', async () => {
    const [rumpt, tuil] = [await aSide('Rumpt'), await aSide('Tuil')];
    const title = 'Zwemsteiger met trapje in de Linge';
    const draft = await aProposal(app).in(rumpt.village).by(rumpt.resident).with({ title }).save();
    const submitted = await aProposal(app).in(rumpt.village).by(rumpt.resident).with({ title }).submitted().save();
    const hidden = await aProposal(app)
      .in(rumpt.village)
      .by(rumpt.resident)
      .with({ title })
      .hiddenBy(rumpt.broker)
      .save();
    const visible = await approved(tuil, title);
    const { inVillage, elsewhere } = await whileTyping(rumpt.village, title);
    const found = [...ids(inVillage), ...ids(elsewhere), ...ids(await similarTo(visible))];
    expect(ids(elsewhere)).toContain(visible.id);
    for (const { id } of [draft, submitted, hidden]) expect(found).not.toContain(id);
  });

  it('attack 06: leaves a point out at once when it is hidden', async () => {
    const side = await aSide('Hellouw');
    const point = await approved(side, 'Insectenhotel achter de school');
    expect(ids((await whileTyping(side.village, 'insectenhotel')).inVillage)).toContain(point.id);
    await perform(app, side.broker, 'hide', await see(app, point.id, side.broker), reasons);
    expect(ids((await whileTyping(side.village, 'insectenhotel')).inVillage)).not.toContain(point.id);
  });

  it('refuses a text that is too long', async () => {
    const { village } = await aSide('Acquoy');
    const body = { villageId: village.id, title: 'x'.repeat(1_000), body: '' };
    expect((await app.request('POST', '/api/v1/matching/similar', { body })).status).toBe(400);
  });
});

describe('what two villages share', () => {
  it('is never matched between them', async () => {
    const [varik, heesselt] = [await aSide('Varik'), await aSide('Heesselt')];
    const shared = {
      sourceKey: `test-${varik.village.slug}`,
      sourceUrl: 'https://example.org/kernagenda',
      villageId: varik.village.id,
      alsoVillageIds: [heesselt.village.id],
      title: 'Knotwilgen snoeien op de plaat',
      body: '',
      theme: 'green',
      kind: 'social',
      agendaState: 'wish',
      reportedYear: null,
    } as const;
    await app.get(ImportsService).import([shared]);
    const own = await approved(heesselt, 'Knotwilgen snoeien met vrijwilligers');
    expect((await similarTo(own)).map(({ title }) => title)).not.toContain(shared.title);
  });

  it('counts for both in a topic with a third', async () => {
    const [varik, heesselt, vuren] = [await aSide('Varik'), await aSide('Heesselt'), await aSide('Vuren')];
    await app.get(ImportsService).import([
      {
        sourceKey: `both-${varik.village.slug}`,
        sourceUrl: 'https://example.org/kernagenda',
        villageId: varik.village.id,
        alsoVillageIds: [heesselt.village.id],
        title: 'Een klompenpad langs de dijk',
        body: '',
        theme: 'recreation',
        kind: 'works',
        agendaState: 'wish',
        reportedYear: null,
      },
    ]);
    const third = await approved(vuren, 'Klompenpad door de uiterwaard');
    const topic = (await topics()).find(({ points }) => ids(points).includes(third.id));
    expect(topic?.points.map(({ village }) => village.slug).sort()).toEqual(
      [varik, heesselt, vuren].map(({ village }) => village.slug).sort(),
    );
  });
});

describe('keyword stuffing', () => {
  it('attack 25: does not make a text resemble everything', async () => {
    const stuffer = await aSide('Beesd');
    const before = await topics();
    const words = before.map(({ label }) => label).join(' ');
    const stuffed = await approved(
      stuffer,
      'Alles voor iedereen',
      `${words} speeltuin parkeren drempel bankje glasvezel bushalte kerk markt fietspad zonnepanelen school zorg `.repeat(
        8,
      ),
    );
    expect((await similarTo(stuffed)).filter(({ tier }) => tier === 'strong')).toEqual([]);
    expect((await topics()).length).toBe(before.length);
  });
});
