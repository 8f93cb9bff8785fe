import { CollaborationCalls } from '@kernagenda/collaborations/api/testing';
import type { CollaborationView, PartyRole } from '@kernagenda/collaborations/domain';
import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { ScopedRole } from '@kernagenda/identity/domain';
import { aProposal } from '@kernagenda/proposals/api/testing';
import type { ProposalView } from '@kernagenda/proposals/domain';
import type { PurchaseView } from '@kernagenda/procurement/domain';
import type { TestApp } from '@kernagenda/shared/api/testing';
import { aTeam, aVillage } from '@kernagenda/villages/api/testing';
import type { TestTeam, TestVillage } from '@kernagenda/villages/api/testing';
import { PurchaseCalls, aQuote, demandOf } from './purchase-calls';

/** One village that takes part. */
interface JointVillage {
  readonly village: TestVillage;
  readonly broker: TestPerson;
  readonly secretary: TestPerson;
  readonly member: TestPerson;
  readonly resident: TestPerson;
  readonly point: ProposalView;
}

/** Villages that carry benches out together with a team, and everyone around their purchase. */
export class JointTown {
  readonly calls: PurchaseCalls;

  constructor(
    private readonly app: TestApp,
    readonly villages: readonly [JointVillage, JointVillage, JointVillage],
    readonly team: TestTeam,
    readonly collaboration: CollaborationView,
    /** Of the whole municipality. */
    readonly broker: TestPerson,
    /** Of the team, with a mandate for 10,000 euro. */
    readonly buyer: TestPerson,
    /** Of the team, without a mandate. */
    readonly clerk: TestPerson,
    readonly alderman: TestPerson,
  ) {
    this.calls = new PurchaseCalls(app);
  }

  /** A purchase with a demand of 3 + 4 + 2 benches and what they cost apart: 2700 + 3560 + 1840 euro. */
  async gathered(): Promise<PurchaseView> {
    const { status, body } = await this.calls.start(this.broker, this.collaboration.id);
    if (status !== 201) throw new Error(`Starting answered ${status}: ${JSON.stringify(body)}`);
    const wanted = [demandOf(3, 270_000), demandOf(4, 356_000), demandOf(2, 184_000)];
    for (const [index, { village, secretary }] of this.villages.entries()) {
      const line = body.perVillage.find((each) => each.village.id === village.id)?.lines[0];
      const answer = line && (await this.calls.changeLine(secretary, line, wanted[index] ?? {}));
      if (answer?.status !== 200)
        throw new Error(`The line answered ${answer?.status}: ${JSON.stringify(answer?.body)}`);
    }
    return this.calls.see(this.broker, body.id);
  }

  /** Prices are asked for until noon of 9 March; the quotes are given with their receipts. */
  async requested(prices: readonly number[] = [61_377, 65_931]): Promise<{ id: string; quoteIds: string[] }> {
    const { id } = await this.gathered();
    await this.calls.does(this.broker, id, 'freeze');
    await this.calls.does(this.buyer, id, 'check-route', { route: 'single', note: 'Eén leverancier is genoeg.' });
    await this.calls.does(this.buyer, id, 'specify', { requirements: ['Van hout', 'Met rugleuning'] });
    const closesAt = new Date(this.app.now().getTime() + 7 * 86_400_000).toISOString();
    const day = (days: number): string =>
      new Date(this.app.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    await this.calls.does(this.buyer, id, 'request-quotes', { closesAt, adviceBy: day(14), decisionBy: day(21) });
    const quoteIds: string[] = [];
    for (const [index, price] of prices.entries()) {
      const { status, body } = await this.calls.addQuote(this.clerk, id, aQuote(`Leverancier ${index + 1}`, price));
      if (status !== 201) throw new Error(`The quote answered ${status}: ${JSON.stringify(body)}`);
      quoteIds.push(body.id);
    }
    return { id, quoteIds };
  }

  /** The prices are open, all quotes meet the requirements, and the first one is advised. */
  async advised(prices?: readonly number[]): Promise<{ id: string; quoteIds: string[]; quoteId: string }> {
    const { id, quoteIds } = await this.requested(prices);
    await this.app.advance({ days: 7 });
    for (const quoteId of quoteIds) {
      const { version } = await this.calls.see(this.buyer, id);
      await this.calls.assess(this.buyer, quoteId, version, { meetsRequirements: true, note: '' });
    }
    const [quoteId = ''] = quoteIds;
    await this.calls.does(this.buyer, id, 'advise', { quoteId, note: 'De laagste prijs.' });
    return { id, quoteIds, quoteId };
  }

  async decided(prices?: readonly number[]): Promise<{ id: string; quoteIds: string[]; quoteId: string }> {
    const made = await this.advised(prices);
    await this.calls.does(this.buyer, made.id, 'decide', { quoteId: made.quoteId });
    return made;
  }

  async ordered(): Promise<{ id: string }> {
    const { id } = await this.decided();
    await this.calls.does(this.buyer, id, 'order', { reference: 'WB-2026-17', note: '' });
    return { id };
  }

  /** Takes a village out of the collaboration. */
  leaves(village: JointVillage): Promise<void> {
    return this.act(village, 'leave', { reason: 'Wij wachten nog.' });
  }

  /** The team that buys leaves the collaboration. */
  async buyerLeaves(): Promise<number> {
    const calls = new CollaborationCalls(this.app);
    const { body } = await calls.see(this.buyer, this.collaboration);
    const party = body.parties.find(({ team }) => team !== null);
    const input = { reason: 'Een ander team koopt in.' };
    return (await calls.send(this.buyer, 'POST', body, `parties/${party?.id}/leave`, input)).status;
  }

  /** Gives a village another role in the collaboration. */
  casts(village: JointVillage, role: PartyRole): Promise<void> {
    return this.act(village, 'cast', { role });
  }

  private async act({ village, secretary }: JointVillage, action: 'leave' | 'cast', input: object): Promise<void> {
    const calls = new CollaborationCalls(this.app);
    const { body } = await calls.see(secretary, this.collaboration);
    const party = body.parties.find((each) => each.village?.id === village.id && each.leftAt === null);
    const answer = await calls.send(secretary, 'POST', body, `parties/${party?.id}/${action}`, input);
    if (answer.status !== 200) throw new Error(`${action} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }
}

async function aJointVillage(app: TestApp, name: string, broker: TestPerson): Promise<JointVillage> {
  const village = await aVillage(app, { name });
  const inVillage = (role: 'broker' | 'secretary' | 'group_member'): ScopedRole => ({
    ...{ role, scopeType: 'village', scopeId: village.id },
  });
  const home = { homeVillageId: village.id };
  const resident = await aPerson(app, home);
  const title = `Nieuwe bankjes in ${name}`;
  return {
    village,
    resident,
    broker: await aPerson(app, { roles: [inVillage('broker')] }),
    secretary: await aPerson(app, { ...home, roles: [inVillage('secretary')] }),
    member: await aPerson(app, { ...home, roles: [inVillage('group_member')] }),
    point: await aProposal(app).in(village).by(resident).with({ title }).approvedBy(broker).save(),
  };
}

/** Gives somebody a mandate from now on. */
export async function giveMandate(
  app: TestApp,
  { id }: TestPerson,
  maxCents: number,
  endsAt: Date | null = null,
): Promise<void> {
  await app.dataSource.query('insert into mandate (person_id, max_cents, starts_at, ends_at) values ($1, $2, $3, $4)', [
    ...[id, maxCents, app.now(), endsAt],
  ]);
}

export async function aJointTown(app: TestApp): Promise<JointTown> {
  const { municipalityId } = await aVillage(app, { name: 'Elders' });
  const inTown = (role: 'broker' | 'alderman'): ScopedRole => ({
    ...{ role, scopeType: 'municipality', scopeId: municipalityId },
  });
  const broker = await aPerson(app, { displayName: 'Gebiedsmakelaar', roles: [inTown('broker')] });
  const villages = [
    await aJointVillage(app, 'Deil', broker),
    await aJointVillage(app, 'Est', broker),
    await aJointVillage(app, 'Tuil', broker),
  ] as const;
  const team = await aTeam(app, villages[0].village);
  const ofTeam: ScopedRole = { role: 'official', scopeType: 'team', scopeId: team.id };
  const collaborations = new CollaborationCalls(app);
  const points = villages.map(({ point }) => point.id);
  const { status, body } = await collaborations.start(broker, points, 'Samen bankjes kopen');
  if (status !== 201) throw new Error(`The collaboration answered ${status}: ${JSON.stringify(body)}`);
  const joined = await collaborations.send(broker, 'POST', body, 'parties', { teamId: team.id, role: 'participant' });
  if (joined.status !== 200) throw new Error(`The team answered ${joined.status}: ${JSON.stringify(joined.body)}`);
  const buyer = await aPerson(app, { displayName: 'Inkoper', roles: [ofTeam] });
  await giveMandate(app, buyer, 1_000_000);
  return new JointTown(
    ...([app, villages, team, joined.body, broker, buyer] as const),
    await aPerson(app, { displayName: 'Medewerker', roles: [ofTeam] }),
    await aPerson(app, { displayName: 'Wethouder', roles: [inTown('alderman')] }),
  );
}
