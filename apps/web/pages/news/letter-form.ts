import { type LetterEdit, type LetterLine, type LetterView, letterLimits } from '@kernagenda/news/domain';
import { type FormField, type Values, isLong } from '../forms/form-fields';
import { headOf, partNames, sentenceOf } from './letter-words';
import { lettersNl } from './nl';

const { title, introduction, words } = letterLimits;
const nameOf = ({ id }: Pick<LetterLine, 'id'>): string => `regel-${id}`;

/** Whether the sentence of the system stands, however long what was agreed is. */
const isUntouched = (line: LetterLine, value: string): boolean => value.trim() === sentenceOf(line).trim();

/** The form of a draft: a field for every line, with the sentence as it stands; an empty one leaves it out. */
export function letterFields(lines: readonly LetterLine[]): readonly FormField[] {
  const nl = lettersNl.letter.edit;
  return [
    { name: 'title', kind: 'text', ...nl.title, isFine: isLong(title.min, title.max) },
    { name: 'introduction', kind: 'words', ...nl.introduction, isFine: isLong(0, introduction.max) },
    ...lines.map((line): FormField => ({
      name: nameOf(line),
      kind: 'words',
      label: nl.line(partNames[line.part], headOf(line)),
      fault: nl.lineFault,
      isFine: (value) => isUntouched(line, value) || isLong(0, words.max)(value),
    })),
  ];
}

export const letterValues = ({ title: name, introduction: text, lines }: LetterView): Values => ({
  title: name,
  introduction: text,
  ...Object.fromEntries(lines.map((line) => [nameOf(line), line.isLeftOut ? '' : (line.words ?? sentenceOf(line))])),
});

/** What was typed, where the sentence of the system is no words of the writer. */
export function letterEditOf(values: Values, lines: readonly LetterLine[]): LetterEdit {
  const typed = (name: string): string => (values[name] ?? '').trim();
  return {
    title: typed('title'),
    introduction: typed('introduction'),
    lines: lines.map((line) => {
      const text = typed(nameOf(line));
      const isOwn = text !== '' && !isUntouched(line, text);
      return { id: line.id, words: isOwn ? text : null, isLeftOut: text === '' };
    }),
  };
}
