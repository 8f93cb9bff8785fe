import type { INestApplicationContext } from '@nestjs/common';
import { CollaborationsService, PartiesService, WorkService } from '@kernagenda/collaborations/api';
import type { Actor } from '@kernagenda/identity/domain';
import { DecisionsService, DemandService, PurchasesService, QuotesService } from '@kernagenda/procurement/api';
import { Clock } from '@kernagenda/shared/api';
import { daysAfter } from '@kernagenda/shared/domain';

const dayMs = 86_400_000;

/** What each village asks for, and what it would pay by itself: invented, as the villages named no number. */
const lanterns = {
  acquoy: { quantity: 6, specification: 'Op de kruisingen van de Meerdijk', euros: 9_840 },
  gellicum: { quantity: 4, specification: 'Warm licht in de fietstunnel', euros: 6_860 },
  haaften: { quantity: 18, specification: 'Langs de dijk; dimt na 23 uur', euros: 26_820 },
  opijnen: { quantity: 12, specification: 'Aan de wegen in en om het dorp', euros: 18_780 },
} as const;
type Slug = keyof typeof lanterns;

/** The points of these villages that ask for light, by the key of the source. */
export const lanternPoints: readonly string[] = ['wb-acquoy-02', 'wb-gellicum-04', 'wb-haaften-04', 'wb-opijnen-02'];

/** Where it begins: points of these villages, and who does what. */
export interface TogetherInput {
  readonly proposalIds: readonly string[];
  readonly teamId: string;
  readonly alderman: Actor;
  readonly buyer: Actor;
}

/** Four villages that buy street lights together, as far as the prices that are asked for. An example: nothing here is real. */
export async function loadTogether(
  app: INestApplicationContext,
  { proposalIds, teamId, alderman, buyer }: TogetherInput,
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const now = get(Clock).now();
  const day = (days: number): string => daysAfter(now, days);
  const collaborations = get(CollaborationsService);
  const title = 'Samen straatverlichting kopen';
  const { id } = await collaborations.start(alderman, { title, proposalIds }, null);
  const parties = get(PartiesService);
  await parties.join(buyer, id, { teamId, role: 'participant' }, null);
  const water = { partner: { kind: 'water_board', name: 'Waterschap' }, role: 'adviser' } as const;
  const joined = await parties.join(alderman, id, water, null);
  const formed = await collaborations.move(alderman, id, 'form', joined.version);
  const owner = formed.forParties?.people.find(({ displayName }) => displayName.startsWith('Gebiedsmakelaar'));
  const agreed = await collaborations.agree(alderman, id, formed.version, {
    title,
    ownerId: owner?.id ?? null,
    endsOn: day(300),
    exitRule: 'Een dorp mag uitstappen tot het besluit. Daarna is er besteld en betaalt het dorp zijn deel.',
    decidingBody: 'De vier dorpen adviseren, de wethouder besluit',
    goal: {
      quality: 'Warm licht dat na 23 uur dimt.',
      cost: 'Eén prijs voor vier dorpen, lager dan vier losse prijzen.',
      continuity: 'Eén leverancier voor onderhoud en storingen.',
    },
    baseline: 'Elk dorp vraagt zelf een prijs en wacht op een eigen plek in de planning.',
    staysLocal: 'Waar de lantaarns komen, beslist elk dorp zelf.',
  });
  await collaborations.move(alderman, id, 'execute', agreed.version);
  const work = get(WorkService);
  const decision = { title: 'Warm licht', body: 'Alle dorpen kiezen warm licht dat na 23 uur dimt.' };
  await work.addAgreement(alderman, id, { ...decision, decidedOn: day(0) }, null);
  for (const [at, task] of ['Plekken op de kaart zetten', 'Het lichtplan van de dijk delen'].entries()) {
    const input = { title: task, personId: null, partyId: null, dueOn: day(14 * (at + 1)), isDone: at === 1 };
    await work.addTask(alderman, id, input, null);
  }
  await loadPurchase(app, id, buyer, now);
}

async function loadPurchase(app: INestApplicationContext, collaborationId: string, buyer: Actor, now: Date) {
  const day = (days: number): string => daysAfter(now, days);
  const begun = { collaborationId, what: 'lantaarns', unit: 'lantaarn', kind: 'works', shareKey: 'quantity' } as const;
  let purchase = await app.get(PurchasesService, { strict: false }).start(buyer, begun, null);
  const { id } = purchase;
  const demand = app.get(DemandService, { strict: false });
  for (const { village, lines } of purchase.perVillage) {
    const { euros, ...asked } = lanterns[village.slug as Slug];
    for (const line of lines) {
      purchase = await demand.update(buyer, line.id, line.version, {
        ...asked,
        what: line.what,
        neededBy: null,
        budgetCents: null,
        separatePriceCents: euros * 100,
        separatePriceSource: 'Voorbeeld: een losse offerte voor dit dorp',
      });
    }
  }
  const decisions = app.get(DecisionsService, { strict: false });
  purchase = await demand.freeze(buyer, id, purchase.version);
  const note = 'Drie leveranciers is genoeg voor dit bedrag.';
  purchase = await decisions.checkRoute(buyer, id, purchase.version, { route: 'several', note });
  const requirements = ['Warm licht (2700 K of warmer)', 'Dimt na 23 uur', 'Tien jaar garantie', 'Past bij de dijk'];
  purchase = await decisions.specify(buyer, id, purchase.version, { requirements });
  const closesAt = new Date(now.getTime() + 3 * dayMs).toISOString();
  const terms = { closesAt, adviceBy: day(17), decisionBy: day(31) };
  await app.get(QuotesService, { strict: false }).request(buyer, id, purchase.version, terms);
}
