const zone = 'Europe/Amsterdam';
const dayMs = 86_400_000;

const dayFormat = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const offsetFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });

/** The calendar day in Europe/Amsterdam, as `yyyy-mm-dd`. */
export function amsterdamDay(at: Date): string {
  return dayFormat.format(at);
}

/** The last millisecond of a day `yyyy-mm-dd` in Europe/Amsterdam. */
export function endOfAmsterdamDay(day: string): Date {
  const nextMidnightUtc = new Date(`${addDays(day, 1)}T00:00:00Z`);
  const offset = /GMT([+-]\d{2}):(\d{2})/.exec(offsetFormat.format(nextMidnightUtc));
  const minutes = offset ? Number(offset[1]) * 60 + Number(offset[2]) : 0;
  return new Date(nextMidnightUtc.getTime() - minutes * 60_000 - 1);
}

/** The first millisecond of a day `yyyy-mm-dd` in Europe/Amsterdam. */
export function startOfAmsterdamDay(day: string): Date {
  return new Date(endOfAmsterdamDay(addDays(day, -1)).getTime() + 1);
}

/**
 * When a clock in Europe/Amsterdam shows a whole hour on a day `yyyy-mm-dd`. An hour that the day skips begins with the
 * hour after it, and of an hour that the day has twice it is the first.
 */
export function amsterdamHour(day: string, hour: number): Date {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  // Summer time is tried first: where both fit, the hour comes twice.
  const found = [2, 1].map((ahead) => new Date(asUtc - ahead * 3_600_000)).find((at) => hourOf(at) === hour);
  return found ?? new Date(asUtc - 3_600_000);
}

const hourFormat = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
const hourOf = (at: Date): number => Number(hourFormat.format(at));

/** The day in Amsterdam so many days after an instant, `yyyy-mm-dd`. */
export const daysAfter = (at: Date, days: number): string => addDays(amsterdamDay(at), days);

/** Whether a text is a day that exists, as `yyyy-mm-dd`. */
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The Sunday of Easter in a year, by the anonymous Gregorian algorithm (Nature, 20 April 1876). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day `yyyy-mm-dd` so many days after a day, or before it. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function kingsDay(year: number): string {
  const day = `${year}-04-27`;
  return isSunday(day) ? addDays(day, -1) : day;
}

function isSunday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
}

const holidaysOf = new Map<number, ReadonlySet<string>>();

/** Whether a day is a public holiday in the Netherlands (Algemene termijnenwet, art. 3; Good Friday included). */
export function isDutchHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const holidays = holidaysOf.get(year) ?? dutchHolidays(year);
  // A list of fifty terms asks for the same year some hundred times.
  holidaysOf.set(year, holidays);
  return holidays.has(day);
}

function dutchHolidays(year: number): ReadonlySet<string> {
  const sunday = easter(year);
  return new Set([
    `${year}-01-01`,
    addDays(sunday, -2),
    sunday,
    addDays(sunday, 1),
    kingsDay(year),
    `${year}-05-05`,
    addDays(sunday, 39),
    addDays(sunday, 49),
    addDays(sunday, 50),
    `${year}-12-25`,
    `${year}-12-26`,
  ]);
}

/** Whether the town hall works on a day `yyyy-mm-dd`: no weekend, no public holiday. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isDutchHoliday(day);
}

/** The end (Europe/Amsterdam) of the n-th working day after an instant; the day itself does not count. */
export function workingDaysAfter(at: Date, days: number): Date {
  let day = amsterdamDay(at);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return endOfAmsterdamDay(day);
}
