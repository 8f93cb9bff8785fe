import { askLimits } from '@kernagenda/matching/domain';
import type { AskView, Benefit } from '@kernagenda/matching/domain';
import { becauseOf } from '@kernagenda/matching/domain/reasons';
import { notificationsNl } from '@kernagenda/notifications/domain';
import type { IntroductionKind, NotificationReason } from '@kernagenda/notifications/domain';
import type { MailContent } from './mail-template';
import { neverAgain } from './nl';

/** What a mail about villages that were introduced needs to say. */
export interface IntroductionMail {
  readonly kind: IntroductionKind;
  readonly reason: NotificationReason;
  readonly name: string;
  readonly label: string;
  /** What the village of the reader is asked; null for who introduced them. */
  readonly ask: AskView | null;
  readonly link: string;
  readonly stopAll: string;
}

const won: Readonly<Record<Benefit, string>> = {
  buying: 'Samen kopen kan goedkoper zijn.',
  doing: 'Samen doen scheelt ieder dorp werk.',
  learning: 'Dorpen kunnen hier van elkaar leren.',
};

const asked = {
  group: (village: string) =>
    `Wil uw groep dit voor ${village} samen met die dorpen verder bekijken? Zeg ja of nee. U zit daarmee nog nergens aan vast.`,
  author: (village: string) =>
    `${village} heeft geen kernagendagroep. U schreef er een punt over, daarom vragen we het u: wilt u dit samen met die dorpen verder bekijken? Zeg ja of nee. U zit daarmee nog nergens aan vast.`,
  broker: (village: string) =>
    `${village} heeft geen kernagendagroep, en wie het punt schreef is niet bekend. Vraag het in het dorp, en antwoord namens wie het zei.`,
} as const;

const link = `De knop werkt ${askLimits.linkDays} dagen, één keer, en alleen voor u. Stuur deze mail daarom niet door.`;

/** Of the other villages by name; "Deil en Spijk". */
function othersOf({ points, side }: AskView): string {
  const names = [...new Set(points.map(({ village }) => village.name))].filter((name) => name !== side.village.name);
  return new Intl.ListFormat('nl', { type: 'conjunction' }).format(names);
}

/** What is asked of a village, or what came of it. */
export function introductionMail({
  kind,
  reason,
  name,
  label,
  ask,
  link: url,
  stopAll,
}: IntroductionMail): MailContent {
  const isQuestion = kind === 'introduction' && ask !== null;
  const what = notificationsNl.kinds[kind];
  return {
    subject: isQuestion ? `${label}: samen met ${othersOf(ask)}?` : `${what}: ${label}`,
    greeting: `Beste ${name},`,
    paragraphs: isQuestion ? question(ask) : outcome(kind, label, ask),
    quotes: isQuestion ? pointsOf(ask) : [],
    button: { label: isQuestion ? 'Lees meer en antwoord' : 'Bekijk wat er gebeurt', url },
    why: `U krijgt deze mail, want ${notificationsNl.reasons[reason]}.`,
    stops: [{ label: neverAgain, url: stopAll }],
    sender: 'Kernagenda',
  };
}

function question(ask: AskView): string[] {
  const { introducedBy, reasons, points, side, benefit } = ask;
  const village = side.village.name;
  const because = becauseOf(reasons, new Set(points.map(({ proposalId }) => proposalId)).size)
    .map(({ text }) => text)
    .join('');
  return [
    `${introducedBy ?? 'De gebiedsmakelaar'} stelt ${village} voor aan ${othersOf(ask)}: deze dorpen willen hetzelfde. ${because} ${won[benefit]}`,
    asked[side.answerer](village),
    link,
  ];
}

/** The points of the other villages; the own one the reader knows. */
function pointsOf({ points, side }: AskView): MailContent['quotes'] {
  const others = points.filter(({ village }) => village.id !== side.village.id);
  return others.map(({ village, title }) => ({ label: village.name, text: `“${title}”` }));
}

function outcome(kind: IntroductionKind, label: string, ask: AskView | null): string[] {
  const about = ask ? `Het gaat over “${label}” met ${othersOf(ask)}.` : `Het gaat over “${label}”.`;
  return kind === 'introduction_declined'
    ? [
        about,
        'Er zijn niet genoeg dorpen die dit samen willen bekijken. Elk punt blijft gewoon staan in het eigen dorp.',
      ]
    : [about, 'De dorpen die ja zeiden, gaan er samen mee verder. U hoort wat de volgende stap is.'];
}
