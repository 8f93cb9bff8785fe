import { readFileSync } from 'node:fs';
import { amountIn, amountOf } from './amounts';
import { createEngine } from './engine';
import type { AmountInput } from './flags';
import { numberOf, withPlainNumbers } from './quantities';
import { shippedLexicon } from './shipped-lexicon';
import { tokenize } from './tokens';

const engine = createEngine({ villageNames: ['Tricht', 'Deil', 'Est'] });

function read(title: string, body = ''): AmountInput | null {
  const text = { title, body };
  return amountOf(text, engine.features(text), shippedLexicon());
}

/** "3 bankje", "4-6 laadpunt", "€1500"; empty when nothing was read. */
function said(title: string, body = ''): string {
  const amount = read(title, body);
  if (!amount) return '';
  const { least, most, unit, cents } = amount;
  const count = unit === null ? [] : [`${least === most ? least : `${least}-${most}`} ${unit}`];
  return [...count, ...(cents === null ? [] : [`€${cents / 100}`])].join(', ');
}

describe('number words', () => {
  it.each([
    ['twee', 2],
    ['elf', 11],
    ['vijfentwintig', 25],
    ['eenenzeventig', 71],
    ['honderd', 100],
    ['honderdtwintig', 120],
    ['honderdentien', 110],
    ['vijftienhonderd', 1500],
    ['tweeduizend', 2000],
    ['tweeduizendvijfhonderd', 2500],
    ['vijfendertigduizend', 35_000],
    ['drietal', 3],
    ['tiental', 10],
    ['dozijn', 12],
    ['aantal', null],
    ['tientallen', null],
    ['duizenden', null],
    ['bankje', null],
  ])('reads %s as %j', (word, number) => {
    expect(numberOf(word)).toBe(number);
  });
});

describe('how many', () => {
  it.each([
    ['3 bankjes langs de Linge', '', '3 bankje'],
    ['Drie bankjes langs de Linge', 'Voor ouderen die een ommetje maken.', '3 bankje'],
    ['Laadpalen', 'We willen vier tot zes laadpunten bij de sporthal.', '4-6 laadpunt'],
    ['Laadpalen', 'Graag 4-6 laadpalen.', '4-6 laadpaal'],
    ['Bankjes', 'Graag 2 of 3 bankjes op het rondje.', '2-3 bankje'],
    ['Bankjes', 'Tussen de 10 en 15 nieuwe bankjes zou mooi zijn.', '10-15 bankje'],
    ['Bomen planten', 'Een stuk of tien bomen op het plein graag.', '10 boom'],
    ['Bomen planten', 'Wij willen een tiental bomen planten.', '10 boom'],
    ['Bomen planten', 'Graag vijfentwintig nieuwe bomen.', '25 boom'],
    ['Bomen planten', 'We planten 1.200 bomen.', '1200 boom'],
    ['Zitbankjes op het rondje', 'Vier stuks zou al mooi wezen.', '4 stuk'],
    ['Bakken voor hondenpoep', 'Er is er geen een. 6 stuks graag.', '6 stuk'],
    ['Regentonnen', 'Samen honderd regentonnen inkopen met korting.', '100 regenton'],
    ['Openbaar toilet', 'Twee openbare toiletten bij de ingangen.', '2 toilet'],
    ['Snelheid in de Dorpsstraat', 'Twee drempels zouden een hoop schelen.', '2 drempel'],
    ['Hartveilig dorp', 'Er hangt één AED. Wij willen er drie bij.', '3 stuk'],
    ['AED', 'Minimaal twee AED’s, graag buiten.', '2 AED'],
    ['Bankjes', 'Er is plaats voor hooguit vijf bankjes.', '5 bankje'],
    ['Nestkasten', 'Laten we tachtig nestkastjes ophangen.', '80 nestkast'],
    ['Hondenpoepbakken', 'Graag 4 bakken met zakjes.', '4 bak'],
    ['Woningen', 'Een werkgroep wil 120 tot 160 woningen.', '120-160 woning'],
    ['Geld voor bankjes', 'Wij zoeken geld voor drie bankjes.', '3 bankje'],
    ['Aanleg van vier laadpalen', '', '4 laadpaal'],
    ['Lantaarnpalen', 'Vijf lantaarnpalen erbij en we zijn geholpen.', '5 lantaarnpaal'],
    ['Reanimatiecursus', 'Een avond met 12 deelnemers.', '12 deelnemer'],
    ['Reanimatiecursus', 'Voor twintig deelnemers.', '20 deelnemer'],
    ['Twee bankjes', 'De 2 bankjes staan straks bij de kerk.', '2 bankje'],
  ])('hears in "%s: %s" %s', (title, body, amount) => {
    expect(said(title, body)).toBe(amount);
  });

  it.each([
    ['no number at all', 'Bankjes', 'Een paar bankjes langs de dijk.'],
    ['no number at all', 'Bankjes', 'Tientallen bankjes, liefst overal.'],
    ['no number at all', 'Een bankje', 'Een bankje bij de brug.'],
    ['a time', 'Bankjes', 'De bankjes om 19.30 uur plaatsen.'],
    ['a time', 'AED', 'De AED moet 24 uur per dag bereikbaar zijn.'],
    ['an age', 'Bankjes', 'Mijn moeder van 84 wil bankjes.'],
    ['an age', 'Speeltuin', 'Voor kinderen van 4 tot 12 jaar een speeltuin.'],
    ['a distance', 'Bankjes', 'Om de 300 meter een bankje.'],
    ['a distance', 'Wandelroute', 'Een wandelroute van 9 kilometer.'],
    ['a speed', 'Drempels', 'Ze rijden hier 80 waar 30 mag, drempels graag.'],
    ['a house number', 'Drempels', 'Ter hoogte van nummer 41 drempels.'],
    ['a house number', 'Bankjes', 'Bij Kerkweg 12 bankjes plaatsen.'],
    ['a year', 'Laadpalen', 'In 2025 laadpalen plaatsen.'],
    ['a year', 'Laadpalen', 'Uit het plan van 2014 zijn laadpalen nodig.'],
    ['a date', 'Bankjes', 'Voor 12 mei bankjes schilderen en nieuwe plaatsen.'],
    ['a date', 'Bankjes', 'Op 12-5-2026 bankjes plaatsen.'],
    ['a percentage', 'Laadpalen', 'Wij willen 25% laadpalen erbij.'],
    ['a phone number', 'Bankjes', 'Bel 0345 123456 bankjes kunnen we zelf plaatsen.'],
    ['a road', 'Drempels', 'Op de N833 drempels plaatsen.'],
    ['a road', 'Drempels', 'Langs de N 833 drempels plaatsen.'],
    ['a bus', 'Bushokje', 'Voor lijn 46 bushokjes graag.'],
    ['a postcode', 'Bankjes', 'In 4196 AB bankjes plaatsen.'],
    ['a group at school', 'Speeltoestellen', 'Wij van groep 7 toestellen willen graag.'],
    ['people', 'Bankjes', 'Twintig ouderen willen bankjes.'],
    ['people', 'Jeu de boules', 'We zijn met 16 liefhebbers.'],
    ['what is there already', 'Meer laadpalen', 'Er staan 2 palen voor 400 huizen.'],
    ['what was there once', 'Bankjes', 'Vroeger stonden er drie bankjes.'],
    ['what is broken', 'Lantaarnpalen', 'De vijf lantaarnpalen zijn kapot.'],
    ['what has to go', 'Drempels weghalen', 'Drie drempels weg.'],
    ['so many for each', 'Laadpalen', 'Per straat twee laadpalen.'],
    ['so many for each', 'Laadpalen', 'In elk dorp ten minste één laadpaal.'],
    ['another thing', 'Bankjes', 'Wij hebben drie vijvers en willen bankjes.'],
    ['another thing', 'Speeltuin', 'De twee scholen willen een speeltuin.'],
    ['two numbers that differ', 'Bankjes', 'Graag drie bankjes. Of beter vijf bankjes.'],
    ['more than a village asks for', 'Bomen', 'Wij willen 50.000 bomen planten.'],
    ['less than one', 'Bankjes', 'Graag 0 bankjes.'],
    ['half a thing', 'Regenton', 'Met 1,5 regenton is het klaar.'],
    ['a part of a name', 'AED in de zes-minutenzone', 'Die hangt er niet.'],
  ])('hears nothing in %s: "%s: %s"', (_, title, body) => {
    expect(said(title, body)).toBe('');
  });
});

describe('for what money', () => {
  it.each([
    ['Jeu de boules', 'Materiaal €1.250', '€1250'],
    ['Bankje', 'Begroot op € 1.500,-.', '€1500'],
    ['Bankje', 'Dat kost 1500 euro.', '€1500'],
    ['Bankje', 'Kosten ongeveer EUR 1500', '€1500'],
    ['Openbaar toilet', 'Schatting 12.500 euro.', '€12500'],
    ['Dorpsfeest', 'Budget gevraagd: 5.000 euro.', '€5000'],
    ['AED', 'Het ding kost tweeduizend euro met kast.', '€2000'],
    ['Muurschildering', 'Hout en verf: 600 euro.', '€600'],
    ['Muurschildering', 'Verf, kwasten, € 749,50.', '€749.5'],
    ['Dorpsplein', 'De kosten zijn begroot op anderhalve ton.', '€150000'],
    ['Dorpsplein', 'Met ruim een ton provinciegeld werkt een werkgroep aan een plein.', '€100000'],
    ['Kunstgrasveld', 'Kosten € 1,2 miljoen.', '€1200000'],
    ['Rotonde', 'Kosten 2,5 miljoen, zegt de provincie.', '€2500000'],
    ['Wandelpad', 'Raming van het waterschap: anderhalve ton.', '€150000'],
    ['Spiegel bij de bocht', 'Dat valt mee, ongeveer 350 euro.', '€350'],
    ['Drones in plaats van vuurwerk', 'Offerte 6 mille.', '€6000'],
    ['Vijf bankjes', 'Samen kosten ze 3.000 euro.', '5 bankje, €3000'],
    ['Bankje', 'Kosten 900 euro. In totaal dus 900 euro.', '€900'],
  ])('hears in "%s: %s" %s', (title, body, amount) => {
    expect(said(title, body)).toBe(amount);
  });

  it.each([
    ['a subsidy elsewhere', 'Bankjes', 'Tiel kreeg subsidie van 1 miljoen euro voor de brug.'],
    ['a price for each', 'Nestkasten', 'Kosten 35 euro per kast.'],
    ['a price for each', 'Nestkasten', 'Kosten € 35/stuk.'],
    ['a fee', 'Samen eten', 'Een maaltijd kost € 7,50.'],
    ['a price by the year', 'Taalcafé', 'Kosten 2.000 euro per jaar.'],
    ['a fine', 'Hondenveld', 'Boetes van 170 euro voor een balletje!'],
    ['money that is there', 'Speeltoestel', '€ 6.000 opgehaald met de lege flessen.'],
    ['the price of a house', 'Starterswoningen', 'Een huis kost hier vier ton.'],
    ['a weight', 'Vrachtwagens weren', 'Een verbod boven 7,5 ton kost niets.'],
    ['a weight', 'Brug over de sloot', 'Er mag niets zwaars over, 7,5 ton.'],
    ['a rough guess', 'Lampionnentocht', 'Kosten een paar honderd euro.'],
    ['a range', 'Muurschildering', 'Begroting tussen 10 en 15 duizend euro.'],
    ['two prices', 'Bankjes', 'De ene kost 800 euro. De andere kost 1.200 euro.'],
    ['more than a village spends', 'Brug', 'De brug kost 25 miljoen euro.'],
  ])('hears nothing in %s: "%s: %s"', (_, title, body) => {
    expect(said(title, body)).toBe('');
  });
});

describe('the amounts of texts read by a person', () => {
  const rowsOf = (path: string): string[][] =>
    readFileSync(`tools/matching/${path}.tsv`, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => line.split('\t'));
  const texts = new Map(
    ['west-betuwe', 'wishes', 'stories', 'city', 'agenda'].flatMap((set) =>
      rowsOf(`sets/${set}`).map(([id = '', , title = '', body = '']) => [id, { title, body }] as const),
    ),
  );

  /** How many were read as labelled, read otherwise, and labelled. */
  function judged(pick: (amount: AmountInput) => string): { right: number; wrong: string[]; named: number } {
    const judgement: ReturnType<typeof judged> = { right: 0, wrong: [], named: 0 };
    for (const [id = '', ...cells] of rowsOf('sets-amounts')) {
      const [least = null, most = null, euros = null] = cells.map((cell) => (cell === '' ? null : Number(cell)));
      const label = pick({ least, most, unit: null, cents: euros === null ? null : euros * 100 });
      const text = texts.get(id);
      const amount = text ? read(text.title, text.body) : null;
      const heard = amount ? pick(amount) : '';
      if (label !== '') judgement.named++;
      if (heard !== '' && heard === label) judgement.right++;
      if (heard !== '' && heard !== label) judgement.wrong.push(`${id}: ${heard} instead of ${label}`);
    }
    return judgement;
  }

  it.each([
    ['numbers', ({ least, most }: AmountInput) => (least === null && most === null ? '' : `${least} ${most}`), 0.5],
    ['money', ({ cents }: AmountInput) => (cents === null ? '' : `${cents}`), 0.75],
  ])('are hardly ever wrong, though not all are heard: %s', (_, pick, leastRecall) => {
    const { right, wrong, named } = judged(pick);
    expect(wrong).toEqual([]);
    expect(right / named).toBeGreaterThanOrEqual(leastRecall);
  });
});

describe('hostile text', () => {
  const kinds: readonly (readonly [string, string])[] = [
    ['digits without an end', '1'],
    ['numbers', '12 '],
    ['thousands', '1.111.'],
    ['ranges', '3 tot '],
    ['number words', 'drie '],
    ['one word of numbers', 'honderd'],
    ['money', '€ 1.500,- kost '],
    ['numbers and things', '3 bankjes en 4 lelijke '],
    ['adjectives', '3 mooie '],
    ['signs', '-/€'],
    ['commas', '3, '],
    ['hours', '12.30-'],
  ];

  it.each(kinds)('is read in as many steps as it has words: %s', (_, piece) => {
    const features = engine.features({ title: 'Bankjes', body: '' });
    const steps = (length: number): number => {
      let reads = 0;
      const tokens = tokenize(withPlainNumbers(piece.repeat(length).slice(0, length)));
      const counted = new Proxy(tokens, { get: (list, key) => (reads++, Reflect.get(list, key)) });
      amountIn(counted, 0, features, shippedLexicon());
      return reads;
    };
    expect(steps(8_000)).toBeLessThanOrEqual(9 * steps(1_000) + 100);
  });

  it.each(kinds)('is written plainly in a time in proportion to its length: %s', (_, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(length).slice(0, length);
      return Math.min(
        ...Array.from({ length: 3 }, () => {
          const before = process.cpuUsage();
          withPlainNumbers(text);
          return process.cpuUsage(before).user + 1_000;
        }),
      );
    };
    // Eight times the text would take 64 times as long if every sign looked at every other.
    expect(time(400_000) / time(50_000)).toBeLessThan(32);
  });
});
