import ical, { ICalEventStatus } from 'ical-generator';
import type { EventView } from '@kernagenda/news/domain';
import { oneLine } from '@kernagenda/shared/domain';

/** One event as iCalendar (RFC 5545). Its uid stays and its sequence grows, so that a calendar moves it along. */
export function toCalendar(event: EventView, publicUrl: string): string {
  const page = `${publicUrl}/kernen/${event.village.slug}/bijeenkomsten/${event.id}`;
  const calendar = ical({ prodId: { company: 'Kernagenda', product: 'Kernagenda', language: 'NL' } });
  calendar.createEvent({
    id: `${event.id}@${new URL(publicUrl).hostname}`,
    sequence: event.version,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    summary: oneLine(event.title),
    location: oneLine(`${event.place}, ${event.village.name}`),
    description: inLines(event.text),
    url: page,
    status: event.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

/** Every break of a line is one that is escaped, and no other control character is left: a calendar may have none (RFC 5545). */
const inLines = (text: string): string =>
  text.replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
