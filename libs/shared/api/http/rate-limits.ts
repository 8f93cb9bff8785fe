import { Injectable } from '@nestjs/common';
import { Problem } from '@kernagenda/shared/domain';
import { Clock } from '../clock';

export interface RateLimit {
  readonly count: number;
  readonly seconds: number;
}

/** So many different keys are remembered at most; the oldest windows go first. */
const maxWindows = 50_000;

/** Counts in the memory of this process: enough against guessing and flooding, gone after a restart. */
@Injectable()
export class RateLimits {
  private readonly windows = new Map<string, { used: number; endsAt: number }>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts one use of `name` by `key` (an address, a network, a person).
   * @throws Problem `too_many_requests` when the limit of this window is used up.
   */
  take(name: string, key: string, limit: RateLimit): void {
    const now = this.clock.now().getTime();
    const id = `${name} ${key}`;
    const known = this.windows.get(id);
    const window = known && known.endsAt > now ? known : { used: 0, endsAt: now + limit.seconds * 1000 };
    if (window.used >= limit.count) {
      throw new Problem('too_many_requests', `Try again in ${Math.ceil((window.endsAt - now) / 1000)} seconds.`);
    }
    window.used += 1;
    this.windows.delete(id);
    this.windows.set(id, window);
    if (this.windows.size > maxWindows) this.forgetOldest();
  }

  private forgetOldest(): void {
    const [oldest] = this.windows.keys();
    if (oldest !== undefined) this.windows.delete(oldest);
  }
}
