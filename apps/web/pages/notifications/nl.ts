import { notificationsNl } from '@kernagenda/notifications/domain';
import type { NotificationReason } from '@kernagenda/notifications/domain';

export const nl = {
  ...notificationsNl,
  page: 'Meldingen',
  lead: 'Wat er gebeurde met punten die u volgt, en wie u schreef.',
  signIn: { text: 'Log in om uw meldingen te zien.', button: 'Inloggen' },
  isNew: 'Nieuw',
  why: (reason: NotificationReason) => `Want ${notificationsNl.reasons[reason]}.`,
  readAll: 'Alles gelezen',
  allRead: 'Alle meldingen zijn gelezen.',
  more: 'Toon oudere meldingen',
  empty: {
    title: 'Nog geen meldingen',
    text: 'Steun een punt, of volg een dorp. Zodra er iets verandert, leest u het hier.',
    button: 'Bekijk de dorpen',
  },
  toFollows: 'Wat volgt u, en krijgt u mail?',
  follows: {
    page: 'Wat u volgt',
    lead: 'Van deze punten en dorpen hoort u het als er iets verandert.',
    signIn: 'Log in om te zien wat u volgt.',
    village: (name: string) => `Heel ${name}`,
    stop: 'Stop',
    stopOf: (title: string) => `met volgen van ${title}`,
    stopped: (title: string) => `U volgt ‘${title}’ niet meer.`,
    more: 'U volgt er meer dan hier staan. De nieuwste honderd staan hier.',
    empty: {
      title: 'U volgt nog niets',
      text: 'Steun een punt of kies ‘Volg dit punt’ of ‘Volg dit dorp’. Dan hoort u hoe het verdergaat.',
      button: 'Bekijk de dorpen',
    },
    toNotifications: 'Naar uw meldingen',
    mail: {
      title: 'Wilt u mail?',
      at_once: 'Ja, stuur meteen een mail',
      in_app: 'Nee, alleen hier op de site',
      hint: 'Inlogcodes krijgt u altijd per mail.',
      saved: 'Uw keuze is bewaard.',
    },
  },
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
};
