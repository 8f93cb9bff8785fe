import type { NotificationKind, NotificationReason } from './notifications';

/** What happened, in the same words in the app and in the mail; the title of the point or thread stands beside it. */
const kinds: Readonly<Record<NotificationKind, string>> = {
  approve: 'Uw voorstel staat op de site',
  request_changes: 'Wilt u uw voorstel aanpassen?',
  refuse: 'Uw voorstel is niet geplaatst',
  hide: 'Uw voorstel is niet meer zichtbaar',
  show_again: 'Uw voorstel is weer zichtbaar',
  reconsider: 'Uw voorstel wordt opnieuw gelezen',
  approve_version: 'Uw nieuwe tekst staat op de site',
  refuse_version: 'Uw nieuwe tekst is niet geplaatst',
  explore: 'De gebiedsmakelaar zoekt uit wat er kan',
  put_on_agenda: 'Dit punt staat nu op de agenda',
  take_off_agenda: 'Dit punt is van de agenda gehaald',
  plan: 'Dit punt is gepland',
  unplan: 'De planning van dit punt is teruggenomen',
  start: 'De uitvoering van dit punt is begonnen',
  finish: 'Dit punt is gedaan',
  hold: 'Dit punt staat in de wacht',
  resume: 'Dit punt is weer opgepakt',
  mark_not_feasible: 'Dit punt kan niet doorgaan',
  reopen: 'Er wordt opnieuw uitgezocht wat er kan',
  merge: 'Dit punt gaat samen verder met een ander punt',
  withdraw: 'Dit punt is ingetrokken door wie het voorstelde',
  new_point: 'Er is een nieuw punt',
  reaction: 'Er is een reactie op uw punt',
  question: 'Er is een vraag bij uw punt',
  help: 'Iemand wil helpen met uw punt',
  question_to_answer: 'Er wacht een vraag op antwoord',
  answer: 'Er is antwoord op uw vraag',
  help_agreed: 'Uw hulp is welkom',
  help_declined: 'Uw hulp is nu niet nodig',
  comment_hidden: 'Uw reactie is niet meer zichtbaar',
  message: 'U hebt een nieuw bericht',
};

/** Ends the sentence "U krijgt dit, want …". */
const reasons: Readonly<Record<NotificationReason, string>> = {
  author: 'u hebt dit voorgesteld',
  supporter: 'u steunt dit punt',
  commenter: 'u schreef iets bij dit punt',
  chosen: 'u volgt dit punt',
  village: 'u volgt dit dorp',
  answers: 'u beantwoordt vragen voor dit dorp',
  participant: 'u doet mee aan dit gesprek',
};

export const notificationsNl = { kinds, reasons } as const;
