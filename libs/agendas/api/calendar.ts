import ical from 'ical-generator';
import { dayOf } from '@kernagenda/agendas/domain';
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
 * The days of an agenda as iCalendar (RFC 5545): when a planned point is to be done, and when one on hold is looked at
 * again. Whole days; the uid of a point stays, so that a calendar moves it along.
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
    const day = dayOf(point);
    if (day === null) continue;
    const title = oneLine(point.title);
    const team = point.actingParty === 'municipality' ? (point.plan?.team?.name ?? null) : null;
    calendar.createEvent({
      id: `${point.id}@${hostname}`,
      allDay: true,
      // Noon in UTC is that day everywhere the library may look from.
      start: new Date(`${day}T12:00:00Z`),
      stamp: new Date(point.statusAt ?? point.createdAt),
      summary: point.agendaState === 'on_hold' ? nl.review(title) : nl.due(title),
      description: `${nl.acting(point.actingParty, team)} ${nl.notAPromise}`,
      url: `${publicUrl}/voorstellen/${point.id}`,
    });
  }
  return calendar.toString().replace(/END:VCALENDAR\s*$/, `${utc}\r\nEND:VCALENDAR\r\n`);
}
