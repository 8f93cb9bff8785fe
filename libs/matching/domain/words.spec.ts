import { compoundParts } from './compounds';
import { isWithinTypo, tripleLikeness } from './spelling';
import { stem, withoutDiminutive } from './stem';
import { tokenize } from './tokens';

describe('stems', () => {
  it.each([
    ['bankje', 'bank'],
    ['boompjes', 'boom'],
    ['tuintje', 'tuin'],
    ['pleintje', 'plein'],
    ['bloemetjes', 'bloem'],
    ['balletje', 'bal'],
    ['straatje', 'straat'],
    ['meisje', 'meisje'],
    ['ommetje', 'ommetje'],
    ['jarige', 'jarige'],
  ])('makes %s %s', (small, whole) => {
    expect(withoutDiminutive(small)).toBe(whole);
  });

  it.each([
    ['fiets', 'fietsen'],
    ['boom', 'bomen'],
    ['huis', 'huizen'],
    ['route', 'routes'],
    ['laadpaal', 'laadpalen'],
    ['speeltuin', 'speeltuintjes'],
    ['woning', 'woningen'],
    ['brug', 'bruggen'],
    ['smal', 'smalle'],
    ['sloot', 'sloten'],
    ['speel', 'speelt'],
    ['veilig', 'veiligheid'],
    ['straatlantaarn', 'straatlantaarns'],
    ['defibrillator', 'defibrillators'],
    ['laadstation', 'laadstations'],
  ])('brings %s and %s together', (one, other) => {
    expect(stem(other)).toBe(stem(one));
  });
});

describe('words that only look alike', () => {
  it.each([
    ['boom', 'bom'],
    ['sloot', 'slot'],
    ['vereniging', 'veer'],
    ['dansen', 'dan'],
    ['parkeren', 'park'],
  ])('stay apart: %s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});

describe('compounds', () => {
  it.each([
    ['dijkverlichting', ['dijk', 'verlichting']],
    ['dorpsboomgaard', ['dorp', 'boom', 'gaard']],
    ['jongerenontmoetingsplek', ['jongeren', 'ontmoeting', 'plek']],
    ['buurtpreventieteam', ['buurt', 'preventie', 'team']],
    ['verlichting', []],
    ['kwibusfeest', []],
    ['bal', []],
  ])('splits %s into %j', (word, parts) => {
    expect(compoundParts(word)).toEqual(parts);
  });
});

describe('hostile text', () => {
  const quickly = (work: () => unknown): number => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1000;
  };

  it('takes no time to split, however much was read before', () => {
    for (let at = 0; at < 60_000; at++) compoundParts(`voor${at.toString(36).replace(/\d/g, 'q')}woord`);
    const words = Array.from({ length: 100 }, (_, at) =>
      `${'abcdefghij'.charAt(at % 10)}xqzjw`.repeat(7).slice(0, 38 - (at % 7)),
    );
    expect(quickly(() => words.forEach((word) => compoundParts(word)))).toBeLessThan(1000);
  });

  it.each([
    ['addresses that are none', `@ ${'a'.repeat(9_000)}`],
    ['dots without an end', `${'.'.repeat(9_000)}x`],
  ])('takes no time to read: %s', (_, text) => {
    expect(quickly(() => tokenize(text))).toBeLessThan(200);
  });

  it('ends a sentence at the end of a line', () => {
    expect(tokenize('- bank\n- boom').map(({ sentence }) => sentence)).toEqual([0, 1]);
  });
});

describe('spelling', () => {
  it('takes one slip in a word and three in a very long one', () => {
    expect(isWithinTypo('speeltiun', 'speeltuin')).toBe(true);
    expect(isWithinTypo('speeltien', 'speelplek')).toBe(false);
    expect(isWithinTypo('defribilator', 'defibrillator')).toBe(true);
    expect(isWithinTypo('baan', 'baar')).toBe(false);
  });

  it('calls equal words wholly alike and strangers not at all', () => {
    expect(tripleLikeness('klompenpad', 'klompenpad')).toBe(1);
    expect(tripleLikeness('klompenpad', 'kerstmarkt')).toBeLessThan(0.2);
    expect(tripleLikeness('klompenpad', 'vuurwerk')).toBe(0);
  });
});

describe('tokens', () => {
  it('leaves out addresses and keeps words with their sentence', () => {
    const tokens = tokenize("Zie https://voorbeeld.nl/a. Mail naar a@b.nl! Auto's weg");
    expect(tokens.map(({ word, sentence }) => `${sentence} ${word}`)).toEqual([
      '0 zie',
      '0 mail',
      '0 naar',
      '0 auto',
      '0 weg',
    ]);
  });

  it('counts accents away', () => {
    expect(tokenize('Coöperatie cafés').map(({ word }) => word)).toEqual(['cooperatie', 'cafes']);
  });
});
