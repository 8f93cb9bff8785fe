import type { CommentAction, PlacedKind } from '@kernagenda/conversations/domain';
import { commentLimits } from '@kernagenda/conversations/domain';

type FormName = 'answer' | 'assign' | 'hide';

const kinds: Record<PlacedKind, { readonly choice: string; readonly label: string; readonly hint: string }> = {
  reaction: {
    choice: 'Ik wil iets zeggen',
    label: 'Wat wilt u zeggen?',
    hint: 'Uw naam en uw dorp staan erbij. Iedereen kan het lezen.',
  },
  question: {
    choice: 'Ik heb een vraag',
    label: 'Wat wilt u weten?',
    hint: 'U ziet meteen wie antwoordt en wanneer. Iedereen kan meelezen.',
  },
  help: {
    choice: 'Ik help mee',
    label: 'Waarmee kunt u helpen?',
    hint: 'Zegt de ander ja, dan krijgt die uw naam en e-mailadres. Verder niemand.',
  },
};

const forms: Record<FormName, { readonly label: string; readonly hint: string; readonly send: string }> = {
  answer: { label: 'Uw antwoord', hint: 'Kort en in gewone woorden. Iedereen kan het lezen.', send: 'Antwoord' },
  assign: { label: 'Wie antwoordt?', hint: '', send: 'Geef door' },
  hide: {
    label: 'Waarom verbergt u dit?',
    hint: 'De schrijver leest deze reden. Anderen zien niets meer.',
    send: 'Verberg',
  },
};

const buttons: Record<CommentAction, string> = {
  answer: 'Antwoord',
  assign: 'Geef door',
  accept_help: 'Ja, graag',
  decline_help: 'Nee, dank u',
  see_contact: 'Toon e-mailadres',
  hide: 'Verberg',
  show_again: 'Toon weer',
  delete: 'Haal weg',
};

const failures: Readonly<Record<string, string>> = {
  wrong_state: 'Er is intussen iets veranderd. U ziet nu de laatste stand.',
  not_found: 'Dit is er niet meer.',
  too_many_requests:
    'U schrijft erg veel achter elkaar. Wacht even en probeer het dan nog eens. Uw tekst blijft staan.',
  sign_in_required: 'U bent niet meer ingelogd. Log in; uw tekst blijft staan.',
  unreachable: 'Er is geen verbinding. Uw tekst blijft staan. Probeer het straks nog eens.',
};

export const nl = {
  title: 'Zeg of vraag iets',
  choose: 'Wat wilt u doen?',
  kinds,
  forms,
  buttons,
  failures,
  failed: 'Dat lukte niet. Uw tekst blijft staan. Probeer het nog eens.',
  send: 'Plaats',
  cancel: 'Terug',
  dueOn: 'Uiterlijk op welke dag?',
  dueFault: 'Kies vandaag of een latere dag, hoogstens een jaar vooruit.',
  ownersFailed: 'De teams kunnen nu niet worden geladen.',
  short: (min: number) => `Schrijf minstens ${min} letters.`,
  long: (max: number) => `Maak het korter: hoogstens ${max} letters.`,
  textFault: 'Schrijf wat u wilt zeggen.',
  placed: { reaction: 'Uw reactie staat erbij.', question: 'Uw vraag is gesteld.', help: 'Uw aanbod staat erbij.' },
  done: {
    answer: 'Uw antwoord staat erbij.',
    assign: 'De vraag is doorgegeven.',
    accept_help: 'Afgesproken. U kunt nu contact opnemen.',
    decline_help: 'U hebt bedankt voor het aanbod.',
    see_contact: '',
    hide: 'De reactie is verborgen.',
    show_again: 'De reactie is weer zichtbaar.',
    delete: 'Uw woorden zijn weg.',
  } satisfies Record<CommentAction, string>,
  limit: commentLimits.body.max,
};
