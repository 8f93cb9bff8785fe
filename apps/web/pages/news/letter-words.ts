import { historyTitle } from '@kernagenda/collaborations/web';
import { whenName } from '@kernagenda/commitments/web';
import { type LetterLine, type LetterOwner, type LetterPart, letterHome } from '@kernagenda/news/domain';
import type { ProcurementState } from '@kernagenda/procurement/domain';
import { purchaseWords } from '@kernagenda/procurement/web';
import { proposalWords } from '@kernagenda/proposals/web';
import { dateName } from '@kernagenda/shared/web';

export const partNames: Readonly<Record<LetterPart, string>> = {
  together: 'Samen',
  new: 'Nieuw',
  moved: 'In beweging',
  kept: 'Toegezegd en gedaan',
  late: 'Toegezegd en te laat',
  coming: 'Wat er komt',
};

const stateOf = ({ point }: LetterLine): string => (point ? proposalWords.agendaStates[point.state].toLowerCase() : '');

const sentences: Readonly<Record<LetterPart, (line: LetterLine) => string>> = {
  together: ({ day, moment }) => (moment?.text ? `Op ${dateName(day)}: ${moment.text}` : `Op ${dateName(day)}.`),
  new: (line) => `Geplaatst op ${dateName(line.day)}. Stand: ${stateOf(line)}.`,
  moved: (line) => `Sinds ${dateName(line.day)}: ${stateOf(line)}.`,
  kept: (line) => `Gedaan op ${dateName(line.day)}: ${line.what ?? ''}`,
  late: (line) => `Was toegezegd voor ${dateName(line.day)} en is nog niet klaar: ${line.what ?? ''}`,
  coming: (line) =>
    line.isMilestone
      ? `Verwacht ${line.day.length > 'yyyy-mm'.length ? 'op' : 'in'} ${whenName(line.day)}: ${line.what ?? ''}`
      : `Toegezegd, uiterlijk ${dateName(line.day)}: ${line.what ?? ''}`,
};

/** What the system says of a fact. */
export const sentenceOf = (line: LetterLine): string => sentences[line.part](line);

/** What stands above a line: the title of the point, or what happened in the collaboration. */
export function headOf({ point, moment }: LetterLine): string {
  if (point) return point.title;
  if (moment?.kind !== 'purchase') return moment ? historyTitle(moment) : '';
  return `Samen kopen: ${purchaseWords.states[moment.to as ProcurementState].toLowerCase()}`;
}

/** The village or collaboration of a letter as the pages name it and lead to it. */
export interface Home {
  readonly name: string;
  /** As it stands in a sentence. */
  readonly called: string;
  readonly path: string;
  readonly isVillage: boolean;
}

/** Of what is not loaded yet there is no name. */
export function homeOf(owner: LetterOwner | null): Home {
  const { name, path } = letterHome(owner ?? { village: null, collaboration: null });
  const isVillage = !!owner?.village;
  return { name, path, isVillage, called: isVillage ? name : `“${name}”` };
}

/** The page above the letters in the address, of which one of the two parts is there. */
export const pathOf = (kern: string | undefined, samenwerking: string | undefined): string =>
  kern === undefined ? `/samenwerkingen/${samenwerking ?? ''}` : `/kernen/${kern}`;
