import { OpenedPages } from './testing/opened-pages';
import { purchase } from './testing/views';

describe('a joint purchase on the page of its collaboration', () => {
  let pages: OpenedPages;
  beforeEach(() => {
    pages = new OpenedPages();
  });
  afterEach(() => pages.close());

  it('makes its steps and who has to act those of the page', async () => {
    pages.bought = purchase();
    await pages.open();
    const [what, who] = pages.all('.ka-facts dd');
    expect(what).toBe('Offertes vergelijken Stap 6 van 10');
    expect(who).toContain('De kernagendagroepen');
    expect(who).toContain('Advies vóór 23 maart 2026');
    expect(pages.all('.ka-phase li')).toHaveLength(10);
  });

  it('shows the honest sum, also per village, and says where the odd cent went', async () => {
    pages.bought = purchase();
    await pages.open();
    const amounts = pages.all('.ka-bars__name b').map((amount) => amount.replace(/\u00a0/g, ' '));
    expect(amounts).toEqual(['€ 7.000', '€ 5.600,02', '+ € 500', '€ 899,98']);
    expect(pages.text('.ka-net')).toMatch(/€.899,98/);
    const rows = pages.all('.ka-saving__table tbody tr');
    expect(rows[0]).toContain('Deil');
    expect(pages.text('.ka-saving__table tfoot')).toContain('899,98');
    expect(pages.text('ka-saving-section')).toContain('Bij het delen bleef één cent over. Die is voor Tricht');
    expect(pages.text('ka-saving-section')).toContain('Bronnen: offerte van januari en urenstaat.');
  });

  it('compares the quotes by letter, the advised one first, and says which one fails', async () => {
    pages.bought = purchase();
    await pages.open();
    expect(pages.text('ka-quotes-section h2')).toBe('Drie offertes');
    expect(pages.all('ka-quotes-section thead th')).toEqual(['Leverancier B Advies', 'Leverancier A', 'Leverancier C']);
    expect(pages.text('ka-quotes-section caption')).toContain('C (eis 1) voldoet niet aan de eisen.');
  });

  it('shows no price while quotes are sealed, and says when they open', async () => {
    pages.bought = purchase({
      areQuotesOpen: false,
      estimate: null,
      quotes: { closesAt: '2026-03-20T11:00:00Z', areOpen: false, receipts: [], items: [] },
    });
    await pages.open();
    expect(pages.text('ka-saving-section')).toContain('Tot dan weet niemand een prijs');
    expect(pages.element.textContent).not.toMatch(/€|560/);
  });

  it('lays estimate and result beside each other after the invoice', async () => {
    const { estimate, coordination } = purchase();
    pages.bought = purchase({
      state: 'evaluated',
      booked: estimate && {
        ...estimate,
        netCents: 100_000,
        at: '2026-06-01T09:00:00Z',
        invoiceReference: 'F1',
        coordination,
      },
    });
    await pages.open();
    expect(pages.text('.ka-saving__beside')).toBe('Schatting en uitkomst');
    expect(pages.all('.ka-saving__beside + table tbody tr').at(-1)).toContain('899,98');
    expect(pages.all('.ka-saving__beside + table tbody tr').at(-1)).toContain('1.000');
  });

  it('says plainly what stands in the way', async () => {
    pages.bought = purchase({ state: 'gathering', allowedActions: ['freeze'], frozenAt: null });
    await pages.open('/samenwerkingen/c1/inkoop');
    await pages.click('Zet de vraag vast');
    pages.refuses = {
      status: 409,
      code: 'wrong_state',
      detail: 'one_village: Fewer than two villages ask for something.',
    };
    await pages.submit();
    expect(pages.text('[role=alert]')).toBe('Samen kopen kan pas als ten minste twee dorpen iets vragen.');
    expect(pages.sent.at(-1)).toMatchObject({ call: 'POST /purchases/p1/freeze', version: '"9"' });
  });

  it('takes a line of a village, with money in cents and the source of a price', async () => {
    const [first, ...others] = purchase().perVillage;
    pages.bought = purchase({
      state: 'gathering',
      perVillage: first ? [{ ...first, allowedActions: ['add_line'] }, ...others] : [],
    });
    await pages.open('/samenwerkingen/c1/inkoop');
    await pages.click('Voeg iets toe voor Deil');
    await pages.fill('Wat, of waar?', 'Bij de kerk');
    await pages.fill('Aantal', '3');
    await pages.fill('Prijs apart, in euro', '1.500,50');
    await pages.submit();
    expect(pages.text('.ka-errors')).toContain('Schrijf waar de prijs vandaan komt');
    await pages.fill('Waar komt die prijs vandaan?', 'Offerte van februari');
    await pages.submit();
    expect(pages.sent.at(-1)).toMatchObject({
      call: 'POST /purchases/p1/lines',
      body: { villageId: 'deil', quantity: 3, separatePriceCents: 150_050, budgetCents: null, neededBy: null },
    });
  });

  it('hands a quote in with price breaks, and shows a receipt without an amount', async () => {
    pages.bought = purchase({
      areQuotesOpen: false,
      estimate: null,
      allowedActions: ['add_quote'],
      quotes: {
        closesAt: '2026-03-20T11:00:00Z',
        areOpen: false,
        receipts: [{ id: 'r1', supplier: 'Houtwerk', receivedAt: '2026-03-08T10:00:00Z' }],
        items: [],
      },
    });
    await pages.open('/samenwerkingen/c1/inkoop');
    expect(pages.text('ka-quotes-work .ka-tasks li')).toContain('Houtwerk: ontvangen op 8 maart 2026');
    await pages.click('Lever een offerte in');
    await pages.fill('Leverancier', 'Bankenmaker');
    await pages.fill('Prijs per stuk in euro', '900');
    await pages.fill('Staffel 2: vanaf aantal', '5');
    await pages.fill('Staffel 2: prijs per stuk', '800,50');
    await pages.fill('Levertijd in weken', '10');
    await pages.fill('Garantie in maanden', '120');
    await pages.fill('Geldig tot en met', '2026-06-01');
    await pages.submit();
    expect(pages.sent.at(-1)?.body).toMatchObject({
      supplier: 'Bankenmaker',
      deliveryCents: 0,
      priceBreaks: [
        { fromQuantity: 1, unitPriceCents: 90_000 },
        { fromQuantity: 5, unitPriceCents: 80_050 },
      ],
    });
  });
});
