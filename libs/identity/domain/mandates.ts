import type { PeriodInput } from '@kernagenda/shared/domain';
import type { NamedPerson } from './roles';

export interface MandateInput extends PeriodInput {
  readonly personId: string;
  /** Up to and including this amount. */
  readonly maxCents: number;
}

/** Up to how much an official may decide about money, running or to come; instants. */
export interface MandateView {
  readonly id: string;
  readonly person: NamedPerson;
  readonly maxCents: number;
  readonly startsAt: string;
  readonly endsAt: string | null;
}
