import { defineActions, isDay } from '@kernagenda/shared/domain';
import type { FieldError } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { maySpeakFor } from './letters';
import type { NewsFacts } from './letters';

/** Lengths in characters; `days` is how long road works take at most. */
export const newsLimits = {
  title: { min: 5, max: 120 },
  text: { min: 5, max: 2000 },
  place: { min: 2, max: 120 },
  days: 366,
} as const;

/** `road_works`: something in the street, with days and a place. */
export const newsKinds = ['news', 'road_works'] as const;
export type NewsKind = (typeof newsKinds)[number];

/** As what somebody tells news. */
export const newsVoices = ['group', 'broker'] as const;
export type NewsVoice = (typeof newsVoices)[number];

/** What is done with news that stands; a correction says that it is one. */
export const newsActions = defineActions<'told', NewsFacts>()({
  correct: { from: ['told'], to: 'told', allows: maySpeakFor },
  /** Nothing of it is left on the site. */
  take_back: { from: ['told'], to: 'told', allows: maySpeakFor },
});
export type NewsAction = keyof typeof newsActions;

/** Days are `yyyy-mm-dd` in Europe/Amsterdam, the last one included. */
export interface NewsInput {
  readonly kind: NewsKind;
  readonly title: string;
  readonly text: string;
  /** The point it is about; null for none. */
  readonly pointId: string | null;
  /** Of road works; null for news. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Of road works; empty for news. */
  readonly place: string;
}

export interface NewsItem extends Omit<NewsInput, 'pointId'> {
  readonly id: string;
  /** Null also when everybody may not read it. */
  readonly point: { readonly id: string; readonly title: string } | null;
  readonly by: NewsVoice;
  readonly toldAt: string;
  /** Null when it stands as it was told. */
  readonly correctedAt: string | null;
  readonly allowedActions: readonly NewsAction[];
  /** The number for `If-Match`. */
  readonly version: number;
}

/** The news of a village, the newest first. */
export interface NewsPage {
  readonly village: VillageRef;
  readonly items: readonly NewsItem[];
  readonly nextCursor: string | null;
  readonly mayTell: boolean;
}

const dayMs = 86_400_000;

/** What is wrong with news: road works have days and a place, all other news has none. Empty when nothing is. */
export function newsFaults({ kind, startsOn, endsOn, place }: NewsInput): readonly FieldError[] {
  if (kind === 'news') {
    const isBare = startsOn === null && endsOn === null && place === '';
    return isBare ? [] : [{ pointer: '/kind', detail: 'only road works have days and a place' }];
  }
  const faults: FieldError[] = [];
  if (startsOn === null || !isDay(startsOn)) faults.push({ pointer: '/startsOn', detail: 'a day' });
  const isLast = endsOn !== null && isDay(endsOn) && startsOn !== null && endsOn >= startsOn;
  if (!isLast || Date.parse(endsOn) - Date.parse(startsOn) >= newsLimits.days * dayMs)
    faults.push({ pointer: '/endsOn', detail: `a day, not before the first one, at most ${newsLimits.days} days` });
  if (place.length < newsLimits.place.min) faults.push({ pointer: '/place', detail: 'where it is' });
  return faults;
}
