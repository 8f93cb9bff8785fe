import type { INestApplicationContext } from '@nestjs/common';
import { PromisesService } from '@kernagenda/commitments/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Letters, LettersReader, News, VillageEvents } from '@kernagenda/news/api';
import type { EventInput, LettersOf } from '@kernagenda/news/domain';
import { daysAfter } from '@kernagenda/shared/domain';
import { daysAgo } from './demo-clock';
import type { SettableTime } from './demo-clock';

const village = 'tricht';

/** How it went with the leaf baskets in the village whose broker tells it. */
const told = {
  before: 'Voorbeeld: elke herfst gleed er iemand uit op de natte bladeren. Iedere straat veegde voor zich.',
  after: 'Voorbeeld: tien korven staan klaar van oktober tot december. De straat vult ze, de gemeente leegt ze.',
  costCents: 1_358_13,
  partners: 'Deil, Haaften en Spijk, die samen inkochten',
  thanks: 'Aan de buren die de korven neerzetten.',
};

interface NewsInput {
  readonly secretary: Actor;
  readonly broker: Actor;
  /** Who tells of a collaboration, by its id. */
  readonly alderman: Actor;
  readonly collaboration: string;
  /** The points that were carried out in it, the first of which is in the scope of the broker. */
  readonly done: readonly string[];
}

/** A status letter, a message, road works and an evening of Tricht, and letter and story of a collaboration. All made up, and saying so. */
export async function loadNews(
  app: INestApplicationContext,
  time: SettableTime,
  { secretary, broker, alderman, collaboration, done }: NewsInput,
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [letters, reader, news] = [get(Letters), get(LettersReader), get(News)];
  const period = { fromOn: daysAfter(time.now(), -60), toOn: daysAfter(time.now(), 0) };
  const send = async (writer: Actor, of: LettersOf, title: string, introduction: string): Promise<void> => {
    const id = await letters.write(writer, { ...of, title, ...period }, null);
    const { version } = await reader.get(writer, id);
    await letters.edit(writer, id, { title, introduction, lines: [] }, version);
    await letters.publish(writer, id, version + 1);
  };
  await send(
    secretary,
    { village },
    'Voorbeeld: zo staat het met de agenda van Tricht',
    'Voorbeeld: beste dorpsgenoten, dit is de eerste statusbrief van Tricht. Zo leest u in vijf minuten hoe onze agenda ervoor staat. Mist u iets? Kom langs of stuur een bericht.',
  );
  await send(
    alderman,
    { collaboration },
    'Voorbeeld: de bladkorven staan er',
    'Voorbeeld: drie dorpen kochten samen 32 bladkorven. Ze staan er, de factuur is betaald, en we kijken nu terug. Doet uw dorp de volgende keer mee? Stuur ons een bericht.',
  );
  for (const id of done.slice(0, 1)) await daysAgo(time, 13, () => get(PromisesService).tellStory(broker, id, told, 0));
  const bare = { pointId: null, startsOn: null, endsOn: null, place: '' };
  const message = 'Voorbeeld: de nieuwe boekenkast in het dorpshuis is open. U mag er boeken halen en brengen.';
  await daysAgo(time, 2, () =>
    news.tell(secretary, village, { ...bare, kind: 'news', title: 'De boekenkast is open', text: message }, null),
  );
  const days = { startsOn: daysAfter(time.now(), 5), endsOn: daysAfter(time.now(), 12), place: 'Nieuwsteeg' };
  const works = 'Voorbeeld: de stoep wordt vernieuwd. Fietsers kunnen erlangs, auto’s rijden om via de Lingedijk.';
  await daysAgo(time, 1, () =>
    news.tell(
      broker,
      village,
      { kind: 'road_works', title: 'De stoep wordt vernieuwd', text: works, pointId: null, ...days },
      null,
    ),
  );
  const evening: EventInput = {
    kind: 'evening',
    ...{ title: 'Samen kijken naar de agenda', place: 'Het dorpshuis', room: 40 },
    text: 'Voorbeeld: we lopen de agenda langs en kiezen wat eerst komt. De koffie staat klaar.',
    ...{ day: daysAfter(time.now(), 16), starts: '19:30', ends: '21:30' },
  };
  await get(VillageEvents).hold(secretary, village, evening, null);
}
