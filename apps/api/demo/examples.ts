import type { CommentInput } from '@kernagenda/conversations/domain';
import type { ReasonsInput } from '@kernagenda/moderation/domain';
import type { ProposalInput } from '@kernagenda/proposals/domain';

/** A fresh proposal by one of the demo people, so that desk and pages are not empty. Nothing here is real. */
export interface Example extends Omit<ProposalInput, 'villageId'> {
  readonly by: string;
  /** Where it stands; a broker decides where one has to. */
  readonly state: 'draft' | 'submitted' | 'approved' | 'changes_requested';
  readonly broker?: string;
  readonly reasons?: ReasonsInput;
  readonly supporters?: readonly string[];
  readonly talk?: readonly ExampleComment[];
}

/** Something one of the demo people says on it, and who answers. */
export interface ExampleComment extends CommentInput {
  readonly by: string;
  readonly answer?: { readonly by: string; readonly body: string };
}

export const examples: readonly Example[] = [
  {
    by: 'bewoner.tricht',
    state: 'submitted',
    title: 'Een bankje aan de Linge bij de steiger',
    body: 'Veel mensen lopen hier een rondje. Ouderen willen onderweg even zitten en naar het water kijken.',
    place: 'Bij de steiger aan de Linge',
    theme: 'green',
    kind: 'good',
  },
  {
    by: 'bewoner.tricht',
    state: 'approved',
    broker: 'gebiedsmakelaar.1',
    supporters: ['groepslid.tricht', 'secretaris.tricht', 'bewoner.deil'],
    title: 'Een watertappunt bij het sportveld',
    body: 'Kinderen en wandelaars kunnen dan hun fles vullen. Dat scheelt ook plastic flesjes in de berm.',
    place: 'Naast de ingang van het sportveld',
    talk: [
      {
        by: 'bewoner.deil',
        kind: 'reaction',
        body: 'In Deil staat er een bij de school. Die wordt elke dag gebruikt.',
      },
      {
        by: 'groepslid.tricht',
        kind: 'question',
        body: 'Kan er ook een bakje voor honden bij?',
        answer: { by: 'gebiedsmakelaar.1', body: 'Ja, dat kan. Het tappunt krijgt een lage kraan met een bakje.' },
      },
      { by: 'bewoner.haaften', kind: 'question', body: 'Wie maakt het tappunt schoon in de winter?' },
      { by: 'secretaris.tricht', kind: 'help', body: 'Ik kan helpen met graven en met bestraten.' },
    ],
    theme: 'recreation',
    kind: 'works',
  },
  {
    by: 'bewoner.tricht',
    state: 'draft',
    title: 'Een ruilkast voor planten en zaden',
    body: '',
    place: '',
    theme: null,
    kind: null,
  },
  {
    by: 'groepslid.tricht',
    state: 'submitted',
    title: 'Twee keer per jaar samen zwerfafval ruimen',
    body: 'Met een groep uit het dorp één zaterdag in het voorjaar en één in het najaar. Wie regelt knijpers en zakken?',
    place: 'Langs de wegen rond het dorp',
    theme: 'green',
    kind: 'social',
  },
  {
    by: 'bewoner.deil',
    state: 'approved',
    broker: 'gebiedsmakelaar.1',
    supporters: ['bewoner.tricht', 'bewoner.haaften'],
    title: 'Een deelkast voor gereedschap',
    body: 'Niet iedereen hoeft een hogedrukreiniger of aanhanger te kopen. We willen spullen met elkaar delen.',
    place: 'Bij het dorpshuis',
    theme: 'meeting',
    kind: 'social',
  },
  {
    by: 'bewoner.haaften',
    state: 'submitted',
    title: 'Betere verlichting langs het fietspad naar school',
    body: 'In de winter fietsen kinderen hier in het donker. Een paar lantaarns maken het fietspad veiliger.',
    place: 'Het fietspad aan de rand van het dorp',
    theme: 'traffic',
    kind: 'works',
  },
  {
    by: 'bewoner.haaften',
    state: 'changes_requested',
    broker: 'gebiedsmakelaar.4',
    reasons: {
      sentence: 'Iemand moet hier eens iets aan doen.',
      rule: 'unclear',
      wouldBeAccepted:
        'Schrijf erbij om welke plek het gaat en wat u er graag wilt zien, dan kan iedereen het begrijpen.',
    },
    title: 'Meer leven op het plein',
    body: 'Het is er vaak stil. Iemand moet hier eens iets aan doen.',
    place: '',
    theme: 'meeting',
    kind: null,
  },
  {
    by: 'bewoner.spijk',
    state: 'submitted',
    title: 'Bankjes en een picknicktafel langs de dijk',
    body: 'Fietsers en wandelaars stoppen hier graag. Nu zit iedereen in het gras.',
    place: 'Boven op de dijk, bij de bocht',
    theme: 'recreation',
    kind: 'good',
  },
];
