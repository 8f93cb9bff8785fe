import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CollaborationsService, PartiesService } from '@kernagenda/collaborations/api';
import type { Actor } from '@kernagenda/identity/domain';
import {
  DecisionsService,
  DeliveriesService,
  DemandService,
  PurchasesService,
  QuotesService,
  purchaseOpened,
} from '@kernagenda/procurement/api';
import { Jobs } from '@kernagenda/shared/api';
import { daysAfter } from '@kernagenda/shared/domain';
import { daysAgo } from './demo-clock';
import type { SettableTime } from './demo-clock';
import type { Example } from './examples';

/** So many days ago the three points came in; everything else of this purchase came after. */
export const boughtSince = 130;

const basket = {
  state: 'approved',
  body: 'In de herfst ligt de stoep vol natte bladeren. Met een korf ruimen we die zelf op en glijdt niemand uit.',
  theme: 'green',
  kind: 'good',
} as const;

/** Three villages that wanted the same, by what they ask for. All of it is made up: no real point moves. */
const wanted = {
  deil: {
    ...{ by: 'bewoner.deil', broker: 'gebiedsmakelaar.1', title: 'Een bladkorf in elke straat', place: 'In heel Deil' },
    ...{ quantity: 10, euros: 1_750, story: 'Voorbeeld: tien korven staan er, en op de dijk ligt geen blad meer.' },
  },
  haaften: {
    ...{ by: 'bewoner.haaften', broker: 'gebiedsmakelaar.4', title: 'Bladkorven onder de grote bomen' },
    ...{ place: 'Bij de kerk en de school', quantity: 14, euros: 2_380 },
    story: 'Voorbeeld: de korven staan bij de kerk en de school. De straat leegt ze zelf.',
  },
  spijk: {
    ...{ by: 'bewoner.spijk', broker: 'gebiedsmakelaar.2', title: 'Bladkorven voor natte herfstdagen' },
    ...{ place: 'Langs de paden in het dorp', quantity: 8, euros: 1_480 },
    story: 'Voorbeeld: acht korven langs de paden. Na de herfst gaan ze naar de opslag.',
  },
} as const;
type Slug = keyof typeof wanted;

/** What these villages proposed. */
export const baskets: readonly Example[] = Object.values(wanted).map(({ by, broker, title, place }) => ({
  ...{ ...basket, by, broker, title, place },
}));

/** The points, in the order of `baskets`, and who does what. */
export interface BoughtInput {
  readonly proposalIds: readonly string[];
  readonly teamId: string;
  readonly alderman: Actor;
  readonly buyer: Actor;
}

/**
 * Three villages that bought leaf baskets together, from the demand to the booked saving and what others can learn.
 * @returns the id of their collaboration
 */
export async function loadBought(
  app: INestApplicationContext,
  time: SettableTime,
  { proposalIds, teamId, alderman, buyer }: BoughtInput,
): Promise<string> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [collaborations, purchases, demand] = [get(CollaborationsService), get(PurchasesService), get(DemandService)];
  const [decisions, deliveries, quotes] = [get(DecisionsService), get(DeliveriesService), get(QuotesService)];
  const ago = <Done>(days: number, work: () => Promise<Done>): Promise<Done> => daysAgo(time, days, work);
  const now = time.now();
  const day = (days: number): string => daysAfter(now, days);

  const collaborationId = await ago(120, async () => {
    const title = 'Samen bladkorven kopen';
    const { id } = await collaborations.start(alderman, { title, proposalIds }, null);
    const joined = await get(PartiesService).join(buyer, id, { teamId, role: 'participant' }, null);
    const formed = await collaborations.move(alderman, id, 'form', joined.version);
    const owner = formed.forParties?.people.find(({ displayName }) => displayName.startsWith('Gebiedsmakelaar'));
    const agreed = await collaborations.agree(alderman, id, formed.version, {
      title,
      ownerId: owner?.id ?? null,
      endsOn: day(60),
      exitRule: 'Een dorp mag uitstappen tot de bestelling. Daarna betaalt het dorp zijn deel.',
      decidingBody: 'De drie dorpen adviseren, het team besluit',
      goal: {
        quality: 'Korven die zes jaar meegaan.',
        cost: 'Minder dan drie losse bestellingen.',
        continuity: 'Eén adres voor losse onderdelen.',
      },
      baseline: 'Elk dorp bestelt zelf een paar korven.',
      staysLocal: 'Waar de korven staan en wie ze leegt, beslist elk dorp zelf.',
    });
    await collaborations.move(alderman, id, 'execute', agreed.version);
    return id;
  });

  let purchase = await ago(112, async () => {
    const begun = { what: 'bladkorven', unit: 'bladkorf', kind: 'goods_services', shareKey: 'quantity' } as const;
    let made = await purchases.start(buyer, { ...begun, collaborationId }, null);
    const { id } = made;
    for (const { village, lines } of made.perVillage) {
      const { quantity, euros } = wanted[village.slug as Slug];
      for (const { id: lineId, version, what } of lines) {
        const asked = { what, quantity, specification: 'Van staal, met een deksel', neededBy: null, budgetCents: null };
        const alone = { separatePriceCents: euros * 100, separatePriceSource: 'Voorbeeld: een losse offerte' };
        made = await demand.update(buyer, lineId, version, { ...asked, ...alone });
      }
    }
    made = await demand.freeze(buyer, id, made.version);
    made = await decisions.checkRoute(buyer, id, made.version, {
      route: 'several',
      note: 'Voorbeeld: twee prijzen vragen kost weinig.',
    });
    const requirements = ['Van verzinkt staal', 'Past op de stoep', 'Zes jaar garantie'];
    return decisions.specify(buyer, id, made.version, { requirements });
  });
  const { id } = purchase;

  const asked = { closesAt: new Date(now.getTime() - 91 * 86_400_000).toISOString(), adviceBy: day(-84) };
  purchase = await ago(105, () => quotes.request(buyer, id, purchase.version, { ...asked, decisionBy: day(-77) }));
  const offer = { deliveryWeeks: 5, warrantyMonths: 72, validUntil: day(-30), note: '' };
  const offered = await ago(98, async () => {
    const prices = [{ fromQuantity: 30, unitPriceCents: 118_00 }];
    const best = { ...offer, supplier: 'Leverancier A (voorbeeld)', priceBreaks: prices, deliveryCents: 240_00 };
    const dearer = [{ fromQuantity: 20, unitPriceCents: 131_50 }];
    const second = { ...offer, supplier: 'Leverancier B (voorbeeld)', priceBreaks: dearer, deliveryCents: 0 };
    return [await quotes.add(buyer, id, best, null), await quotes.add(buyer, id, second, null)] as const;
  });
  const [best] = offered;
  // The job of the request waits for the closing by the clock of the machine.
  await get(Jobs).publish(get(DataSource).manager, purchaseOpened, { caseId: id });
  purchase = await ago(84, async () => {
    for (const quote of offered) {
      purchase = await quotes.assess(buyer, quote.id, purchase.version, { meetsRequirements: true, note: '' });
    }
    return decisions.advise(buyer, id, purchase.version, { quoteId: best.id, note: 'De laagste prijs met bezorgen.' });
  });
  purchase = await ago(80, () => decisions.decide(buyer, id, purchase.version, { quoteId: best.id, reason: '' }));
  const order = { reference: 'Voorbeeld 17', note: 'Bezorgen per dorp, vóór de herfst.' };
  purchase = await ago(77, () => decisions.order(buyer, id, purchase.version, order));
  for (const [at, { village }] of purchase.perVillage.entries()) {
    const { story } = wanted[village.slug as Slug];
    const delivered = { deliveredOn: day(at - 42), story, photos: [] };
    purchase = await ago(42 - at, () => deliveries.deliver(buyer, id, village.id, purchase.version, delivered));
  }
  const hours = { hours: 6, rateCents: 55_00, hoursSource: 'Voorbeeld: de uren van het team' };
  const coordination = { ...hours, otherCents: 0, otherSource: '' };
  const invoice = { invoiceCents: 4_016_00, invoiceReference: 'Voorbeeld factuur 2', coordination };
  purchase = await ago(21, () => decisions.book(buyer, id, purchase.version, invoice));
  const lesson = 'Voorbeeld: vraag vroeg wie de korven leegt. Dat kostte meer praten dan de prijs.';
  await ago(14, async () => {
    await decisions.evaluate(buyer, id, purchase.version, { lesson });
    const { version } = await collaborations.get(alderman, collaborationId);
    await collaborations.move(alderman, collaborationId, 'evaluate', version);
  });
  return collaborationId;
}
