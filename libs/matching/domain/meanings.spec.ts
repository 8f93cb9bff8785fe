import { createEngine } from './engine';
import { compareWithMeaning } from './meanings';

const engine = createEngine({ villageNames: ['Tricht', 'Deil'] });
const read = (title: string, body = '') => engine.features({ title, body });

const lamp = read('Straatverlichting in de Nieuwsteeg', 'Het is er donker in de avond.');
const light = read('Nieuwe straatverlichting bij de kerk', 'Wij missen licht op straat.');
const zither = read('Een uurtje citer voor wie wil');
const museum = read('De expositie over porselein');
const wanted = read('Een drempel in de Kerkstraat', 'Graag een verkeersdrempel.');
const unwanted = read('Drempel weghalen', 'De verkeersdrempel moet weg.');

describe('meaning beside words', () => {
  it('brings together what shares no word, as possible and with what each is about', () => {
    expect(engine.compare(zither, museum)).toBeNull();
    const match = compareWithMeaning(engine, zither, museum, 0.9);
    expect(match).toMatchObject({ tier: 'possible', isOpposite: false });
    expect(match?.evidence).toMatchObject([{ kind: 'meaning', term: 'hetzelfde, in andere woorden' }]);
    expect(match?.evidence.every(({ inA, inB }) => inA !== '' && inB !== '')).toBe(true);
  });

  it('never makes strong what words do not', () => {
    expect(compareWithMeaning(engine, zither, museum, 1)?.tier).toBe('possible');
    const words = engine.compare(lamp, light);
    expect(compareWithMeaning(engine, lamp, light, 1)).toMatchObject({ tier: 'strong', evidence: words?.evidence });
  });

  it('changes nothing where it is little or unknown', () => {
    expect(compareWithMeaning(engine, lamp, light, null)).toEqual(engine.compare(lamp, light));
    expect(compareWithMeaning(engine, lamp, light, 0.1)).toEqual(engine.compare(lamp, light));
    expect(compareWithMeaning(engine, zither, museum, 0.1)).toBeNull();
    expect(compareWithMeaning(engine, zither, museum, null)).toBeNull();
  });

  it('does not bring opposite wishes nearer', () => {
    expect(compareWithMeaning(engine, wanted, unwanted, 1)).toEqual(engine.compare(wanted, unwanted));
    expect(engine.judge(engine.profile(wanted), engine.profile(unwanted), []).isOpposite).toBe(true);
  });

  it('is the same from both sides', () => {
    const [one, other] = [
      compareWithMeaning(engine, zither, museum, 0.9),
      compareWithMeaning(engine, museum, zither, 0.9),
    ];
    expect([other?.score, other?.evidence[0]?.inA]).toEqual([one?.score, one?.evidence[0]?.inB]);
  });
});
