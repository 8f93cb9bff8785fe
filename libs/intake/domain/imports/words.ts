import type { ProposalImport, ProposalKind, Theme } from '@kernagenda/proposals/domain';
import { plainName } from '@kernagenda/villages/domain/find';

/** The words in which a file says a theme: ours first, then those of the public pages of West Betuwe. */
const themeWords: Readonly<Record<Theme, readonly string[]>> = {
  traffic: ['verkeer', 'verkeersveiligheid', 'mobiliteit', 'traffic'],
  housing: ['wonen', 'woningbouw', 'housing'],
  green: ['groen', 'afval', 'natuur', 'green'],
  play_sport: ['spelen en sport', 'sport', 'jeugd', 'spelen', 'play sport'],
  meeting: ['ontmoeten', 'sociaal', 'cultuur', 'voorzieningen', 'ontmoeting', 'meeting'],
  care: ['zorg', 'gezondheid', 'care'],
  energy_climate: ['energie en klimaat', 'duurzaamheid', 'klimaat', 'milieu', 'water', 'energie', 'energy climate'],
  safety: ['veiligheid', 'safety'],
  recreation: ['recreatie', 'cultuurhistorie', 'toerisme', 'recreation'],
  communication: ['communicatie', 'communication'],
  other: ['overig', 'algemeen', 'economie', 'openbare ruimte', 'anders', 'other'],
};

/** A state a file can report: those that need no owner, day or reason, because none of these may be invented. */
export type ImportedState = ProposalImport['agendaState'];

const stateWords: Readonly<Record<ImportedState, readonly string[]>> = {
  wish: ['wens', 'idee', 'nieuw', 'voorstel', 'wish'],
  on_agenda: ['op de agenda', 'agenda', 'agendapunt', 'punt', 'on agenda'],
  in_progress: ['in uitvoering', 'mee bezig', 'loopt', 'lopend', 'bezig', 'in progress'],
  done: ['gedaan', 'klaar', 'afgerond', 'gereed', 'uitgevoerd', 'gerealiseerd', 'done'],
};

const kindWords: Readonly<Record<ProposalKind, readonly string[]>> = {
  good: ['aanschaffen', 'aanschaf', 'ding', 'spullen', 'good'],
  service: ['hulp', 'dienst', 'service'],
  works: ['bouwen', 'aanleggen', 'aanleg', 'bouw', 'werk', 'works'],
  social: ['samen', 'samen doen', 'activiteit', 'social'],
  policy: ['afspraak', 'regel', 'beleid', 'policy'],
};

const byWord = <Value extends string>(words: Readonly<Record<Value, readonly string[]>>): ReadonlyMap<string, Value> =>
  new Map((Object.keys(words) as Value[]).flatMap((value) => words[value].map((word) => [plainName(word), value])));

const themes = byWord(themeWords);
const states = byWord(stateWords);
const kinds = byWord(kindWords);

/** The theme that is called so, or null. */
export const themeNamed = (word: string): Theme | null => themes.get(plainName(word)) ?? null;

/** The reported state that is called so, or null. */
export const stateNamed = (word: string): ImportedState | null => states.get(plainName(word)) ?? null;

/** What carrying it out would mean, by the word for it, or null. */
export const kindNamed = (word: string): ProposalKind | null => kinds.get(plainName(word)) ?? null;

/** The word people read for each, which is also read back: for files we write, and to say what can stand in a cell. */
export const wordOfTheme = (theme: Theme): string => themeWords[theme][0] ?? theme;
export const wordOfState = (state: ImportedState): string => stateWords[state][0] ?? state;
export const wordOfKind = (kind: ProposalKind): string => kindWords[kind][0] ?? kind;
