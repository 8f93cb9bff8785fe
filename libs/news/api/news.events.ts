import type { NewsEvents } from '@kernagenda/news/domain';
import { defineEvents } from '@kernagenda/shared/api';

const event = defineEvents<NewsEvents>();

export const villageAnnounced = event('village.announced');
export const eventToTell = event('village_event.to_tell');
