import type { VillageSummary } from '../villages';

/** What is left of a name when how it is written no longer matters: letters and digits, without accents and capitals. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** The villages a resident can mean by a name, the beginning of one, or a postcode with or without its letters. */
export function findVillages(villages: readonly VillageSummary[], query: string): readonly VillageSummary[] {
  const postcode = /^\s*(\d{4})\s*(?:[a-z]{2})?\s*$/i.exec(query)?.[1];
  if (postcode) return villages.filter(({ postcodes }) => postcodes.includes(postcode));
  const wanted = plainName(query);
  if (!wanted) return [];
  const same = villages.filter(({ name }) => plainName(name) === wanted);
  return same.length ? same : villages.filter(({ name }) => plainName(name).startsWith(wanted));
}
