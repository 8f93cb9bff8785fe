import { applicationLimits, budgetTerms } from '@kernagenda/budgets/domain';
import { dateName } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';

const { title, plan, contact, note } = applicationLimits;
const words = (what: string, min: number, max: number): string => `Schrijf ${what}, in ${min} tot ${max} tekens.`;
const dayFormat = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', timeZone: 'UTC' });
/** "1 november" of `mm-dd`. */
const dayOfYear = (day: string): string => dayFormat.format(new Date(`2001-${day}T00:00:00Z`));

export const nl = {
  budget: {
    crumbs: 'Kruimelpad',
    all: 'Alle dorpen',
    here: 'Dorpsbudget',
    title: (village: string) => `Dorpsbudget van ${village}`,
    lead: (left: number, year: number) =>
      left > 0 ? `In ${year} is er nog ${euroName(left)} voor plannen van bewoners.` : `Het geld voor ${year} is op.`,
    leadNone: (year: number) => `Voor ${year} is er nog geen dorpsbudget.`,
    failed: 'Het dorpsbudget kan nu niet worden geladen',
    facts: {
      left: 'Wat is er nog?',
      of: (whole: number) => `van ${euroName(whole)}`,
      granted: 'Wat is toegekend?',
      plans: (count: number) => (count === 1 ? 'aan één plan' : `aan ${count} plannen`),
      waiting: 'Wat loopt er?',
      waits: (count: number) => (count === 1 ? '1 aanvraag' : `${count} aanvragen`),
      inOrder: 'op volgorde van ontvangst',
      moved: (into: number, out: number) =>
        [
          into ? `Er kwam ${euroName(into)} bij uit dorpen die geld over hadden.` : '',
          out ? `Er ging ${euroName(out)} naar dorpen waar het geld op was.` : '',
        ]
          .filter(Boolean)
          .join(' '),
    },
    granted: {
      title: 'Dit is toegekend',
      none: 'Nog niets. Het hele bedrag is er nog.',
      what: 'Waarvoor',
      day: 'Besluit',
      euro: 'Bedrag',
      total: 'Samen',
      existing: 'bestaande activiteit',
      point: (name: string) => `Bij het punt: ${name}`,
    },
    apply: {
      title: 'Geld vragen voor een plan',
      signIn: 'Log in om geld te vragen voor een plan in uw dorp.',
      signInButton: 'Inloggen',
      notHere: (village: string) =>
        `Bewoners van ${village} en de kernagendagroep vragen hier geld aan. Woont u hier? Zet het dorp dan bij uw gegevens.`,
      mine: 'Naar uw gegevens',
      spent: 'U kunt wel een aanvraag doen. Valt een ander plan af, of komt er geld bij? Dan telt wie het eerst vroeg.',
      own: 'Bekijk uw aanvragen',
      noPoints: {
        text: 'Een aanvraag hoort bij een punt of wens van het dorp. Die is er nog niet. Doe eerst een voorstel.',
        button: 'Doe een voorstel',
      },
    },
    rules: {
      title: 'De spelregels',
      village: (cents: number) => `Elk dorp heeft ${euroName(cents)} per jaar.`,
      initiative: (cents: number) => `Eén plan krijgt hoogstens ${euroName(cents)} per jaar.`,
      existing: (percent: number, left: number) =>
        `Hoogstens ${percent} procent gaat naar activiteiten die al bestaan. Daarvan is er nog ${euroName(left)}.`,
      order: 'Wie het eerst vraagt, is het eerst aan de beurt.',
      moves: (day: string) =>
        `Wat op ${dayOfYear(day)} over is, kan naar dorpen waar het op is. Daarover beslist altijd een mens.`,
      criteria: 'Hier kijkt de gemeente naar',
      source: 'Bron',
      example: 'Een deel van deze regels is een voorbeeld.',
    },
    offline: {
      title: 'Liever op papier of aan de telefoon?',
      text: (brokers: string) =>
        `Dat kan altijd, en het telt even zwaar. ${brokers || 'De gebiedsmakelaar'} helpt u met de aanvraag.`,
      telephone: 'Bel',
      address: 'Schrijf of kom langs:',
      email: 'Mail',
      none: 'Spreek de gebiedsmakelaar aan, of breng een brief naar het gemeentehuis.',
    },
    steps: {
      title: 'Zo gaat het',
      list: [
        'U stuurt uw aanvraag in. U krijgt meteen een kenmerk, en een kopie per mail.',
        'De gebiedsmakelaar geeft advies.',
        `De gemeente beslist, binnen ${budgetTerms.decisionDays / 7} weken.`,
        `Niet eens met het besluit? Dan hebt u ${budgetTerms.objectionDays / 7} weken om bezwaar te maken.`,
      ],
    },
  },
  form: {
    button: 'Vraag geld aan',
    submit: 'Stuur de aanvraag in',
    done: 'Uw aanvraag is ontvangen.',
    lead: 'Dit is een officiële aanvraag. Wordt er geld toegekend, dan kan iedereen lezen waarvoor en hoeveel, zonder uw naam.',
    point: {
      label: 'Bij welk punt hoort het?',
      hint: 'Een punt van de agenda, of een wens. Staat het er niet bij? Doe dan eerst een voorstel.',
      fault: 'Kies een punt.',
    },
    side: {
      label: 'Namens wie?',
      fault: 'Kies namens wie u dit vraagt.',
      self: 'Voor mijzelf en mijn buurt',
      group: 'Namens de kernagendagroep',
    },
    title: {
      label: 'Waarvoor vraagt u geld?',
      hint: 'In één regel, zoals: een filmavond op het plein. Schrijf geen namen op.',
      fault: words('waarvoor u geld vraagt', title.min, title.max),
    },
    plan: {
      label: 'Wat gaat u doen, met wie, en wat kost wat?',
      fault: words('wat u gaat doen', plan.min, plan.max),
    },
    amount: {
      label: 'Hoeveel vraagt u?',
      hint: (most: number) => `In euro, hoogstens ${euroName(most)}.`,
      fault: (most: number) => `Vul een bedrag in, hoogstens ${euroName(most)}.`,
    },
    existing: {
      label: 'Is het nieuw?',
      fault: 'Kies of het nieuw is.',
      new: 'Ja, het is nieuw',
      existing: 'Nee, het bestaat al',
    },
    starts: { label: 'Wanneer begint het?', fault: 'Kies een dag.' },
    met: { label: 'Waaraan voldoet uw plan?', hint: 'Kruis aan wat klopt. Twijfelt u? Vraag het de gebiedsmakelaar.' },
    contact: {
      label: 'Hoe bent u te bereiken?',
      hint: 'Telefoon of adres. Alleen wie de aanvraag behandelt ziet dit.',
      fault: words('hoe u te bereiken bent', contact.min, contact.max),
    },
    failures: {
      not_allowed: 'Alleen bewoners van dit dorp en de kernagendagroep vragen hier geld aan.',
      not_found: 'Dit punt is er niet meer, of het is niet openbaar. Kies een ander punt.',
      wrong_state: 'Dit punt is afgesloten, of er is dit jaar geen budget. Kies een ander punt.',
      too_many_open: `U hebt hier al ${applicationLimits.openPerPerson} aanvragen die wachten. Wacht op een besluit, of trek er een in.`,
      too_many_requests: 'U stuurde te veel aanvragen achter elkaar. Probeer het over een uur opnieuw.',
    },
  },
  list: {
    title: 'Aanvragen',
    lead: 'Aanvragen voor het dorpsbudget: die van uzelf, en die u behandelt of mag lezen.',
    own: 'Uw aanvragen',
    waiting: 'Wacht op een besluit',
    waitingLead: 'Op volgorde van ontvangst.',
    closed: 'Afgerond',
    none: { own: 'U deed nog geen aanvraag.', waiting: 'Er wacht niets.', closed: 'Nog niets.' },
    more: 'Toon meer',
    moreFailed: 'Dit lukt nu niet. Probeer het over een minuut opnieuw.',
    line: (village: string, reference: string, at: string) => `${village}, ${reference}, ontvangen ${dateName(at)}.`,
    by: (day: string) => `Besluit vóór of op ${dateName(day)}`,
    late: (day: string) => `Te laat: het besluit moest er zijn op ${dateName(day)}`,
    signIn: { text: 'Log in om aanvragen te bekijken.', button: 'Inloggen' },
    failed: 'De aanvragen kunnen nu niet worden geladen',
  },
  moves: {
    title: 'Geld dat over is',
    lead: (year: number) =>
      `Voorstel voor ${year}: wat dorpen over hebben, naar dorpen waar het op is. Er gebeurt niets tot iemand met mandaat ja zegt.`,
    state: { proposed: '', confirmed: 'Dit is verdeeld.', declined: 'Dit gaat niet door.' },
    village: 'Dorp',
    euro: 'Erbij of eraf',
    none: 'Er valt niets meer te verdelen.',
    confirm: {
      button: 'Verdeel dit',
      lead: 'De bedragen gaan meteen van dorp naar dorp. Dat is niet terug te draaien.',
      done: 'Het geld is verdeeld.',
    },
    renew: {
      button: 'Reken opnieuw',
      lead: 'Er komt een nieuw voorstel, met wat dorpen nu hebben. Valt er niets te verdelen? Dan vervalt het.',
      done: 'Er is opnieuw gerekend.',
    },
    decline: {
      button: 'Niet doen',
      reason: { label: 'Waarom niet?', fault: words('waarom', note.min, note.max) },
      done: 'Het voorstel gaat niet door.',
    },
    failures: {
      balance_changed:
        'Intussen klopt dit voorstel niet meer. Er is niets verdeeld. U ziet nu wat er zou verschuiven: bekijk het, en beslis dan.',
    },
  },
  application: {
    crumb: 'Aanvragen',
    title: (reference: string) => `Aanvraag ${reference}`,
    print: 'Druk af',
    failed: 'De aanvraag kan nu niet worden geladen',
    steps: ['Ontvangen', 'Advies', 'Besluit'],
    facts: {
      state: 'Wat is de stand?',
      amount: 'Hoeveel is gevraagd?',
      granted: (cents: number) => `${euroName(cents)} toegekend`,
      term: 'Wanneer komt het besluit?',
      by: (day: string) => `Vóór of op ${dateName(day)}`,
      late: (day: string) => `Te laat: moest er zijn op ${dateName(day)}`,
      stands: 'De termijn staat stil',
      standsUntil: (day: string) => `tot het antwoord er is, uiterlijk ${dateName(day)}`,
      decided: (at: string) => `Besloten op ${dateName(at)}`,
      received: (at: string) => `ontvangen op ${dateName(at)}`,
      ended: 'Er komt geen besluit',
    },
    receipt: (reference: string) =>
      `Uw kenmerk is ${reference}. Wij mailden u een kopie. U kunt deze bladzijde ook afdrukken.`,
    what: 'De aanvraag',
    point: 'Punt',
    noPoint: 'Dit punt is niet meer openbaar',
    who: 'Aanvrager',
    forGroup: (name: string) => `${name}, namens de kernagendagroep`,
    contact: 'Te bereiken',
    kind: 'Soort',
    existing: { yes: 'Activiteit die al bestaat', no: 'Nieuwe activiteit' },
    starts: 'Begint op',
    criteria: 'Waaraan het voldoet, zegt de aanvrager',
    met: 'Ja:',
    notMet: 'Niet aangekruist:',
    asked: { title: 'Vraag om aanvulling', answer: 'Antwoord' },
    advice: {
      title: 'Advies van de gebiedsmakelaar',
      yes: 'Toekennen',
      no: 'Niet toekennen',
      none: 'Er is nog geen advies.',
    },
    decision: {
      title: 'Het besluit',
      granted: (cents: number) => `${euroName(cents)} is toegekend.`,
      partly: (cents: number, asked: number) => `${euroName(cents)} van de gevraagde ${euroName(asked)} is toegekend.`,
      refused: 'De aanvraag is afgewezen.',
      short: 'Er was niet genoeg geld voor het hele bedrag.',
      beforeOthers: 'Deze aanvraag ging voor op eerdere aanvragen.',
      objection: (day: string, address: string) =>
        `Dit besluit is genomen namens het college van burgemeester en wethouders. Niet eens ermee? Maak bezwaar tot en met ${dateName(day)}. Stuur een brief aan het college${address ? `, ${address}` : ''}, met uw naam, uw adres, de datum, het kenmerk, waarom u het er niet mee eens bent, en uw handtekening.`,
    },
    decider: {
      title: 'Om over te beslissen',
      left: (cents: number) => `Er is nog ${euroName(cents)}.`,
      existing: (cents: number) => `Voor activiteiten die al bestaan is er nog ${euroName(cents)}.`,
      point: (got: number, most: number) => `Dit punt kreeg dit jaar ${euroName(got)} van hoogstens ${euroName(most)}.`,
      first: 'Deze aanvraag is het eerst aan de beurt.',
      earlier: (count: number, cents: number) =>
        `Eerder ontvangen en nog zonder besluit: ${count === 1 ? '1 aanvraag' : `${count} aanvragen`}, samen hoogstens ${euroName(cents)}.`,
      more: (count: number) => `en nog ${count}`,
    },
    acts: {
      title: 'Wat kunt u doen?',
      advise: {
        button: 'Geef advies',
        positive: { label: 'Uw advies', fault: 'Kies uw advies.' },
        note: { label: 'Waarom?', fault: words('waarom', note.min, note.max) },
        done: 'Uw advies staat erbij.',
      },
      ask: {
        button: 'Vraag om aanvulling',
        lead: 'De aanvrager krijgt een mail. De termijn staat stil tot het antwoord er is.',
        note: { label: 'Wat moet u nog weten?', fault: words('wat u nog moet weten', note.min, note.max) },
        done: 'De vraag is gesteld.',
      },
      complete: {
        button: 'Vul aan',
        note: { label: 'Uw antwoord', fault: words('uw antwoord', note.min, note.max) },
        done: 'Uw antwoord is ontvangen. De termijn loopt weer.',
      },
      decide: {
        button: 'Beslis',
        lead: 'De aanvrager krijgt meteen een mail met het besluit.',
        submit: 'Neem dit besluit',
        granted: {
          label: 'Welk bedrag kent u toe?',
          hint: 'In euro. Vul 0 in om af te wijzen.',
          fault: (most: number) => `Vul een bedrag in van 0 tot en met ${euroName(most)}.`,
        },
        reason: {
          label: 'Waarom?',
          hint: 'Nodig als u minder toekent dan gevraagd, of iemand anders voor laat gaan.',
          fault: 'Schrijf waarom: de aanvrager heeft recht op de reden.',
        },
        more: {
          label: 'Klopt een van deze dingen?',
          short: 'Er is niet genoeg geld voor het hele bedrag',
          others: 'Deze aanvraag gaat voor op eerdere aanvragen',
        },
        done: 'Het besluit is genomen en gemaild.',
        failures: {
          point_hidden:
            'Dit punt is niet meer openbaar. U kunt er geen geld voor toekennen. U kunt de aanvraag wel afwijzen.',
          budget_spent: 'Zoveel is er niet meer. Er is niets veranderd. Kijk wat er nu over is.',
          initiative_cap: 'Dan krijgt dit punt meer dan één plan per jaar mag krijgen. Kies een lager bedrag.',
          existing_share_spent: 'Zoveel is er niet meer voor activiteiten die al bestaan. Kies een lager bedrag.',
          earlier_waiting:
            'Dan is er te weinig over voor wie eerder vroeg. Beslis eerst over die aanvragen, of kruis aan dat deze voorgaat en schrijf waarom.',
        },
      },
      withdraw: {
        button: 'Trek de aanvraag in',
        lead: 'U kunt later een nieuwe aanvraag doen.',
        done: 'De aanvraag is ingetrokken.',
      },
    },
  },
};
