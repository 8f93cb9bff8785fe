import type { MessageView, SideKind } from '@kernagenda/conversations/domain';
import { houseRulesNl } from '@kernagenda/moderation/domain';
import type { Decision, ReasonsInput } from '@kernagenda/moderation/domain';
import { notificationsNl } from '@kernagenda/notifications/domain';
import type {
  AnnouncementKind,
  CollaborationKind,
  IntroductionKind,
  NotificationKind,
  NotificationReason,
  PromiseKind,
} from '@kernagenda/notifications/domain';
import type { AgendaAction } from '@kernagenda/proposals/domain';
import type { MailContent } from './mail-template';

/** Stops all mail but codes. */
export const neverAgain = 'Nooit meer mail over punten, dorpen en gesprekken';

/** Stops what made somebody hear of a point. */
export const stopOf = (reason: NotificationReason): string =>
  reason === 'village' || reason === 'circle' || reason === 'theme'
    ? {
        village: 'Geen berichten meer over dit dorp',
        circle: 'Geen berichten meer over deze plek',
        theme: 'Geen berichten meer over dit onderwerp',
      }[reason]
    : 'Geen berichten meer over dit punt';

/** What a mail about a point needs to say. */
export interface LineMail {
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  readonly name: string;
  readonly title: string;
  /** Whether everyone may read the title: only then it stands in the subject, which lies open on a locked phone. */
  readonly isPublic: boolean;
  readonly village: string;
  readonly reasons: ReasonsInput | null;
  /** Why it is read again, or hidden; null for all else. */
  readonly because: string | null;
  readonly link: string;
  readonly stopThis: string;
  readonly stopAll: string;
}

interface MessageMail extends Pick<LineMail, 'name' | 'title' | 'link' | 'stopAll'> {
  readonly message: MessageView;
  /** Whether an answer to the mail becomes a message. */
  readonly mayReply: boolean;
}

const decided: Readonly<Record<Decision, (village: string) => string>> = {
  approve: (village) =>
    `De gebiedsmakelaar heeft uw voorstel gelezen. Iedereen kan het nu zien en steunen. De groep van ${village} en de gebiedsmakelaar kijken wat ermee kan. Op de agenda staan is nog geen belofte.`,
  request_changes: () =>
    'De gebiedsmakelaar heeft uw voorstel gelezen en vraagt u om iets te veranderen. Daarna kunt u het opnieuw insturen.',
  refuse: () =>
    'De gebiedsmakelaar heeft uw voorstel gelezen en plaatst het niet. Hieronder staat waarom. U kunt de tekst aanpassen en nog één keer insturen.',
  hide: () => 'De gebiedsmakelaar heeft uw voorstel van de site gehaald. Hieronder staat waarom.',
  show_again: () => 'Uw voorstel staat weer op de site. Iedereen kan het zien.',
  reconsider: () => 'De gebiedsmakelaar heeft uw voorstel heropend en leest het opnieuw. U hoeft niets te doen.',
  approve_version: () =>
    'De gebiedsmakelaar heeft uw nieuwe tekst gelezen. Iedereen leest nu deze tekst. De tekst van daarvoor staat bij de eerdere teksten.',
  refuse_version: () =>
    'De gebiedsmakelaar heeft uw nieuwe tekst gelezen en plaatst die niet. De tekst die er stond, blijft staan. Hieronder staat waarom. U kunt een andere tekst sturen.',
};

/** What it means, and who has to act now. */
const moved: Readonly<Record<AgendaAction, string>> = {
  explore: 'De gebiedsmakelaar is nu aan zet. U hoeft niets te doen.',
  put_on_agenda:
    'Het dorp en de gemeente willen eraan werken. Dat is nog geen belofte. De gebiedsmakelaar is nu aan zet.',
  take_off_agenda: 'De gebiedsmakelaar zoekt opnieuw uit wat er kan en is nu aan zet.',
  plan: 'Op de pagina staat wie nu aan zet is en wanneer het klaar is.',
  unplan: 'Het punt blijft op de agenda. Op de pagina staat waarom de planning is teruggenomen.',
  start: 'Op de pagina staat wie eraan werkt en wanneer het klaar is.',
  finish: 'Op de pagina staat wat er is gedaan. Dank u wel voor uw steun.',
  hold: 'Op de pagina staat waarom, en wanneer er opnieuw naar wordt gekeken. De gemeente is nu aan zet.',
  resume: 'Het wachten is voorbij. Op de pagina staat wie nu aan zet is.',
  mark_not_feasible: 'Op de pagina staat waarom, en wat er wel kan.',
  reopen: 'De gebiedsmakelaar is nu aan zet.',
  merge: 'Op de pagina staat met welk punt. Wie dit punt steunde, steunt nu dat punt.',
  withdraw: 'Niemand hoeft er nog iets voor te doen.',
};

const talked = {
  new_point: 'U kunt het lezen en steunen.',
  reaction: 'Lees de reactie op de pagina.',
  question: 'Lees de vraag op de pagina. Het dorp of de gemeente geeft antwoord. Weet u het zelf? Schrijf het erbij.',
  help: 'Lees het aanbod op de pagina en zeg of u de hulp wilt. Pas na uw ja ziet u hoe u diegene bereikt.',
  question_to_answer: 'Lees de vraag op de pagina en geef antwoord.',
  answer: 'Lees het antwoord op de pagina.',
  help_agreed: 'Uw aanbod is aangenomen. Diegene ziet nu hoe u te bereiken bent en neemt contact met u op.',
  help_declined: 'Bedankt dat u wilde helpen. U hoeft niets meer te doen.',
  adopted:
    'Het idee reist verder: een bewoner van een ander dorp vond het ook wel wat voor daar. Op de pagina ziet u waar het naartoe ging.',
  comment_hidden: 'De gebiedsmakelaar heeft uw reactie verborgen. Op de pagina leest u waarom.',
  official_answer_hidden:
    'De gebiedsmakelaar heeft het verborgen. Op de pagina leest u het zelf nog. U kunt een ander antwoord schrijven.',
  status_update_hidden:
    'De gebiedsmakelaar heeft het verborgen, met de foto’s. Op de pagina leest u het zelf nog. U kunt het nieuws anders vertellen.',
} as const satisfies Record<
  Exclude<
    NotificationKind,
    | Decision
    | AgendaAction
    | 'message'
    | 'agenda_reminder'
    | IntroductionKind
    | CollaborationKind
    | PromiseKind
    | AnnouncementKind
  >,
  string
>;

const isDecision = (kind: NotificationKind): kind is Decision => kind in decided;
const meanings: Readonly<Record<string, string>> = { ...moved, ...talked };

/** The mail about something that happened on a point. */
export function lineMail(line: LineMail): MailContent {
  const { kind, name, title, isPublic, village, reasons, because, link, stopThis, stopAll } = line;
  const what = notificationsNl.kinds[kind];
  return {
    subject: isPublic ? `${what}: ${title}` : what,
    greeting: `Beste ${name},`,
    paragraphs: [
      `Het gaat om “${title}” in ${village}.`,
      isDecision(kind) ? decided[kind](village) : `${/[?!.]$/.test(what) ? what : `${what}.`} ${meanings[kind] ?? ''}`,
    ],
    quotes: [
      ...(reasons
        ? [
            { label: 'Om welke zin gaat het?', text: `“${reasons.sentence}”` },
            { label: 'Welke regel?', text: houseRulesNl[reasons.rule] },
            { label: 'Wat kan wel?', text: reasons.wouldBeAccepted },
          ]
        : []),
      ...(because ? [{ label: 'Waarom?', text: because }] : []),
    ],
    button: { label: isDecision(kind) ? 'Bekijk uw voorstel' : 'Bekijk het punt', url: link },
    why: `U krijgt deze mail, want ${notificationsNl.reasons[line.reason]}.`,
    stops: [
      { label: stopOf(line.reason), url: stopThis },
      { label: neverAgain, url: stopAll },
    ],
    sender: 'Kernagenda',
  };
}

/** The mail about a message: its words only where an answer to the mail is one in the conversation, else they stay on the site. */
export function messageMail({ name, title, message, mayReply, link, stopAll }: MessageMail): MailContent {
  return {
    subject: mayReply ? `${notificationsNl.kinds.message}: ${title}` : notificationsNl.kinds.message,
    greeting: `Beste ${name},`,
    paragraphs: [
      mayReply
        ? `Er is een nieuw bericht in het gesprek “${title}”. U kunt antwoorden op deze mail, of op de site.`
        : `Er is een nieuw bericht in het gesprek “${title}”. Op de site leest u het en kunt u antwoorden.`,
    ],
    quotes: mayReply ? [{ label: `${writerOf(message)} schrijft:`, text: wordsOf(message) }] : [],
    button: { label: 'Lees het bericht', url: link },
    why: `U krijgt deze mail, want ${notificationsNl.reasons.participant}.`,
    stops: [{ label: neverAgain, url: stopAll }],
    sender: 'Kernagenda',
  };
}

function writerOf({ author, side }: MessageView): string {
  const behalf = sidesNl[side.kind](side.name ?? '');
  return [author ?? 'Iemand', ...(behalf ? [behalf] : [])].join(', ');
}

function wordsOf({ body, photos }: MessageView): string {
  if (photos.length === 0) return body;
  return `${body}\n\n(Op de site: ${photos.length === 1 ? '1 foto' : `${photos.length} foto’s`})`;
}

/** For whom somebody writes; nothing for themselves. */
const sidesNl: Readonly<Record<SideKind, (name: string) => string>> = {
  person: () => '',
  group: (village) => `namens de kernagendagroep van ${village}`,
  brokers: (village) => `namens de gebiedsmakelaars van ${village}`,
  team: (team) => `namens ${team}`,
};
