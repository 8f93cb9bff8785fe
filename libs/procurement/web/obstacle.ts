import { ApiError } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What stands in the way, when that is what the API said; empty otherwise. */
export function obstacleIn(error: unknown): string {
  const detail = error instanceof ApiError ? (error.problem?.detail ?? '') : '';
  const code = detail.split(':', 1)[0] ?? '';
  const told: Readonly<Record<string, string>> = nl.obstacles;
  return told[code] ?? '';
}
