import { checkCharacter, codeAlphabet, codeBody, isPostcodeOf, makeCode, printedCode, readCode } from './codes';

const size = codeAlphabet.length;
const example = makeCode([0, 5, 30, 12, 7, 7, 21, 3, 18]);
const replaced = (code: string, at: number, by: string): string => code.slice(0, at) + by + code.slice(at + 1);

describe('a code', () => {
  it('has no character that is taken for another one', () => {
    expect(codeAlphabet).not.toMatch(/[01OIL]/);
    expect([size, new Set(codeAlphabet).size]).toEqual([31, 31]);
  });

  it('is read with or without its hyphen, in capitals or not', () => {
    expect(example).toHaveLength(codeBody + 1);
    expect(readCode(printedCode(example))).toBe(example);
    expect(readCode(` ${example.toLowerCase()} `)).toBe(example);
  });

  it('with one wrong character is a slip, wherever it stands and whatever it is', () => {
    for (let at = 0; at < example.length; at += 1)
      for (const other of codeAlphabet)
        if (other !== example[at]) expect(readCode(replaced(example, at, other))).toBeNull();
  });

  it('with two neighbours that changed places is a slip', () => {
    for (let at = 0; at + 1 < example.length; at += 1) {
      const [one = '', other = ''] = [example[at], example[at + 1]];
      if (one !== other) expect(readCode(replaced(replaced(example, at, other), at + 1, one))).toBeNull();
    }
  });

  it.each(['', example.slice(1), `${example}2`, replaced(example, 0, '0'), 'x'.repeat(5000)])('is not %j', (typed) => {
    expect(readCode(typed)).toBeNull();
  });

  it('ends with the character of the sum', () => {
    expect(checkCharacter('222222222')).toBe('2');
    expect(checkCharacter('322222222')).toBe('3');
  });
});

describe('a postcode', () => {
  it.each(['4196', '4196AB', ' 4196 ab '])('%j is one of the village', (typed) => {
    expect(isPostcodeOf(['4195', '4196'], typed)).toBe(true);
    expect(isPostcodeOf(['4197'], typed)).toBe(false);
    expect(isPostcodeOf([], typed)).toBe(true);
  });

  it.each(['', '419', '41966', '0196', '4196 A', 'AB 4196'])('%j is none', (typed) => {
    expect([isPostcodeOf(['419', '4196'], typed), isPostcodeOf([], typed)]).toEqual([false, false]);
  });
});
