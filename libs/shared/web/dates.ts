const zone = 'Europe/Amsterdam';
const dayMs = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' });
const dateFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('nl-NL', { timeZone: zone, hour: 'numeric', minute: '2-digit' });

/** "zaterdag 14 maart" */
export const dayName = (at: string | Date): string => dayFormat.format(new Date(at));

/** "14 maart 2026" */
export const dateName = (at: string | Date): string => dateFormat.format(new Date(at));

/** "20.14 uur" */
export const timeName = (at: string | Date): string => `${timeFormat.format(new Date(at)).replace(':', '.')} uur`;

const listFormat = new Intl.ListFormat('nl-NL', { type: 'conjunction' });

/** "Haaften, Asperen en Deil" */
export const listName = (names: readonly string[]): string => listFormat.format(names);

/** How old something is, in the largest unit that says enough: "vandaag", "3 weken oud", "5 jaar oud". */
export function ageName(at: string | Date, now: Date): string {
  const days = Math.floor((now.getTime() - new Date(at).getTime()) / dayMs);
  if (days < 1) return 'vandaag';
  if (days === 1) return 'gisteren';
  if (days < 14) return `${days} dagen oud`;
  if (days < 60) return `${Math.floor(days / 7)} weken oud`;
  if (days < 365) return `${Math.floor(days / 30.4)} maanden oud`;
  return `${Math.floor(days / 365.25)} jaar oud`;
}
