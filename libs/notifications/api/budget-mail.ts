import type { HeldLetter } from '@kernagenda/budgets/api';
import type { ApplicationView } from '@kernagenda/budgets/domain';
import type { MunicipalityView } from '@kernagenda/villages/domain';
import type { MailContent } from './mail-template';

type Sender = Pick<MunicipalityView, 'name' | 'contact'>;

const euroFormat = new Intl.NumberFormat('nl-NL', {
  style: 'currency',
  currency: 'EUR',
  trailingZeroDisplay: 'stripIfInteger',
});
const euro = (cents: number): string => euroFormat.format(cents / 100);
const dateFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', dateStyle: 'long' });
const date = (at: string): string => dateFormat.format(new Date(at));

/** Everything that was sent in: a copy for who sent it. */
const copyOf = (application: ApplicationView): MailContent['quotes'] => {
  const { title, plan, amountCents, isExisting, startsOn, criteria, contact, village, point, side, asked } =
    application;
  return [
    { label: 'Waarvoor', text: title },
    { label: 'Dorp', text: village.name },
    { label: 'Punt', text: point?.title ?? '' },
    { label: 'Namens wie', text: side === 'group' ? 'De kernagendagroep' : 'Uzelf' },
    { label: 'Plan', text: plan },
    { label: 'Gevraagd bedrag', text: euro(amountCents) },
    { label: 'Soort activiteit', text: isExisting ? 'Een activiteit die al bestaat' : 'Een nieuwe activiteit' },
    { label: 'Begint op', text: date(startsOn) },
    {
      label: 'Spelregels waaraan het voldoet, zegt u',
      text: criteria.map(({ text, isMet }) => `${isMet ? 'Ja' : 'Nee'}: ${text}`).join('\n'),
    },
    { label: 'Zo bent u te bereiken', text: contact ?? '' },
    { label: 'Wat u later aanvulde', text: asked?.answer ?? '' },
  ].filter(({ text }) => text !== '');
};

const outcomeOf = ({ state, amountCents, grantedCents }: ApplicationView): string => {
  if (state === 'refused') return `Uw aanvraag voor ${euro(amountCents)} is afgewezen.`;
  if (state === 'partly_granted') return `U vroeg ${euro(amountCents)}. U krijgt ${euro(grantedCents ?? 0)}.`;
  return `U krijgt ${euro(grantedCents ?? 0)}.`;
};

/** What somebody can do who does not agree (Awb art. 3:45, 6:5 and 6:7), and on whose behalf it was decided (art. 10:10). */
const objectionOf = ({ decision, reference }: ApplicationView, { name, contact }: Sender): readonly string[] => [
  `Dit besluit is genomen namens het college van burgemeester en wethouders van ${name}.`,
  `Bent u het er niet mee eens? Dan kunt u bezwaar maken tot en met ${date(decision?.objectBy ?? '')}. Stuur een brief aan het college van burgemeester en wethouders${contact.address ? `, ${contact.address}` : ''}. Zet daarin uw naam en adres, de datum, het kenmerk ${reference}, en waarom u het er niet mee eens bent. Zet uw handtekening eronder.`,
];

const told: Readonly<Record<HeldLetter['kind'], (view: ApplicationView, from: Sender) => Partial<MailContent>>> = {
  received: (view) => ({
    subject: `Ontvangen: uw aanvraag ${view.reference}`,
    paragraphs: [
      `Wij ontvingen uw aanvraag voor het dorpsbudget van ${view.village.name} op ${date(view.receivedAt)}. Het kenmerk is ${view.reference}. Hieronder staat een kopie.`,
      ...(view.decideBy ? [`U krijgt een besluit vóór of op ${date(view.decideBy)}.`] : []),
    ],
    quotes: copyOf(view),
  }),
  asked: (view) => ({
    subject: `Vraag over uw aanvraag ${view.reference}`,
    paragraphs: [
      `Wij willen nog iets van u weten, voordat wij over uw aanvraag voor ${view.village.name} kunnen beslissen. Antwoord vóór of op ${date(view.asked?.completeBy ?? '')}. Tot dan staat de termijn voor ons besluit stil.`,
      'Antwoordt u niet? Dan beslissen wij met wat er is.',
    ],
    quotes: [{ label: 'Onze vraag', text: view.asked?.note ?? '' }],
  }),
  decided: (view, from) => ({
    subject: `Besluit over uw aanvraag ${view.reference}`,
    paragraphs: [outcomeOf(view), ...objectionOf(view, from)],
    quotes: [
      ...(view.decision?.reason ? [{ label: 'Waarom', text: view.decision.reason }] : []),
      { label: 'Waarvoor', text: view.title },
    ],
  }),
};

/** The mail about an application. An official message: it belongs to the application, so nobody turns it off. */
export const budgetMail = (
  { kind, displayName, application }: HeldLetter,
  page: string,
  from: Sender,
): MailContent => ({
  ...{ subject: '', paragraphs: [], quotes: [] },
  ...told[kind](application, from),
  greeting: `Beste ${displayName},`,
  button: { label: kind === 'asked' ? 'Geef antwoord' : 'Bekijk uw aanvraag', url: page },
  why: `U krijgt deze mail, want ${application.side === 'group' ? 'uw kernagendagroep' : 'u'} deed een aanvraag. Bewaar hem: het is een officieel bericht.`,
  stops: [],
  sender: `Gemeente ${from.name}`,
});
