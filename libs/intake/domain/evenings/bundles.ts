import { proposalLimits } from '@kernagenda/proposals/domain';
import type { EveningNoteView } from './evenings';

/** Notes that become one proposal: the one that was written first, and those tied to it. */
export interface Bundle<Note extends BundledNote = BundledNote> {
  readonly main: Note;
  readonly others: readonly Note[];
}

type BundledNote = Pick<EveningNoteView, 'id' | 'sameAs' | 'enteredAt' | 'text' | 'dots'>;

/**
 * Ties notes together that say the same, in the order in which they were written. Two computers may have tied them
 * either way round, or to a note that is not among these: neither matters.
 */
export function bundlesOf<Note extends BundledNote>(notes: readonly Note[]): readonly Bundle<Note>[] {
  const inOrder = [...notes].sort(
    (one, other) => Date.parse(one.enteredAt) - Date.parse(other.enteredAt) || (one.id < other.id ? -1 : 1),
  );
  const rank = new Map(inOrder.map(({ id }, index) => [id, index]));
  const firstOf = inOrder.map((_, index) => index);
  const find = (index: number): number => {
    const first = firstOf[index] ?? index;
    return first === index ? index : find(first);
  };
  inOrder.forEach(({ sameAs }, index) => {
    const other = sameAs === null ? undefined : rank.get(sameAs);
    if (other === undefined) return;
    const [first, second] = [find(index), find(other)].sort((one, two) => one - two) as [number, number];
    firstOf[second] = first;
  });
  return inOrder.flatMap((main, index) => {
    if (find(index) !== index) return [];
    return [{ main, others: inOrder.filter((_, at) => at !== index && find(at) === index) }];
  });
}

const ellipsis = '…';

/** A text within so many characters, cut between words where it can be. */
function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  const short = text.slice(0, max - ellipsis.length);
  const blank = short.lastIndexOf(' ');
  return (blank > max / 2 ? short.slice(0, blank) : short).trimEnd() + ellipsis;
}

/** The proposal a bundle becomes; always within the limits of a proposal. */
export function proposalTextOf({ main, others }: Bundle): { readonly title: string; readonly body: string } {
  const { title, body } = proposalLimits;
  const dots = [main, ...others].reduce((sum, note) => sum + note.dots, 0);
  const parts = [
    main.text.length > title.max ? main.text : '',
    dots > 0 ? `Op de bijeenkomst kreeg deze wens ${dots} ${dots === 1 ? 'stip' : 'stippen'}.` : '',
    ...others.map(({ text }) => `Ook genoemd: ${text}`),
  ];
  return { title: cut(main.text, title.max), body: cut(parts.filter(Boolean).join('\n\n'), body.max) };
}
