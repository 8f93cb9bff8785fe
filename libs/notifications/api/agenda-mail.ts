import { notificationsNl } from '@kernagenda/notifications/domain';
import type { MailContent } from './mail-template';
import { neverAgain } from './nl';

interface AgendaMail {
  readonly name: string;
  /** Of the agenda, by name. */
  readonly villages: readonly string[];
  /** The page of the agenda. */
  readonly page: string;
  readonly stopAll: string;
}

const listFormat = new Intl.ListFormat('nl-NL', { type: 'conjunction' });

/** "Kernagenda Heesselt en Varik" */
export const agendaTitle = (villages: readonly string[]): string => `Kernagenda ${listFormat.format(villages)}`;

/** The mail that asks who keeps an agenda to freeze it once more. */
export function agendaMail({ name, villages, page, stopAll }: AgendaMail): MailContent {
  return {
    subject: `${notificationsNl.kinds.agenda_reminder}: ${agendaTitle(villages)}`,
    greeting: `Beste ${name},`,
    paragraphs: [
      `Al een half jaar is er geen versie vastgelegd van de kernagenda van ${listFormat.format(villages)}. Wilt u kijken of alles nog klopt, en dan een versie vastleggen?`,
      'Zo ziet uw dorp wat er veranderde, en hebt u een verse folder om uit te delen. Het kost een paar minuten.',
    ],
    quotes: [],
    button: { label: 'Bekijk de kernagenda', url: page },
    why: `U krijgt deze mail, want ${notificationsNl.reasons.keeper}.`,
    stops: [{ label: neverAgain, url: stopAll }],
    sender: 'Kernagenda',
  };
}
