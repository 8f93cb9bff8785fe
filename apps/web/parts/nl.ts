import { notificationTerms, notificationsNl } from '@kernagenda/notifications/domain';
import type { NotificationReason } from '@kernagenda/notifications/domain';

const { unreadShown } = notificationTerms;

export const nl = {
  bell: (unread: number) => {
    if (unread === 0) return 'Meldingen';
    if (unread > unreadShown) return `Meldingen, meer dan ${unreadShown} zijn nieuw`;
    return unread === 1 ? 'Meldingen, 1 is nieuw' : `Meldingen, ${unread} zijn nieuw`;
  },
  start: { point: 'Volg dit punt', village: 'Volg dit dorp' },
  stop: 'Stop met volgen',
  /** Why is said of what makes somebody follow by itself. */
  follows: (reason: NotificationReason | null) =>
    reason === 'author' || reason === 'supporter' || reason === 'commenter'
      ? `U volgt dit, want ${notificationsNl.reasons[reason]}.`
      : 'U volgt dit.',
  started: 'U volgt dit. U hoort het als er iets verandert.',
  stopped: 'U volgt dit niet meer.',
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
  handOver: {
    open: { chair: 'Ik stop als voorzitter', secretary: 'Ik stop als secretaris' },
    title: { chair: 'Wie wordt de voorzitter?', secretary: 'Wie wordt de secretaris?' },
    hint: 'Kies een lid van uw groep. Dat lid krijgt meteen uw rechten, en u hebt ze dan niet meer.',
    none: 'Kies een lid',
    nobody: 'Uw groep heeft nog geen andere leden. Vraag de beheerder van de gemeente om iemand toe te voegen.',
    fault: 'Kies een lid van uw groep.',
    button: 'Draag over',
    cancel: 'Toch niet',
    done: (name: string) => `Dank voor uw werk. ${name} heeft het nu van u overgenomen.`,
    already: 'Dit is al overgedragen. Laad de pagina opnieuw.',
  },
};
