import type { OutcomeMail } from '@kernagenda/intake/api';
import { enteringLimits } from '@kernagenda/intake/domain';
import type { MailContent } from './mail-template';

const dayFormat = new Intl.DateTimeFormat('nl', { timeZone: 'UTC', day: 'numeric', month: 'long' });

/** The mail of the morning after an evening; nothing of what was said stands in it, for the address may be wrong. */
export const outcomeMail = (
  { village, day, wishCount }: Pick<OutcomeMail, 'village' | 'day' | 'wishCount'>,
  pages: { readonly village: string; readonly claims: readonly string[] },
): MailContent => {
  const [claim, ...more] = pages.claims;
  const agenda = { label: `Bekijk de agenda van ${village.name}`, url: pages.village };
  return {
    subject: `Dank voor uw wens voor ${village.name}`,
    greeting: 'Beste inwoner,',
    paragraphs: [
      `U was op de bijeenkomst van ${dayFormat.format(new Date(day))} in ${village.name}. ${
        wishCount === 1 ? 'Er is één wens ingestuurd.' : `Er zijn ${wishCount} wensen ingestuurd, ook die van u.`
      } De gebiedsmakelaar leest ze eerst. Daarna staan ze op de agenda van ${village.name}.`,
      claim
        ? 'Maak uw wens van uzelf met de knop hieronder. U krijgt dan bericht als er iets mee gebeurt, en u kunt de tekst zelf aanpassen.'
        : 'Zeiden meer mensen hetzelfde? Dan staat het er als één wens. Op de agenda leest u wat ermee gebeurt.',
      ...(claim ? [`De agenda van ${village.name}: ${pages.village}`] : []),
    ],
    quotes: more.map((url, index) => ({ label: `Uw wens ${index + 2}`, text: url })),
    button: claim ? { label: 'Dit is mijn wens', url: claim } : agenda,
    why: `U krijgt deze mail één keer, want u gaf uw adres op de bijeenkomst. Doet u niets? Dan blijft de wens staan, en vergeten wij uw adres na ${enteringLimits.addressDays} dagen.`,
    stops: claim ? [{ label: 'Dit is niet van mij', url: claim }] : [],
    sender: 'Kernagenda',
  };
};
