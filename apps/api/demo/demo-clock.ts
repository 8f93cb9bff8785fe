import { Clock } from '@kernagenda/shared/api';

const dayMs = 86_400_000;

/** A clock that can be set, for what happened before the demo was loaded. */
export interface SettableTime {
  now(): Date;
  /** From here on it is this moment, and time goes on. */
  goTo(moment: Date): void;
}

/** The clock of the process that loads the demo; no other process has it. */
export class DemoClock extends Clock implements SettableTime {
  private offsetMs = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.offsetMs);
  }

  goTo(moment: Date): void {
    this.offsetMs = moment.getTime() - super.now().getTime();
  }
}

/** Does something as it was done so many days ago; afterwards it is now again, also when that failed. */
export async function daysAgo<Done>(time: SettableTime, days: number, work: () => Promise<Done>): Promise<Done> {
  const now = time.now();
  time.goTo(new Date(now.getTime() - days * dayMs));
  try {
    return await work();
  } finally {
    time.goTo(now);
  }
}
