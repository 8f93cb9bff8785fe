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

/** The mail to who wished something that was written down for them; `page` takes it over, or says that it is not theirs. */
export const wishMail = ({ title, body, village, enteredFrom }: ClaimMail, page: string): MailContent => ({
  subject: `Uw wens is opgeschreven: ${title}`,
  greeting: 'Beste inwoner,',
  paragraphs: [
    `${told[enteredFrom]} met een wens voor ${village.name}. Die is opgeschreven zoals hieronder staat.`,
    'Is dit uw wens? Neem hem dan over. U krijgt bericht als er iets mee gebeurt, en u kunt de tekst zelf aanpassen.',
  ],
  quotes: [{ label: title, text: body }],
  button: { label: 'Dit is mijn wens', url: page },
  why: `U krijgt deze mail, want u gaf uw adres bij deze wens. Doet u niets? Dan blijft de wens staan, en vergeten wij uw adres na ${enteringLimits.addressDays} dagen.`,
  stops: [{ label: 'Dit is niet van mij', url: page }],
  sender: 'Kernagenda',
});
