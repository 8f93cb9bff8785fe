import { notificationsNl } from '@kernagenda/notifications/domain';
import type { NotificationReason } from '@kernagenda/notifications/domain';

const kilometres = (metres: number): string => `${(metres / 1000).toLocaleString('nl')} km`;

const inWords = (names: readonly string[]): string => new Intl.ListFormat('nl').format(names);

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
    lead: 'Hiervan hoort u het als er iets verandert.',
    signIn: 'Log in om te zien wat u volgt.',
    village: (name: string) => `Heel ${name}`,
    theme: (name: string) => `${name}, in alle dorpen`,
    circle: (radius: number, village: string) => `${kilometres(radius)} rond ${village || 'een plek van uzelf'}`,
    reaches: (villages: readonly string[]) =>
      villages.length === 0 ? 'Hier ligt geen dorp van deze gemeente.' : `Reikt tot in ${inWords(villages)}.`,
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
    themes: {
      title: 'Volg een onderwerp',
      hint: 'U hoort ervan in welk dorp het ook is.',
      started: (name: string) => `U volgt nu ‘${name}’.`,
      stopped: (name: string) => `U volgt ‘${name}’ niet meer.`,
    },
    place: {
      title: 'Volg wat er rond een plek gebeurt',
      hint: 'U hoort van alle punten in de dorpen waar de cirkel komt. U kunt één plek volgen.',
      village: 'Rond welk dorp?',
      none: 'Kies een dorp',
      fault: 'Kies rond welk dorp.',
      radius: 'Hoe ver?',
      kilometres,
      draw: 'Volg deze plek',
      here: 'Gebruik waar ik nu ben',
      hereNote: 'Wij bewaren die plek op honderd meter nauwkeurig. Niemand anders ziet haar.',
      drawn: 'U volgt deze plek.',
      noPlace: 'Uw apparaat zegt niet waar u bent. Kies een dorp.',
    },
    paused: {
      title: 'Uw mail komt terug',
      text: (email: string, since: string) =>
        `Mail aan ${email} kwam terug op ${since}. Daarom sturen wij u nu geen berichten, alleen nog inlogcodes. Klopt het adres, en doet het het weer? Zet de mail dan weer aan.`,
      resume: 'Zet de mail weer aan',
      resumed: 'U krijgt weer mail.',
    },
    mail: {
      title: 'Hoe vaak wilt u mail?',
      at_once: 'Meteen als er iets verandert',
      daily: 'Elke dag een overzicht, om zeven uur',
      weekly: 'Elke maandag een overzicht',
      monthly: 'Elke eerste dag van de maand een overzicht',
      in_app: 'Geen mail, alleen hier op de site',
      hint: 'Nieuwe punten staan in het overzicht. Kiest u meteen, dan ziet u die hier op de site. Wat iemand aan u schrijft en inlogcodes krijgt u ook bij een overzicht meteen.',
      saved: 'Uw keuze is bewaard.',
    },
  },
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
};
