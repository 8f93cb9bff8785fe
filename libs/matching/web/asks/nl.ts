import type { AskAnswerer, AskEnding, SideView } from '@kernagenda/matching/domain';
import { dateName } from '@kernagenda/shared/web';

export const askDeclineWords: Record<AskEnding, string> = {
  not_now: 'Het komt nu niet uit',
  no_people: 'Er is niemand die het kan doen',
  already_done: 'Wij hebben dit al, of zijn ermee bezig',
  rather_alone: 'Wij doen het liever zelf',
  something_else: 'Wij willen toch iets anders',
  other: 'Een andere reden',
  no_answer: 'Er kwam geen antwoord',
};

const waitsFor: Record<AskAnswerer, string> = {
  group: 'de kernagendagroep is gevraagd, nog geen antwoord',
  author: 'wie het punt schreef is gevraagd, nog geen antwoord',
  broker: 'de gebiedsmakelaar vraagt het in het dorp, nog geen antwoord',
};

const said: Record<AskAnswerer, string> = {
  group: 'de groep',
  author: 'wie het punt schreef',
  broker: 'de gebiedsmakelaar',
};

/** What a village was asked and said, after its name: "ja, zei de groep (Secretaris Tuil) op 2 maart". */
export function sideName({ state, answerer, answeredBy, answeredAt, onBehalfOf, reason }: SideView): string {
  if (state === 'asked') return waitsFor[answerer];
  if (reason === 'no_answer') return 'gaf geen antwoord en doet nu niet mee';
  const who = answeredBy ? `${said[answerer]} (${answeredBy})` : said[answerer];
  const when = answeredAt ? ` op ${dateName(answeredAt)}` : '';
  const whom = onBehalfOf ? `, namens ${onBehalfOf}` : '';
  const why = reason ? ` ${askDeclineWords[reason]}.` : '';
  return `${state === 'accepted' ? 'ja' : 'nee'}, zei ${who}${when}${whom}.${why}`;
}
