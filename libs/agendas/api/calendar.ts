import ical from 'ical-generator';
import { dayOf } from '@kernagenda/agendas/domain';
import type { AgendaDue } from '@kernagenda/agendas/domain';
import { oneLine } from '@kernagenda/shared/domain';
import type { PaperSource } from './feed';
import { nl } from './nl';

/** A calendar has at least one component (RFC 5545, 3.6), also while an agenda has no day. */
const utc = [
  'BEGIN:VTIMEZONE',
  'TZID:Etc/UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * The days of an agenda as iCalendar (RFC 5545): when a planned point is to be done, when one on hold is looked at again,
 * until when something is promised and when milestones come. Whole days, or the whole month of what is known by its month;
 * the uid stays, so that a calendar moves it along.
 */
export function toCalendar({ names, publicUrl, slug, points }: PaperSource): string {
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    name: nl.agenda(names),
    description: nl.notAPromise,
    prodId: { company: 'Kernagenda', product: 'Kernagenda', language: 'NL' },
    url: `${publicUrl}/kernen/${slug}/agenda`,
  });
  for (const point of points) {
    const title = oneLine(point.title);
    const page = `${publicUrl}/voorstellen/${point.id}`;
    for (const due of point.dues) {
      calendar.createEvent({
        id: `${due.id}@${hostname}`,
        allDay: true,
        ...spanOf(due),
        stamp: new Date(due.changedAt),
        ...wordsOf(due, title),
        url: page,
      });
    }
    const day = dayOf(point);
    if (day === null) continue;
    const team = point.actingParty === 'municipality' ? (point.plan?.team?.name ?? null) : null;
    calendar.createEvent({
      id: `${point.id}@${hostname}`,
      allDay: true,
      start: noonOf(day),
      stamp: new Date(point.statusAt ?? point.createdAt),
      summary: point.agendaState === 'on_hold' ? nl.review(title) : nl.due(title),
      description: `${nl.acting(point.actingParty, team)} ${nl.notAPromise}`,
      url: page,
    });
  }
  return calendar.toString().replace(/END:VCALENDAR\s*$/, `${utc}\r\nEND:VCALENDAR\r\n`);
}

/** Noon in UTC is that day everywhere the library may look from. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** The day, or the month as whole days; the end of whole days is the day after (RFC 5545, 3.6.1). */
function spanOf({ when }: AgendaDue): { readonly start: Date; readonly end?: Date } {
  if (when.length > 'yyyy-mm'.length) return { start: noonOf(when) };
  const start = noonOf(`${when}-01`);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + 1);
  return { start, end };
}

function wordsOf(
  { kind, what, team }: AgendaDue,
  title: string,
): { readonly summary: string; readonly description: string } {
  const bare = oneLine(what);
  return kind === 'promise'
    ? { summary: nl.promised(bare), description: nl.promisedBy(title, team?.name ?? null) }
    : { summary: nl.milestone(bare), description: nl.milestoneOf(title) };
}
