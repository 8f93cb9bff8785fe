import type { INestApplicationContext } from '@nestjs/common';
import { InboxService, NotesService, ThreadsService } from '@kernagenda/conversations/api';
import type { Actor } from '@kernagenda/identity/domain';
import { daysAgo } from './demo-clock';
import type { SettableTime } from './demo-clock';

interface DirectLineInput {
  /** Lives in Tricht. */
  readonly resident: Actor;
  /** Lives in Deil. */
  readonly neighbour: Actor;
  readonly secretary: Actor;
  readonly broker: Actor;
  readonly official: Actor;
  readonly teamId: string;
  readonly villageIds: Readonly<Record<'tricht' | 'deil' | 'spijk', string>>;
}

/** A question that a team answered, one that waits, and two villages that write each other. All made up, and saying so. */
export async function loadDirectLine(
  app: INestApplicationContext,
  time: SettableTime,
  { resident, neighbour, secretary, broker, official, teamId, villageIds }: DirectLineInput,
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [threads, inbox, notes] = [get(ThreadsService), get(InboxService), get(NotesService)];
  const { id } = await daysAgo(time, 6, () =>
    threads.open(
      resident,
      {
        villageId: villageIds.tricht,
        title: 'Wie snoeit de heg bij de school?',
        body: 'Voorbeeld: de heg groeit over de stoep. Met een kinderwagen kom ik er niet meer langs.',
      },
      null,
    ),
  );
  await daysAgo(time, 5, async () => {
    await notes.add(broker, id, { body: 'Voorbeeld: de heg is van de gemeente, zegt de kaart.' }, null);
    await inbox.handOver(broker, id, teamId);
  });
  await daysAgo(time, 4, async () => {
    await inbox.assign(official, id, official.personId);
    const body = 'Voorbeeld: dank voor uw bericht. Wij snoeien de heg volgende week, en daarna twee keer per jaar.';
    await threads.write(official, id, { body }, null);
  });
  await daysAgo(time, 2, () =>
    threads.open(
      neighbour,
      {
        villageId: villageIds.deil,
        title: 'De lamp bij de bushalte knippert',
        body: 'Voorbeeld: ’s avonds staan wij in het donker te wachten. Kan iemand ernaar kijken?',
      },
      null,
    ),
  );
  await daysAgo(time, 3, () =>
    threads.open(
      secretary,
      {
        ...{ villageId: villageIds.tricht, toVillageId: villageIds.spijk },
        title: 'Samen met de bus naar de markt',
        body: 'Voorbeeld: bij ons willen acht mensen op vrijdag mee. Hoeveel zijn dat er in Spijk?',
      },
      null,
    ),
  );
}
