import { notificationsNl } from '@kernagenda/notifications/domain';
import type { MailContent } from './mail-template';
import { neverAgain } from './nl';

interface LetterMail {
  readonly title: string;
  /** What is followed; null for who takes part in the collaboration. */
  readonly village: string | null;
  /** The title of the collaboration the letter is of; null when it is of the village. */
  readonly collaboration: string | null;
  readonly name: string;
  readonly page: string;
  /** Null where there is no village to follow no more. */
  readonly stopThis: string | null;
  readonly stopAll: string;
}

/** That there is a status letter and where, not what stands in it: what is hidden later is in no mail. */
export const letterMail = ({
  title,
  village,
  collaboration,
  name,
  page,
  stopThis,
  stopAll,
}: LetterMail): MailContent => ({
  subject: collaboration ? 'Statusbrief van een samenwerking' : `Statusbrief van ${village}`,
  greeting: `Beste ${name},`,
  paragraphs: [
    `Er is een nieuwe statusbrief van ${collaboration ? `“${collaboration}”` : village}. U leest wat er nieuw is, wat er bewoog, welke toezeggingen zijn nagekomen of te laat zijn, en wat er komt.`,
  ],
  quotes: [{ label: 'De brief heet', text: title }],
  button: { label: 'Lees de statusbrief', url: page },
  why: `U krijgt deze mail, want ${notificationsNl.reasons[village ? 'village' : 'party']}.`,
  stops: [
    ...(village && stopThis ? [{ label: `Volg ${village} niet meer`, url: stopThis }] : []),
    { label: neverAgain, url: stopAll },
  ],
  sender: 'Kernagenda',
});
