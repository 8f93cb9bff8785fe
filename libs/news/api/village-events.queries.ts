import type { Place } from '@kernagenda/identity/domain';
import { eventLimits } from '@kernagenda/news/domain';
import type { EventKind, EventOutcome, NewsVoice } from '@kernagenda/news/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { place, villageRef } from './village.queries';

const instant = (time: string): string => `(e.day + e.${time}) at time zone 'Europe/Amsterdam'`;

export interface EventRow {
  readonly id: string;
  readonly village: VillageRef;
  readonly kind: EventKind;
  readonly title: string;
  readonly day: string;
  readonly starts: string;
  readonly ends: string;
  readonly place: string;
  readonly room: number | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  readonly comers: number;
}

const columns = `
  e.id, ${villageRef} as village, e.kind, e.title, e.day::text as day,
  to_char(e.starts, 'HH24:MI') as starts, to_char(e.ends, 'HH24:MI') as ends, e.place, e.room,
  ${instant('starts')} as "startsAt", ${instant('ends')} as "endsAt", e.cancelled_at is not null as "isCancelled",
  (select count(*)::int from village_event_sign_up s where s.event_id = e.id) as comers`;

/** The last day first. $1: village; $2, $3: the keys after which the page begins, or null; $4: rows. */
export const eventsQuery = `
  select ${columns} from village_event e join village_public v on v.id = e.village_id
  where e.village_id = $1 and ($2::date is null or (e.day, e.id) < ($2::date, $3::uuid))
  order by e.day desc, e.id desc limit $4`;

export interface EventDetailRow extends EventRow {
  readonly text: string;
  readonly voice: NewsVoice;
  readonly version: number;
  /** The instant of the last change, for calendars. */
  readonly createdAt: Date;
  readonly isSignedUp: boolean;
  readonly where: Place;
  readonly beingRead: number;
}

/** $1: id; $2: who asks, or null. */
export const eventQuery = `
  select ${columns}, e.text, e.voice, e.version, e.created_at as "createdAt",
    ${place} as where,
    exists (select from village_event_sign_up s where s.event_id = e.id and s.person_id = $2::uuid) as "isSignedUp",
    (select count(*)::int from village_event_outcome o join proposal_sent_in p on p.id = o.proposal_id
      where o.event_id = e.id and p.moderation_state <> 'approved') as "beingRead"
  from village_event e join village_public v on v.id = e.village_id where e.id = $1`;

export type OutcomeRow = EventOutcome & { readonly id: string };

/** What everybody may read of what came of an event. $1: event. */
export const outcomesQuery = `
  select p.id, p.id as "pointId", p.title, p.agenda_state as "agendaState", o.owner
  from village_event_outcome o join proposal_public p on p.id = o.proposal_id
  where o.event_id = $1 order by o.entered_at, p.id limit ${eventLimits.outcomes}`;

/** Everybody who signed up is to be told. $1: event; $2: kind; $3: about; $4: who did it, or null. */
export const tellQuery = `
  insert into village_event_mail (event_id, person_id, kind, about)
  select s.event_id, s.person_id, $2, $3 from village_event_sign_up s
  where s.event_id = $1 and s.person_id is distinct from $4::uuid
  on conflict do nothing returning id as "mailId"`;

/** $1: day. Events of that day that go on. */
export const ofDayQuery = `select id from village_event where day = $1 and cancelled_at is null order by id`;
