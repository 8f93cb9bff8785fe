import type { INestApplicationContext } from '@nestjs/common';
import { ApplicationsService, BudgetDecisions, BudgetRules } from '@kernagenda/budgets/api';
import type { ApplicationInput, BudgetRuleInput } from '@kernagenda/budgets/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { Clock } from '@kernagenda/shared/api';
import { daysAfter } from '@kernagenda/shared/domain';

/** What the municipality published for 2023, in our own words. */
const budgetRule: BudgetRuleInput = {
  fromYear: 2023,
  villageCents: 5_000_00,
  initiativeCents: 2_000_00,
  existingPercent: 25,
  redistributesOn: '11-01',
  criteria: [
    'Het is bedoeld voor het dorp of zijn bewoners',
    'Iedereen in het dorp kan meedoen',
    'Het dorp wordt er een fijnere plek van',
    'Er is draagvlak, en niemand heeft grote bezwaren',
    'Wij dragen zelf bij: geld, tijd, een plek of spullen',
    'Het onderhoud is geregeld, en de vergunning ook',
    'Er is geen andere subsidie voor',
    'Het geld is vooral voor materiaal, niet voor loon of eten',
    'Het is klaar voor het einde van volgend jaar',
  ],
  source: 'Spelregels leefbaarheidsbudget van de gemeente West Betuwe, 2023, in eigen woorden.',
  sourceUrl: 'https://www.westbetuwe.nl/leefbaarheidsbudget',
  isExample: false,
};

const trichtPoint = 'wb-tricht-02';

interface Plan extends Pick<ApplicationInput, 'title' | 'plan' | 'amountCents' | 'isExisting'> {
  readonly by: string;
  readonly broker: string;
  /** The point of the village it belongs to: the title of an example, or the key of its source. */
  readonly point: string;
  /** What is granted; without it the plan waits, with advice. */
  readonly granted?: { readonly cents: number; readonly reason?: string };
}

/** Plans for this year. All of it is made up: nobody asked for this money. */
const plans: readonly Plan[] = [
  {
    ...{ by: 'bewoner.tricht', broker: 'gebiedsmakelaar.1', point: 'Een watertappunt bij het sportveld' },
    ...{ title: 'Leiding en kraan voor het watertappunt', amountCents: 1_800_00, isExisting: false },
    plan: 'Voorbeeld: de leiding kost 1.100 euro, de kraan met het lage bakje 700 euro. Wij graven en bestraten zelf.',
    granted: { cents: 1_800_00 },
  },
  {
    ...{ by: 'bewoner.deil', broker: 'gebiedsmakelaar.1', point: 'Een deelkast voor gereedschap' },
    ...{ title: 'De kast en het eerste gereedschap', amountCents: 1_500_00, isExisting: false },
    plan: 'Voorbeeld: de kast bouwen wij zelf van hout voor 400 euro. Voor 1.100 euro kopen wij gereedschap.',
    granted: { cents: 1_200_00, reason: 'Een hogedrukreiniger is er al in het dorpshuis: die mag u lenen.' },
  },
  {
    ...{ by: 'secretaris.tricht', broker: 'gebiedsmakelaar.1', point: trichtPoint },
    ...{ title: 'Een bouwmiddag bij het speelbos', amountCents: 450_00, isExisting: false },
    plan: 'Voorbeeld: huur van gereedschap en een tent voor één middag, waarop kinderen en ouders samen bouwen.',
  },
];

/** Enters the rule; a budget of this year is opened by its first application. */
export const enterBudgetRule = (app: INestApplicationContext): Promise<void> =>
  app.get(BudgetRules, { strict: false }).enterFirst([budgetRule]);

/** The points of `plans` that were taken over, by the key of their source. */
export const budgetPoints: readonly string[] = [trichtPoint];

/** Loads the plans through the services; `points` holds ids by the name a plan gives. */
export async function loadBudgets(
  app: INestApplicationContext,
  actors: ReadonlyMap<string, Actor>,
  official: Actor,
  points: ReadonlyMap<string, string>,
): Promise<void> {
  const applications = app.get(ApplicationsService, { strict: false });
  const startsOn = daysAfter(app.get(Clock).now(), 60);
  for (const { by, point, broker, granted, ...plan } of plans) {
    const [actor, adviser, proposalId] = [actors.get(by), actors.get(broker), points.get(point)];
    if (!actor?.homeVillageId || !adviser || !proposalId) throw new Error(`The demo data has no ${by} or ${point}`);
    const input: ApplicationInput = {
      ...{ ...plan, proposalId, villageId: actor.homeVillageId, side: 'self', startsOn },
      met: budgetRule.criteria.slice(0, 6),
      contact: 'Voorbeeld: 0344 00 00 00',
    };
    const { id, version } = await applications.apply(actor, input, null);
    const note = 'Voorbeeld: een goed plan. Iedereen kan meedoen, en de buurt helpt zelf mee.';
    const advised = await applications.advise(adviser, id, version, { isPositive: true, note });
    if (!granted) continue;
    await app.get(BudgetDecisions, { strict: false }).decide(official, id, advised.version, {
      ...{ grantedCents: granted.cents, reason: granted.reason ?? '', isShort: false, isBeforeOthers: false },
    });
  }
}
