import { defineEvents } from '@kernagenda/shared/api';

/** What happens with files of points. */
interface ImportEvents {
  /** There is more to take over, or to take back. */
  'import.step': { readonly batchId: string; readonly actorId: string };
}

export const importStep = defineEvents<ImportEvents>()('import.step');
