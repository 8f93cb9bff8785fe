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
    description: event.text,
    url: page,
    status: event.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
