import { notificationsNl } from '@kernagenda/notifications/domain';
import type { MailContent } from './mail-template';
import { neverAgain } from './nl';

interface LetterMail {
  readonly title: string;
  readonly village: string;
  readonly name: string;
  readonly page: string;
  readonly stopThis: string;
  readonly stopAll: string;
}

/** That there is a status letter and where, not what stands in it: what is hidden later is in no mail. */
export const letterMail = ({ title, village, name, page, stopThis, stopAll }: LetterMail): MailContent => ({
  subject: `Statusbrief van ${village}`,
  greeting: `Beste ${name},`,
  paragraphs: [
    `Er is een nieuwe statusbrief van ${village}. U leest wat er nieuw is, wat er bewoog, welke toezeggingen zijn nagekomen of te laat zijn, en wat er komt.`,
  ],
  quotes: [{ label: 'De brief heet', text: title }],
  button: { label: 'Lees de statusbrief', url: page },
  why: `U krijgt deze mail, want ${notificationsNl.reasons.village}.`,
  stops: [
    { label: `Volg ${village} niet meer`, url: stopThis },
    { label: neverAgain, url: stopAll },
  ],
  sender: 'Kernagenda',
});
