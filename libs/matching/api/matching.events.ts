import { defineEvents } from '@kernagenda/shared/api';

interface MatchingEvents {
  readonly 'flag.introduced': { readonly flagId: string; readonly askIds: readonly string[] };
  readonly 'flag.answered': { readonly flagId: string; readonly askId: string };
  readonly 'flag.accepted': { readonly flagId: string };
  readonly 'flag.declined': { readonly flagId: string };
  readonly 'flag.changed': { readonly flagId: string };
}

const event = defineEvents<MatchingEvents>();

/**
 * Villages of a flag are asked: once the broker can no longer take that back, and again when it is taken up after it was
 * put away or closed. Who was asked before is not asked again; of what is not there any more nobody hears.
 */
export const flagIntroduced = event('flag.introduced');
/** One village said yes or no. */
export const flagAnswered = event('flag.answered');
/** Enough villages said yes, and nobody is waited for. */
export const flagAccepted = event('flag.accepted');
/** An introduced flag leads to nothing; heard after the broker can take that back. */
export const flagDeclined = event('flag.declined');
/** Another context moved a flag; for this context itself, which tells open pages. */
export const flagChanged = event('flag.changed');
