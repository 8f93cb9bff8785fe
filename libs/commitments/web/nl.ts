import type { FeasibilityOutcome, Figures, PromisingPart, Standing, StatusSince } from '@kernagenda/commitments/domain';
import { dateName } from '@kernagenda/shared/web';

const days = (count: number): string => (count === 1 ? '1 dag' : `${count} dagen`);
const left = (count: number): string => (count === 0 ? 'vandaag is de laatste dag' : `nog ${days(count)}`);
const on = (at: string | null): string => (at ? ` op ${dateName(at)}` : '');

const standings: Record<Standing, string> = {
  open: 'Loopt',
  moved: 'Verschoven',
  late: 'Te laat',
  kept: 'Op tijd nagekomen',
  kept_late: 'Te laat nagekomen',
  withdrawn: 'Ingetrokken',
};

/** By number of days until the due day, and the instant it was kept. */
const phrases: Record<Standing, (count: number, keptAt: string | null) => string> = {
  open: (count) => `Loopt, ${left(count)}`,
  moved: (count) => `Verschoven, ${left(count)}`,
  late: (count) => `Te laat, ${days(-count)}`,
  kept: (_count, at) => `Nagekomen${on(at)}`,
  kept_late: (_count, at) => `Te laat nagekomen${on(at)}`,
  withdrawn: () => 'Ingetrokken',
};

const parts: Record<PromisingPart, string> = {
  broker: 'Gebiedsmakelaar',
  official: 'Gemeente',
  alderman: 'Wethouder',
};

const feasibility: Record<FeasibilityOutcome, string> = {
  yes: 'ja',
  conditional: 'onder voorwaarden',
  unknown: 'nog niet bekend',
};

/** Words of what the town hall promised. */
export const nl = {
  standings,
  phrases,
  parts,
  feasibility,
  broker: 'Gebiedsmakelaar',
  waiting: 'Wacht op een antwoord',
  /** From when news is. */
  from: (since: NonNullable<StatusSince>) =>
    'at' in since ? `van ${dateName(since.at)}` : `uit ${since.year} of eerder`,
  /** Of all that should have been kept by now. */
  kept: ({ keptInTime, keptLate, late }: Figures) => `${keptInTime} van ${keptInTime + keptLate + late}`,
  keptInTime: 'op tijd nagekomen',
  /** What is counted where. */
  figures: {
    keptInTime: 'Op tijd gedaan',
    keptLate: 'Later gedaan',
    late: 'Te laat',
    open: 'Loopt nog',
  } satisfies Record<keyof Figures, string>,
};
