import type { Theme } from '@kernagenda/proposals/domain';
import type { IconName } from '@kernagenda/shared/ui';

export const themeIcons: Record<Theme, IconName> = {
  traffic: 'road',
  housing: 'house',
  green: 'leaf',
  play_sport: 'swing',
  meeting: 'people',
  care: 'heart',
  energy_climate: 'sun',
  safety: 'lock',
  recreation: 'boat',
  communication: 'speech',
  other: 'flag',
};
