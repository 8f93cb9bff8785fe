import { dateName } from '@kernagenda/shared/web';

const monthFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', month: 'long', year: 'numeric' });

/** A day `yyyy-mm-dd` or a month `yyyy-mm` as one says it: "14 maart 2026" or "maart 2026". */
export const whenName = (when: string): string =>
  when.length > 'yyyy-mm'.length ? dateName(when) : monthFormat.format(new Date(when));
