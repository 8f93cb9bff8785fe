import { threadLimits } from '@kernagenda/conversations/domain';

/** What the mail program of a sender is told when a mail is not taken; it says so to them. */
export const nl = {
  unknown: 'Dit adres bestaat niet. Antwoord op de site.',
  tooLarge: 'Uw mail is te groot. Stuur kleinere foto’s, of antwoord op de site.',
  otherSender: 'Deze mail komt niet van het adres dat bij dit gesprek hoort. Antwoord met dat adres, of op de site.',
  notAllowed: 'U kunt in dit gesprek niet meer schrijven. Op de site ziet u waarom.',
  empty: 'In uw mail staat geen nieuwe tekst. Schrijf uw antwoord boven de oude mail.',
  tooLong: `Uw bericht is langer dan ${threadLimits.body.max} tekens. Maak het korter, of antwoord op de site.`,
  unreadable: 'Wij kunnen deze mail niet lezen. Antwoord op de site.',
  later: 'Het lukt nu niet. Probeer het later opnieuw.',
  /** In the message, for a file that is no photo or one too many. */
  leftOut: (names: readonly string[]) => `(Niet meegekomen uit de mail: ${names.join(', ')})`,
  onlyPhotos: 'Zie de foto.',
  nameless: 'een bestand zonder naam',
};
