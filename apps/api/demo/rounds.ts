import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@kernagenda/identity/domain';
import { EnteredWishesService, Rounds } from '@kernagenda/intake/api';
import { DecisionsService } from '@kernagenda/moderation/api';
import { AgendaMoves, AgendaService, DraftsService, ProposalsService } from '@kernagenda/proposals/api';
import type { EnteredWay, Theme } from '@kernagenda/proposals/domain';
import { daysAfter } from '@kernagenda/shared/domain';
import { daysAgo } from './demo-clock';
import type { SettableTime } from './demo-clock';

/** So many days ago the round that is closed began; the first leaf basket was asked for on that day. */
export const closedRoundSince = 130;
const closedDays = 21;
/** So many days ago the round began that still runs, and so many it has left. */
const runningSince = 9;
const runningLeft = 12;

interface RoundExample {
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly theme: Theme;
  /** Days after the first one. */
  readonly on: number;
  /** Null when the resident wrote it here. */
  readonly from: EnteredWay | null;
  readonly becomes: 'wish' | 'on_agenda' | 'in_progress' | 'done' | 'not_feasible';
}

/** What came in besides the leaf basket, by what became of it. All of it is made up. */
const said: readonly RoundExample[] = [
  {
    ...{ title: 'Een kist met ijskrabbers bij de bushalte', theme: 'other', on: 2, from: 'postcard', becomes: 'done' },
    body: 'Wie zijn krabber vergat, mag er een lenen.',
    place: 'Bij de bushalte',
  },
  {
    ...{ title: 'Een uilenkast in de kerktoren', theme: 'green', on: 5, from: 'evening', becomes: 'in_progress' },
    body: 'De kerkuil zat hier vroeger ook.',
    place: 'De kerktoren',
  },
  {
    ...{ title: 'Een jaarlijkse quiz tussen de straten', theme: 'meeting', on: 8, from: null, becomes: 'on_agenda' },
    body: 'Elke straat een ploeg, in januari, als er toch niets te doen is.',
    place: 'In het dorpshuis',
  },
  {
    ...{ title: 'Een pinautomaat in het dorp', theme: 'other', on: 12, from: 'call', becomes: 'not_feasible' },
    body: 'Voor contant geld moet ik nu ver rijden.',
    place: 'In de dorpsstraat',
  },
  {
    ...{ title: 'Een dag per jaar zonder bladblazers', theme: 'other', on: 15, from: null, becomes: 'wish' },
    body: 'Gewoon eens een zaterdag stilte in de herfst.',
    place: 'In heel Deil',
  },
];

/** Who holds the rounds, who proposes, and who decides on what the first wrote down. */
export interface RoundPeople {
  readonly broker: Actor;
  readonly standIn: Actor;
  readonly resident: Actor;
}

/** A round of Deil that is closed, with a wall of what became of it, and one that runs in Deil and Tricht. */
export async function loadRounds(
  app: INestApplicationContext,
  time: SettableTime,
  { deil, tricht }: { readonly deil: string; readonly tricht: string },
  people: RoundPeople,
): Promise<void> {
  const rounds = app.get(Rounds, { strict: false });
  const { broker } = people;
  await daysAgo(time, closedRoundSince, async () => {
    const [startsOn, endsOn] = [daysAfter(time.now(), 0), daysAfter(time.now(), closedDays - 1)];
    const words = { question: 'Wat kan er in Deil beter vóór de winter?', handIn: 'De brievenbus van het dorpshuis' };
    const more = { phone: '', evening: 'Donderdag om 20.00 uur in het dorpshuis. De koffie staat klaar.' };
    const explanation = 'Voorbeeld: groot of klein, alles telt. Na drie weken leggen we alle wensen naast elkaar.';
    const channels = ['web', 'postcard', 'evening'] as const;
    await rounds.create(
      broker,
      { ...words, ...more, explanation, channels, villageIds: [deil], startsOn, endsOn },
      null,
    );
  });
  for (const example of said) await bring(app, time, deil, example, people);
  await daysAgo(time, runningSince, async () => {
    const [startsOn, endsOn] = [daysAfter(time.now(), 0), daysAfter(time.now(), runningSince + runningLeft)];
    const words = { question: 'Wat moet er vóór de zomer gebeuren?', handIn: 'De doos bij de kassa van de bakker' };
    const more = { phone: '', evening: 'Dinsdag om 20.00 uur in het dorpshuis van Tricht.' };
    const explanation =
      'Voorbeeld: we vragen het in Deil en Tricht tegelijk. Eén zin is genoeg. De kernagendagroep en de gebiedsmakelaar lezen alles.';
    const channels = ['web', 'flyer', 'postcard', 'evening'] as const;
    const villageIds = [deil, tricht];
    await rounds.create(broker, { ...words, ...more, explanation, channels, villageIds, startsOn, endsOn }, null);
  });
}

async function bring(
  app: INestApplicationContext,
  time: SettableTime,
  villageId: string,
  { title, body, place, theme, on, from, becomes }: RoundExample,
  { broker, standIn, resident }: RoundPeople,
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [agenda, moves, proposals] = [get(AgendaService), get(AgendaMoves), get(ProposalsService)];
  const text = { villageId, title, body, place, theme, kind: null };
  const id = await daysAgo(time, closedRoundSince - on, async () => {
    if (from !== null) {
      const entered = { ...text, enteredFrom: from, email: null, hasConsent: true } as const;
      await get(EnteredWishesService).enter(broker, entered, null);
      const { items } = await proposals.listMine(broker, 1, null);
      return items[0]?.id ?? '';
    }
    const draft = await get(DraftsService).create(resident, text, null);
    await get(DraftsService).submit(resident, draft);
    return draft;
  });
  // Nobody decides on what they wrote down.
  const decider = from === null ? broker : standIn;
  await daysAgo(time, closedRoundSince - on - 1, async () => {
    const { version } = await proposals.getProposal(id, decider);
    await get(DecisionsService).decide(decider, id, 'approve', version);
  });
  if (becomes === 'wish') return;
  await daysAgo(time, 80, async () => {
    if (becomes === 'not_feasible') {
      const reason = 'Voorbeeld: de bank zet geen automaat neer in een dorp van deze grootte.';
      const alternative = 'Aan de kassa van de winkel kunt u tot vijftig euro opnemen.';
      await agenda.markNotFeasible(decider, id, { reason, alternative });
      return;
    }
    await moves.move(decider, id, 'explore', false);
    await moves.move(decider, id, 'put_on_agenda', false);
    if (becomes === 'on_agenda') return;
    const plan = { teamId: null, byResidents: true, executor: null, dueOn: daysAfter(time.now(), 60) };
    await agenda.plan(decider, id, plan);
    await agenda.act(decider, id, 'start');
    if (becomes === 'in_progress') return;
    const evidence = 'Voorbeeld: de kist hangt aan de paal, met acht krabbers erin. De straat vult hem aan.';
    await agenda.finish(decider, id, { evidence: { text: evidence } });
  });
}
