import { aPerson } from '@kernagenda/identity/api/testing';
import type { SimilarAnswer, SimilarView } from '@kernagenda/matching/domain';
import { aProposal } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { createTestApp } from '@kernagenda/shared/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import { aVillage } from '@kernagenda/villages/api/testing';
import type { TestVillage } from '@kernagenda/villages/api/testing';
import { MatchWorker } from './match-worker';
import { Resemblances } from './resemblances.service';

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function approvedIn(
  name: string,
  title: string,
  body = '',
): Promise<ProposalView & { readonly village: TestVillage }> {
  const village = await aVillage(app, { name });
  const resident = await aPerson(app, { homeVillageId: village.id });
  const broker = await aPerson(app, { roles: [{ role: 'broker', scopeType: 'village', scopeId: village.id }] });
  const proposal = await aProposal(app).in(village).by(resident).with({ title, body }).approvedBy(broker).save();
  return { ...proposal, village };
}

async function whileTyping(village: TestVillage, title: string): Promise<SimilarAnswer> {
  const body = { villageId: village.id, title, body: '' };
  return (await app.request<SimilarAnswer>('POST', '/api/v1/matching/similar', { body })).body;
}

async function similarTo({ id }: { readonly id: string }): Promise<readonly SimilarView[]> {
  return (await app.request<Page<SimilarView>>('GET', `/api/v1/proposals/${id}/similar`)).body.items;
}

describe('the thread that compares texts', () => {
  it('gives the same answers after it was lost', async () => {
    const here = await approvedIn('Buren', 'Een moestuin achter de kerk');
    await approvedIn('Ravenswaaij', 'Samen groente kweken in een moestuin');
    await app.settle();
    const before = await whileTyping(here.village, 'Moestuin voor het dorp');
    expect(before.inVillage).toHaveLength(1);
    expect(before.elsewhere).toHaveLength(1);
    await app.get(MatchWorker).lose();
    expect(await whileTyping(here.village, 'Moestuin voor het dorp')).toEqual(before);
  });

  it('answers what was asked before it was lost', async () => {
    const { village } = await approvedIn('Zoelen', 'Een zwemsteiger in de Linge');
    await app.settle();
    const asked = whileTyping(village, 'Zwemsteiger');
    const lost = app.get(MatchWorker).lose();
    expect((await asked).inVillage.map(({ title }) => title)).toEqual(['Een zwemsteiger in de Linge']);
    await lost;
  });

  it('reads again what another version of the engine read, with the same answer', async () => {
    const one = await approvedIn('Lienden', 'Vleermuiskasten aan de toren');
    const other = await approvedIn('Eck en Wiel', 'Vleermuiskast ophangen');
    await app.settle();
    const before = await similarTo(one);
    expect(before.map(({ proposalId }) => proposalId)).toEqual([other.id]);
    await app.dataSource.query(`update match_text set engine_version = 0; delete from resemblance`);
    await app.get(Resemblances).refresh();
    expect(await similarTo(one)).toEqual(before);
  });

  it('compares what was read before the process ended', async () => {
    const one = await approvedIn('Maurik', 'Een insectenhotel bij de school');
    const other = await approvedIn('Ingen', 'Insectenhotel timmeren');
    await app.settle();
    await app.dataSource.query(`delete from resemblance; update match_text set is_compared = false`);
    await app.get(Resemblances).refresh();
    expect((await similarTo(one)).map(({ proposalId }) => proposalId)).toEqual([other.id]);
  });
});

describe('wishes against each other', () => {
  it('are related at most, and say that they are opposite', async () => {
    const wanted = await approvedIn('Rijswijk', 'Een skatebaan op het plein');
    const unwanted = await approvedIn('Kerk-Avezaath', 'Verbied de skatebaan');
    await app.settle();
    const found = (await similarTo(wanted)).filter(({ proposalId }) => proposalId === unwanted.id);
    expect(found).toMatchObject([{ tier: 'related', isOpposite: true }]);
    expect((await similarTo(unwanted)).find(({ proposalId }) => proposalId === wanted.id)).toMatchObject({
      isOpposite: true,
    });
    const topics = (await app.request<Page<{ points: { proposalId: string }[] }>>('GET', '/api/v1/match-topics')).body
      .items;
    expect(topics.flatMap(({ points }) => points.map(({ proposalId }) => proposalId))).not.toContain(wanted.id);
  });
});
