import type { INestApplicationContext } from '@nestjs/common';
import { CommitmentsService, MilestonesService, PromisesService } from '@kernagenda/commitments/api';
import type { Actor } from '@kernagenda/identity/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import { daysAfter } from '@kernagenda/shared/domain';
import { keysOf } from './data';
import { daysAgo } from './demo-clock';
import type { SettableTime } from './demo-clock';

const dayMs = 86_400_000;

/** The points something is promised on, by the key of the source. */
const keys = { forest: 'wb-tricht-02', tunnel: 'wb-tricht-05', playground: 'wb-haaften-02' } as const;

interface ExamplePromise {
  readonly key: string;
  readonly by: 'alderman' | 'official';
  readonly what: string;
  /** Days from the day the demo is loaded; below zero is before it. */
  readonly madeOn: number;
  readonly dueOn: number;
  readonly kept?: { readonly on: number; readonly text: string };
}

/** What could be promised on real points of other villages: by the alderman for the broker, or by an official of the team. */
const elsewhere: readonly ExamplePromise[] = [
  {
    ...{ key: 'wb-hellouw-02', by: 'official', madeOn: -110, dueOn: -56 },
    what: 'Voorbeeld: de eerste schets van het dorpsplein aan het dorp laten zien',
    kept: { on: -60, text: 'Voorbeeld: de schets hing een avond in het dorp. De opmerkingen staan in het verslag.' },
  },
  {
    ...{ key: 'wb-hellouw-07', by: 'official', madeOn: -30, dueOn: 75 },
    what: 'Voorbeeld: de vier straten en het plein in één tekening laten zien',
  },
  {
    ...{ key: 'wb-ophemert-04', by: 'official', madeOn: -95, dueOn: -40 },
    what: 'Voorbeeld: met het dorp een plek kiezen voor de laadpaal',
    kept: { on: -47, text: 'Voorbeeld: de plek is gekozen en staat op de kaart.' },
  },
  {
    ...{ key: 'wb-ophemert-05', by: 'official', madeOn: -80, dueOn: -16 },
    what: 'Voorbeeld: vertellen wanneer het werk aan de Bommelweg begint',
  },
  {
    ...{ key: 'wb-waardenburg-02', by: 'alderman', madeOn: -120, dueOn: -45 },
    what: 'Voorbeeld: laten uitzoeken wat het onderhoud van De Koeldert kost',
    kept: { on: -24, text: 'Voorbeeld: het bedrag is bekend en de werkgroep rekent ermee.' },
  },
  {
    ...{ key: 'wb-beesd-03', by: 'official', madeOn: -75, dueOn: -20 },
    what: 'Voorbeeld: met de straat bespreken wat er met de fruitbomen gebeurt',
    kept: { on: -27, text: 'Voorbeeld: de straat wil de bomen houden. Ze worden voortaan op tijd gesnoeid.' },
  },
  {
    ...{ key: 'wb-beesd-04', by: 'alderman', madeOn: -14, dueOn: 30 },
    what: 'Voorbeeld: uitzoeken aan welke gevel de AED dag en nacht bereikbaar is',
  },
  {
    ...{ key: 'wb-geldermalsen-03', by: 'official', madeOn: -70, dueOn: -10 },
    what: 'Voorbeeld: de tien lastigste pagina’s in gewone taal herschrijven',
    kept: { on: -12, text: 'Voorbeeld: de tien pagina’s zijn herschreven. Bewoners lazen mee.' },
  },
  {
    ...{ key: 'wb-geldermalsen-04', by: 'official', madeOn: -21, dueOn: 90 },
    what: 'Voorbeeld: een plan maken voor meer groen in het centrum',
  },
  {
    ...{ key: 'wb-neerijnen-01', by: 'official', madeOn: -60, dueOn: -32 },
    what: 'Voorbeeld: twee weken meten hoe hard er in het dorp wordt gereden',
    kept: { on: -35, text: 'Voorbeeld: de meting is klaar. De werkgroep heeft de cijfers.' },
  },
  {
    ...{ key: 'wb-enspijk-05', by: 'official', madeOn: -10, dueOn: 45 },
    what: 'Voorbeeld: twee soorten lantaarns bij de kerk laten zien, zodat het dorp kan kiezen',
  },
];

/** Who promises: the alderman, and an official of a team. */
export interface PromisingPeople {
  readonly alderman: Actor;
  readonly official: Actor;
  readonly teamId: string;
}

/**
 * Promises on real points of Tricht and seven other villages: kept in time, kept late, late, and some that run; and an
 * answer. Each says that it is an example, because nobody of the real municipality said any of it.
 */
export async function loadPromises(
  app: INestApplicationContext,
  time: SettableTime,
  { alderman, official, teamId }: PromisingPeople,
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [promises, commitments] = [get(PromisesService), get(CommitmentsService)];
  const now = time.now();
  const day = (days: number): string => daysAfter(now, days);
  const ago = (days: number): Date => new Date(now.getTime() - days * dayMs);
  const idOf = async (key: string): Promise<string> => {
    const [id] = await get(ImportsService).findIds(keysOf([key]));
    if (id === undefined) throw new Error(`The demo data has no ${key}`);
    return id;
  };
  const [forest, tunnel, playground] = [await idOf(keys.forest), await idOf(keys.tunnel), await idOf(keys.playground)];

  const walk = { what: 'Voorbeeld: met kinderen uit Tricht langs de plek lopen', teamId, dueOn: day(7) };
  await promises.commit(official, forest, walk, null, ago(21));
  const [walked] = (await promises.get(forest, official)).commitments;
  if (walked) {
    const text = 'Voorbeeld: twaalf kinderen liepen mee en tekenden wat zij willen.';
    await commitments.keep(official, walked.id, walked.version, { text, photos: [] });
  }
  const design = { what: 'Voorbeeld: een ontwerp laten zien', teamId, dueOn: day(60) };
  await promises.commit(official, forest, design, null, ago(3));
  const milestones = get(MilestonesService);
  await milestones.add(
    official,
    forest,
    { title: 'Voorbeeld: het ontwerp hangt in het dorpshuis', when: day(60) },
    null,
  );
  const planted = { title: 'Voorbeeld: de eerste bomen gaan de grond in', when: day(240).slice(0, 7) };
  await milestones.add(official, forest, planted, null);

  const talk = { what: 'Voorbeeld: met ProRail praten en vertellen wat eruit kwam', teamId: null, dueOn: day(-9) };
  await promises.commit(alderman, tunnel, talk, null, ago(60));

  const answer = {
    text: 'Voorbeeld: de gemeente betaalt nieuw zand en een schommel. Het dorp knapt de rest zelf op.',
    why: 'Voorbeeld: er is geld voor toestellen die niet meer veilig zijn, en vrijwilligers willen helpen.',
    alternative: '',
  };
  await promises.answer(alderman, playground, answer, null);
  const news = { text: 'Voorbeeld: de schommel is besteld en komt over zes weken.', photos: [] };
  await promises.update(official, playground, news, null);

  for (const { key, by, what, madeOn, dueOn, kept } of elsewhere) {
    const id = await idOf(key);
    const who = by === 'alderman' ? alderman : official;
    const made = { what, teamId: by === 'official' ? teamId : null, dueOn: day(dueOn) };
    await daysAgo(time, -madeOn, () => promises.commit(who, id, made, null));
    if (!kept) continue;
    await daysAgo(time, -kept.on, async () => {
      const [given] = (await promises.get(id, who)).commitments;
      if (!given) throw new Error(`The demo promised nothing on ${key}`);
      await commitments.keep(who, given.id, given.version, { text: kept.text, photos: [] });
    });
  }
}
