import type { INestApplicationContext } from '@nestjs/common';
import { CommitmentsService, MilestonesService, PromisesService } from '@kernagenda/commitments/api';
import type { Actor } from '@kernagenda/identity/domain';
import { ImportsService } from '@kernagenda/proposals/api';
import { Clock } from '@kernagenda/shared/api';
import { daysAfter } from '@kernagenda/shared/domain';
import { keysOf } from './data';

const dayMs = 86_400_000;

/** The points something is promised on, by the key of the source. */
const keys = { forest: 'wb-tricht-02', tunnel: 'wb-tricht-05', playground: 'wb-haaften-02' } as const;

/** Who promises: the alderman, and an official of a team. */
export interface PromisingPeople {
  readonly alderman: Actor;
  readonly official: Actor;
  readonly teamId: string;
}

/**
 * Promises on three real points: one kept in time, one that runs, one that is late, and an answer. Each says that it is an
 * example, because nobody of the real municipality said any of it.
 */
export async function loadPromises(
  app: INestApplicationContext,
  { alderman, official, teamId }: PromisingPeople,
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [promises, commitments] = [get(PromisesService), get(CommitmentsService)];
  const now = get(Clock).now();
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
}
