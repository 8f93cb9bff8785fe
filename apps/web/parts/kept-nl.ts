import type { Figures } from '@kernagenda/commitments/domain';
import { promiseWords } from '@kernagenda/commitments/web';

export const nl = {
  line: (figures: Figures) => {
    const { keptInTime, keptLate, late, open } = figures;
    if (keptInTime + keptLate + late > 0)
      return `${promiseWords.kept(figures)} toezeggingen ${promiseWords.keptInTime}`;
    return open === 1 ? '1 toezegging loopt' : `${open} toezeggingen lopen`;
  },
};
