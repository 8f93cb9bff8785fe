import type { ClaimMail } from '@kernagenda/intake/api';
import { enteringLimits } from '@kernagenda/intake/domain';
import type { EnteredWay } from '@kernagenda/proposals/domain';
import type { MailContent } from './mail-template';

const told: Readonly<Record<EnteredWay, string>> = {
  letter: 'U schreef een brief',
  postcard: 'U schreef een kaart',
  call: 'U belde',
  visit: 'U vertelde het bij een bezoek',
  evening: 'U zei het op een bijeenkomst',
};

/**
 * The mail to who wished something that was written down for them; `page` takes it over, or says that it is not theirs.
 * The text itself stands on that page alone: nobody read it yet, and an address can be anybody's.
 */
export const wishMail = ({ village, enteredFrom }: ClaimMail, page: string): MailContent => ({
  subject: `Uw wens voor ${village.name} is opgeschreven`,
  greeting: 'Beste inwoner,',
  paragraphs: [
    `${told[enteredFrom]} met een wens voor ${village.name}. Die is opgeschreven.`,
    'Lees hem na, en neem hem over als het uw wens is. U krijgt dan bericht als er iets mee gebeurt, en u kunt de tekst zelf aanpassen.',
  ],
  quotes: [],
  button: { label: 'Lees de wens', url: page },
  why: `U krijgt deze mail, want u gaf uw adres bij deze wens. Doet u niets? Dan blijft de wens staan, en vergeten wij uw adres na ${enteringLimits.addressDays} dagen.`,
  stops: [{ label: 'Dit is niet van mij', url: page }],
  sender: 'Kernagenda',
});
