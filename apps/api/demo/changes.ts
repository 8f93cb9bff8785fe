import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '@kernagenda/identity/domain';
import { DecisionsService } from '@kernagenda/moderation/api';
import { AgendaMoves, AgendaService, ProposalsService, VersionsService } from '@kernagenda/proposals/api';
import { Clock } from '@kernagenda/shared/api';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { Example } from './examples';

const tricht = { state: 'approved', broker: 'gebiedsmakelaar.1' } as const;

/** Points of Tricht that stand in its first version, by what becomes of them afterwards. Nothing here is real. */
export const changing = {
  done: {
    ...tricht,
    by: 'groepslid.tricht',
    title: 'Een fietspomp bij het station',
    body: 'Wie met een zachte band van de trein komt, kan dan toch naar huis fietsen.',
    place: 'Naast de fietsenstalling',
    theme: 'traffic',
    kind: 'good',
  },
  moved: {
    ...tricht,
    by: 'groepslid.tricht',
    title: 'Open tuinendag in juni',
    body: 'Bewoners zetten een middag hun hek open. Zo leert het dorp elkaar kennen en ruilen we stekjes.',
    place: 'In heel Tricht',
    theme: 'meeting',
    kind: 'social',
  },
  changed: {
    ...tricht,
    by: 'voorzitter.tricht',
    title: 'Een prikbord bij de bushalte',
    body: 'Hier kunnen mensen briefjes ophangen.',
    place: 'Bij de bushalte',
    theme: 'communication',
    kind: 'good',
  },
  gone: {
    ...tricht,
    by: 'voorzitter.tricht',
    title: 'Een vlaggenmast op het plein',
    body: 'Voor de dagen waarop het dorp iets te vieren heeft.',
    place: 'Op het plein',
    theme: 'meeting',
    kind: 'good',
  },
} as const satisfies Record<string, Example>;

/** What is proposed after the first version. */
export const newcomer: Example = {
  ...tricht,
  by: 'secretaris.tricht',
  title: 'Een vogelkijkhut langs de Linge',
  body: 'Met een schot van wilgentenen en een bord met de vogels die u er ziet.',
  place: 'Langs de Linge',
  theme: 'green',
  kind: 'works',
};

/** The text of the point that changes, as it reads afterwards. */
const renewed = {
  title: changing.changed.title,
  body: 'Hier kunnen mensen briefjes ophangen, droog onder een dakje. De groep haalt elke maand oude briefjes weg.',
  place: changing.changed.place,
  theme: changing.changed.theme,
  kind: changing.changed.kind,
} as const;

/** What happens on the agenda of Tricht after its first version, each step by who does it. */
export async function loadChanges(
  app: INestApplicationContext,
  ids: Readonly<Record<keyof typeof changing, string>>,
  { broker, chair }: { readonly broker: Actor; readonly chair: Actor },
): Promise<void> {
  const get = <Service>(token: abstract new (...args: never[]) => Service): Service =>
    app.get(token, { strict: false });
  const [agenda, proposals] = [get(AgendaService), get(ProposalsService)];
  for (const id of [ids.done, ids.moved]) {
    await get(AgendaMoves).move(broker, id, 'explore', false);
    await get(AgendaMoves).move(broker, id, 'put_on_agenda', false);
  }
  await agenda.plan(broker, ids.done, {
    teamId: null,
    byResidents: true,
    executor: null,
    dueOn: amsterdamDay(get(Clock).now()),
  });
  await agenda.act(broker, ids.done, 'start');
  const text = 'Voorbeeld: de pomp staat naast de fietsenstalling. De groep kijkt elke maand of hij het doet.';
  await agenda.finish(broker, ids.done, { evidence: { text } });
  const versionOf = async (actor: Actor): Promise<number> => (await proposals.getProposal(ids.changed, actor)).version;
  await get(VersionsService).propose(chair, ids.changed, renewed, await versionOf(chair), null);
  await get(DecisionsService).approveVersion(broker, ids.changed, 2, await versionOf(broker));
  await agenda.act(chair, ids.gone, 'withdraw');
}
