import { notificationsNl } from '@kernagenda/notifications/domain';
import type { NotificationReason, PromiseKind } from '@kernagenda/notifications/domain';
import type { MailContent } from './mail-template';
import { neverAgain, stopOf } from './nl';

/** What was said, promised or asked; `why` is a reason, `dueOn` a day `yyyy-mm-dd`. */
export interface ToldPromise {
  readonly id: string;
  readonly text: string;
  readonly why: string | null;
  readonly dueOn: string | null;
  /** The team that keeps it; null is the broker. */
  readonly team: string | null;
}

interface PromiseMail {
  readonly kind: PromiseKind;
  readonly reason: NotificationReason;
  readonly name: string;
  readonly title: string;
  readonly village: string;
  readonly promise: ToldPromise;
  /** The page of the point. */
  readonly page: string;
  /** Confirms that the status still is right; only of a question. */
  readonly confirm: string | null;
  readonly stopThis: string;
  readonly stopAll: string;
}

const meanings: Readonly<Record<PromiseKind, string>> = {
  official_answer: 'Op de pagina staat het hele antwoord.',
  feasibility_found: 'Op de pagina staat of het kan, en wat het ongeveer kost.',
  story_told: 'Op de pagina staat het hele verhaal.',
  promise_made: 'Op de pagina ziet u of het op tijd gebeurt.',
  promise_moved: 'Hieronder staat waarom. De eerste datum blijft op de pagina staan.',
  promise_kept: 'Op de pagina staat wat er is gedaan.',
  promise_withdrawn: 'Hieronder staat waarom.',
  promise_late: 'De dag is voorbij en er staat nog niet dat het is gedaan. Wilt u kijken wat er nodig is?',
  status_update: 'Op de pagina leest u hoe het ervoor staat.',
  refresh_asked: 'Over dit punt is meer dan negentig dagen niets verteld. Bewoners willen weten of het nog klopt.',
};

const dayFormat = new Intl.DateTimeFormat('nl', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const dayText = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** The mail about what the town hall said or promised, or should look at. */
export function promiseMail(mail: PromiseMail): MailContent {
  const { kind, reason, name, title, village, promise, page, confirm, stopThis, stopAll } = mail;
  const what = notificationsNl.kinds[kind];
  const isSentence = /[?!.]$/.test(what);
  const { text, why, dueOn, team } = promise;
  return {
    subject: isSentence ? `${what} ${title}` : `${what}: ${title}`,
    greeting: `Beste ${name},`,
    paragraphs: [`Het gaat om “${title}” in ${village}.`, `${isSentence ? what : `${what}.`} ${meanings[kind]}`],
    quotes: [
      ...(text ? [{ label: dueOn === null ? 'Wat is er gezegd?' : 'Wat is er toegezegd?', text }] : []),
      ...(dueOn === null
        ? []
        : [
            { label: 'Wanneer?', text: `Uiterlijk ${dayText(dueOn)}` },
            { label: 'Door wie?', text: team ?? 'De gebiedsmakelaar' },
          ]),
      ...(why ? [{ label: 'Waarom?', text: why }] : []),
      ...(confirm === null
        ? []
        : [{ label: 'Klopt het niet meer?', text: `Schrijf op de pagina hoe het ervoor staat: ${page}` }]),
    ],
    button: confirm === null ? { label: 'Bekijk het punt', url: page } : { label: 'Klopt dit nog?', url: confirm },
    why: `U krijgt deze mail, want ${notificationsNl.reasons[reason]}.`,
    stops: [
      { label: stopOf(reason), url: stopThis },
      { label: neverAgain, url: stopAll },
    ],
    sender: 'Kernagenda',
  };
}
