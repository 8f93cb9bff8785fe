import { digestRhythms, hiddenSaidKinds } from '@kernagenda/notifications/domain';
import type {
  AnnouncementKind,
  CollaborationKind,
  IntroductionKind,
  NotificationKind,
  NotificationReason,
} from '@kernagenda/notifications/domain';
import type { ModerationState } from '@kernagenda/proposals/domain';
import type { ToldPromise } from './promise-mail';

/**
 * Who hears of something, as SQL that answers `person_id` and `reason` with the parameters $10 (ids) and $11 (words).
 * One statement writes all their lines, however many they are.
 */
export const audiences = {
  /** Followers of any of the points $10. */
  followers: `
    select distinct on (person_id) person_id, reason from proposal_follower
    where proposal_id = any($10::uuid[]) and $11::text[] is not null order by person_id`,
  /** Who follows the village of the points $10, a circle it lies in, or their theme. */
  places: `
    select distinct on (person_id) person_id, reason from place_follower
    where proposal_id = any($10::uuid[]) and $11::text[] is not null order by person_id, place`,
  /** Followers of any of the points $10, or of their places or themes; nobody who wants no more of such a point. */
  pointAndPlaces: `
    select distinct on (person_id) person_id, reason from (
      select person_id, reason, 1 as place from proposal_follower where proposal_id = any($10::uuid[])
      union all
      select person_id, reason, place from place_follower where proposal_id = any($10::uuid[])) every
    where $11::text[] is not null order by person_id, place`,
  /** Who takes part in the collaborations of the announcements $10, or follows a village of them. $9: now. */
  announced: `
    select distinct on (person_id) person_id, reason from (
      select r.person_id, 'party' as reason, 1 as place from village_announcement t
      join collaboration_public c on c.id = t.collaboration_id
      join thread_reader($9::timestamptz) r on r.thread_id = c.thread_id and r.left_after is null
      where t.id = any($10::uuid[])
      union all
      select f.person_id, 'village', 2 from announcement_village t join follow f on f.village_id = t.village_id and f.is_on
      where t.id = any($10::uuid[])) every
    where $11::text[] is not null order by person_id, place`,
  /** The people $10, for the reason $11. */
  people: `select person_id, ($11::text[])[1] as reason from unnest($10::uuid[]) as people (person_id)`,
  /** Who answers for the villages $10 in the roles $11; a broker not at home. $9: now. */
  answerers: `
    select distinct r.person_id, 'answers' as reason
    from village_public v join role_public r on ${covering('r', 'v', '$9::timestamptz')}
    where v.id = any($10::uuid[]) and r.role = any($11::text[])`,
  /** The officials of the team $10 who do not live in the village $11. $9: now. */
  team: `
    select distinct r.person_id, 'answers' as reason from role_public r
    where ${ofTeam('r', '$9::timestamptz', '($11::text[])[1]::uuid')} and r.scope_id = any($10::uuid[])`,
  /** Who takes part in the collaborations in which $10 happened. $9: now. */
  parties: `
    select distinct r.person_id, 'party' as reason
    from collaboration_told c join thread_reader($9::timestamptz) r on r.thread_id = c.thread_id and r.left_after is null
    where c.history_id = any($10::uuid[]) and $11::text[] is not null`,
  /** Who takes part in the thread of the messages $10 and did not read them yet; not who handed it over. $9: now. */
  participants: `
    select r.person_id, 'participant' as reason
    from message_told m
    join thread_reader($9::timestamptz) r on r.thread_id = m.thread_id and r.left_after is null and not r.reads_only
    left join thread_read k on k.thread_id = m.thread_id and k.person_id = r.person_id
    where m.id = any($10::uuid[]) and coalesce(k.number < m.number, true) and $11::text[] is not null`,
  /** Who keeps the agendas of the reminders $10. $9: now. */
  keepers: `
    select k.person_id, 'keeper' as reason from agenda_keeper($9::timestamptz) k
    where k.reminder_id = any($10::uuid[]) and $11::text[] is not null`,
  /** Who answers for the villages that were asked $10. $9: now. */
  asked: `
    select distinct t.person_id, 'side' as reason from match_told($9::timestamptz) t
    where t.ask_id = any($10::uuid[]) and $11::text[] is not null`,
  /** Those of them who were told that they are. $9: now. */
  askedBefore: `
    select distinct t.person_id, 'side' as reason from match_told($9::timestamptz) t
    join notification told on told.ask_id = t.ask_id and told.person_id = t.person_id and told.kind = 'introduction'
    where t.ask_id = any($10::uuid[]) and $11::text[] is not null`,
} as const;
export type AudienceName = keyof typeof audiences;

/** As lists in SQL. */
const listOf = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const rhythms = listOf(digestRhythms);
const hiddenSaid = listOf(hiddenSaidKinds);

/** A role that runs at a moment. */
function running(role: string, now: string): string {
  return `${role}.starts_at <= ${now} and (${role}.ends_at is null or ${role}.ends_at > ${now})`;
}

/** The role of an official in a team, by its id, who does not live in a village. */
function ofTeam(role: string, now: string, village: string): string {
  return `${running(role, now)} and ${role}.role = 'official' and ${role}.scope_type = 'team'
    and ${role}.home_village_id is distinct from ${village}`;
}

/** A role that runs at a moment and covers a village, where the broker does not live. */
function covering(role: string, village: string, now: string): string {
  return `${running(role, now)}
    and ((${role}.scope_type = 'village' and ${role}.scope_id = ${village}.id)
      or (${role}.scope_type = 'area' and ${role}.scope_id = ${village}.area_id)
      or (${role}.scope_type = 'municipality' and ${role}.scope_id = ${village}.municipality_id))
    and (${role}.role <> 'broker' or ${role}.home_village_id is distinct from ${village}.id)`;
}

/**
 * One line per person and channel; what stands already stays. $1: event; $2: kind; $3: point; $4: comment; $5: decision;
 * $6: where the move led; $7: who hears nothing of it; $8: channels; $9: now; $12: message; $13: flag; $14: the village
 * of it that was asked; $15: what happened in a collaboration; $16: what was said or promised; $17: the reminder of an agenda;
 * $18: whether it waits for the digest of who chose one; $19: what was announced.
 */
export const noteQuery = (audience: AudienceName): string => `
  with audience as (${audiences[audience]})
  insert into notification (event, kind, proposal_id, comment_id, decision_id, agenda_state, message_id, flag_id, ask_id, history_id, promise_id,
    reminder_id, announcement_id, person_id, channel, reason, in_digest, state, created_at, sent_at)
  select $1, $2, $3::uuid, $4::uuid, $5::uuid, $6, $12::uuid, $13::uuid, $14::uuid, $15::uuid, $16::uuid,
    $17::uuid, $19::uuid, a.person_id, c.channel, a.reason, d.in_digest,
    case c.channel when 'app' then 'sent' else 'pending' end, $9::timestamptz,
    case c.channel when 'app' then $9::timestamptz end
  from audience a cross join (values ('app'), ('mail')) as c (channel)
  left join mail_choice chosen on chosen.person_id = a.person_id
  cross join lateral (select c.channel = 'mail' and $18::boolean and coalesce(chosen.choice in (${rhythms}), false)) d (in_digest)
  where a.person_id <> all($7::uuid[]) and (c.channel = any($8::text[]) or d.in_digest)
    and (c.channel = 'app' or ${wantsMail('a.person_id', '$3::uuid')})
  on conflict do nothing
  returning id, person_id as "personId", channel, in_digest as "inDigest"`;

/** Whether somebody wants mail about a point, and it does not come back; without a point the choice alone counts. */
export function wantsMail(person: string, point: string): string {
  return `(not exists (select from mail_choice m where m.person_id = ${person} and m.choice = 'in_app')
    and not exists (select from mail_pause b where b.person_id = ${person})
    and not exists (select from follow s where s.person_id = ${person} and s.proposal_id = ${point} and not s.is_on))`;
}

/**
 * Whether a line `n`, joined with `withSubject`, may still be shown to its person; now is a parameter. A draft or a
 * submission is nobody's news, nor is what was written in a thread after one left it, nor a flag for who neither answers
 * for the village nor works on it any more, nor what was said on a point that is hidden, nor an answer or update that is hidden itself
 * but for who said it, nor an agenda for who does not keep it any more, nor what was announced and is off.
 */
export const mayBeShown = (
  now: string,
): string => `(p.id is not null or own.id is not null or t.id is not null or exists (
    select from thread_reader(${now}) reader where reader.thread_id = m.thread_id
      and reader.person_id = n.person_id and coalesce(m.number <= reader.left_after, true))
    or exists (select from match_told(${now}) told where told.flag_id = n.flag_id
      and told.person_id = n.person_id and coalesce(told.ask_id = n.ask_id, true))
    or exists (select from thread_reader(${now}) along where along.thread_id = c.thread_id
      and along.person_id = n.person_id and along.left_after is null)
    or exists (select from agenda_keeper(${now}) keeper where keeper.reminder_id = n.reminder_id
      and keeper.person_id = n.person_id))
  and (n.promise_id is null or (p.id is not null and (exists (select from promise_told said where said.id = n.promise_id)
    or exists (select from said_hidden own_said where own_said.id = n.promise_id and own_said.author_id = n.person_id))))
  and (n.comment_id is null or exists (
    select from comment_told s where s.id = n.comment_id and (not s.is_hidden or s.author_id = n.person_id)))
  and (n.kind <> 'question_to_answer' or exists (
    select from village_public answered join role_public r on ${covering('r', 'answered', now)}
    where answered.id = p.village_id and r.person_id = n.person_id and r.role in ('secretary', 'broker'))
    or exists (select from question_of_team q join role_public r on r.scope_id = q.team_id
      and ${ofTeam('r', now, 'p.village_id')} where q.id = n.comment_id and r.person_id = n.person_id))`;

/** What a line `n` is told for: the villages of its announcement that its person follows. */
const followedAnnouncement = `
  from announcement_village followed
  join follow kept on kept.village_id = followed.village_id and kept.is_on and kept.person_id = n.person_id
  where followed.id = n.announcement_id`;

/** Whether a line `n` was read, or the message it is about, by its person. */
const isRead = '(n.read_at is not null or coalesce(m.number <= k.number, false))';

/**
 * What a line `n` is about: a point as its person may read it, a flag, a collaboration, an agenda, what was announced, or a message and how far they read
 * in its thread. $2: now.
 */
const withSubject = `
  left join proposal_public p on p.id = n.proposal_id
  left join proposal_authored own on own.id = n.proposal_id and own.author_id = n.person_id
  left join match_introduction($2::timestamptz) f on f.flag_id = n.flag_id
  left join match_ask_told asked on asked.id = n.ask_id
  left join collaboration_told c on c.history_id = n.history_id
  left join agenda_reminder_told g on g.id = n.reminder_id
  left join village_announcement t on t.id = n.announcement_id
  left join collaboration_public tc on tc.id = t.collaboration_id
  left join village_public v on v.id = coalesce(p.village_id, own.village_id, asked.village_id, g.village_id, t.village_id,
    case when tc.id is not null and n.reason = 'village' then (
      select followed.village_id ${followedAnnouncement} order by followed.village_id limit 1) end)
  left join message_told m on m.id = n.message_id
  left join thread_read k on k.thread_id = m.thread_id and k.person_id = n.person_id`;

/** Told because of where or what the point is, not because of what somebody did or chose on it. */
const placeReasons = `'village', 'circle', 'theme'`;

/** What a line `n` about a point is stopped by, when it is told for a place or theme: the village, or the row of the other. */
const stoppedBy = `(
  select case f.reason when 'village' then f.village_id else f.follow_id end from place_follower f
  where f.proposal_id = n.proposal_id and f.person_id = n.person_id and f.reason = n.reason order by f.place limit 1)`;

/** Whether the person of a line `n` about a point still follows that, or what made them hear of it. */
export const stillFollows = `case
  when n.reason in (${placeReasons}) then exists (
    select from place_follower f
    where f.proposal_id = n.proposal_id and f.person_id = n.person_id and f.reason = n.reason)
  else exists (
    select from proposal_follower h where h.proposal_id = n.proposal_id and h.person_id = n.person_id) end`;

/** Whether the person of a line `n` about an announcement still follows a village of it, or takes part in its collaboration. */
export const stillHears = (now: string): string => `(exists (select ${followedAnnouncement})
  or exists (select from village_announcement a join collaboration_public ac on ac.id = a.collaboration_id
    join thread_reader(${now}) along on along.thread_id = ac.thread_id and along.left_after is null
    where a.id = n.announcement_id and along.person_id = n.person_id))`;

/**
 * A line whose mail still has to go, held until the end of the transaction; who finds it held leaves it. `isTrue` says
 * whether it may be told now: what is hidden, taken back, or no longer wanted is not. $1: the line; $2: now.
 */
export const heldMailQuery = `
  select n.id, n.kind, n.reason, n.person_id as "personId", n.proposal_id as "proposalId",
    n.decision_id as "decisionId",
    case when n.reason in (${placeReasons}) then ${stoppedBy} end as "stoppedBy", v.name as village,
    m.thread_id as "threadId", n.message_id as "messageId", n.flag_id as "flagId", n.ask_id as "askId",
    coalesce(c.collaboration_id, tc.id) as "collaborationId", tc.title as collaboration, c.party, c.to_state as "to", coalesce(c.agreed, c.text) as text,
    n.reminder_id as "reminderId", n.announcement_id as "announcementId", v.id as "villageId", g.villages, v.slug,
    coalesce(p.title, own.title, m.title, f.label, c.title, t.title) as title, p.id is not null as "isPublic",
    own.moderation_state as "moderationState", hidden.reason as "hiddenReason",
    case when told.id is not null then json_build_object('id', told.id, 'text', told.text, 'why', told.why,
      'dueOn', told.due_on, 'team', team.name) end as promise,
    (${mayBeShown('$2::timestamptz')}) and not ${isRead}
      and ${wantsMail('n.person_id', 'n.proposal_id')}
      and (m.id is null or exists (select from thread_reader($2::timestamptz) present
        where present.thread_id = m.thread_id and present.person_id = n.person_id and present.left_after is null
        and not present.reads_only))
      and (n.agenda_state is null or (p.agenda_state = n.agenda_state
        and (n.kind = 'merge' or n.reason in (${placeReasons}) or ${stillFollows})))
      and (n.flag_id is null or case n.kind
        when 'introduction' then f.state = 'introduced' and asked.state = 'asked' and exists (
          select from match_told($2::timestamptz) side where side.ask_id = n.ask_id and side.person_id = n.person_id)
        when 'introduction_declined' then f.state = 'declined'
        else f.state in ('accepted', 'linked') end)
      and (n.reminder_id is null or g.is_open)
      and (n.announcement_id is null or ${stillHears('$2::timestamptz')})
      and (n.reason not in (${placeReasons}) or n.announcement_id is not null or ${stillFollows})
      and (n.promise_id is null or n.reason = 'answers' or n.kind in (${hiddenSaid}) or ${stillFollows})
      and (n.kind not in (${hiddenSaid}) or hidden.id is not null)
      and (n.kind not in ('promise_late', 'refresh_asked') or coalesce(told.is_open
        and coalesce(told.due_on < ($2::timestamptz at time zone 'Europe/Amsterdam')::date, true), false))
      as "isTrue"
  from notification n ${withSubject}
  left join promise_told told on told.id = n.promise_id
  left join said_hidden hidden on hidden.id = n.promise_id and hidden.author_id = n.person_id
  left join team_public team on team.id = told.team_id
  where n.id = $1 and n.state = 'pending'
  for update of n skip locked`;

/** $1: the line; $2: what became of it; $3: when it was sent, or null. */
export const notedMailQuery = `update notification set state = $2, sent_at = $3 where id = $1`;

interface HeldLine {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly reason: NotificationReason;
  readonly personId: string;
  readonly title: string;
  readonly isTrue: boolean;
}

/** Title and village are null where it may not be told, `isTrue` then is false. */
export interface HeldPointMail extends HeldLine {
  readonly threadId: null;
  readonly flagId: null;
  readonly collaborationId: null;
  readonly reminderId: null;
  readonly announcementId: null;
  readonly proposalId: string;
  readonly decisionId: string | null;
  /** The village, or the row of a theme or circle, when it is told for that; null for all else. */
  readonly stoppedBy: string | null;
  readonly village: string;
  readonly isPublic: boolean;
  readonly moderationState: ModerationState | null;
  /** Why a broker hid what this person said; null for all else. */
  readonly hiddenReason: string | null;
  /** What was said or promised; null for all else. */
  readonly promise: ToldPromise | null;
}

export interface HeldMessageMail extends HeldLine {
  readonly threadId: string;
  readonly messageId: string;
  readonly flagId: null;
  readonly collaborationId: null;
  readonly reminderId: null;
  readonly announcementId: null;
}

export interface HeldFlagMail extends HeldLine {
  readonly kind: IntroductionKind;
  readonly threadId: null;
  readonly flagId: string;
  readonly collaborationId: null;
  readonly reminderId: null;
  readonly announcementId: null;
  readonly askId: string | null;
}

export interface HeldCollaborationMail extends HeldLine {
  readonly kind: CollaborationKind;
  readonly threadId: null;
  readonly flagId: null;
  readonly collaborationId: string;
  readonly reminderId: null;
  readonly announcementId: null;
  /** Who came, went or got another role; null when it is about all. */
  readonly party: string | null;
  /** The phase, the role or the state of the purchase it came to. */
  readonly to: string | null;
  /** What was agreed, or the reason. */
  readonly text: string | null;
}

interface HeldAgendaMail extends HeldLine {
  readonly threadId: null;
  readonly flagId: null;
  readonly collaborationId: null;
  readonly reminderId: string;
  readonly announcementId: null;
  /** Names of the villages of the agenda; the slug of the first. */
  readonly villages: readonly string[];
  readonly slug: string;
}

interface HeldAnnouncementMail extends HeldLine {
  readonly kind: AnnouncementKind;
  readonly threadId: null;
  readonly flagId: null;
  /** With its title; null for what a village announces. */
  readonly collaborationId: string | null;
  readonly collaboration: string | null;
  readonly reminderId: null;
  readonly announcementId: string;
  /** The village that is followed; null for who hears of it because of taking part. */
  readonly village: string | null;
  readonly villageId: string | null;
  readonly slug: string | null;
}

export type HeldMail =
  HeldPointMail | HeldMessageMail | HeldFlagMail | HeldCollaborationMail | HeldAgendaMail | HeldAnnouncementMail;

/** What people were told of, newest first. $1: person; $2: now; $3, $4: after; $5: rows. */
export const listQuery = `
  select n.id, n.kind, n.reason, n.proposal_id as "proposalId", m.thread_id as "threadId",
    n.flag_id as "flagId", n.ask_id as "askId", coalesce(c.collaboration_id, tc.id) as "collaborationId",
    n.announcement_id as "announcementId", coalesce(p.title, own.title, m.title, f.label, c.title, t.title) as title, g.villages,
    case when v.id is not null then json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) end as village,
    n.created_at as "createdAt", ${isRead} as "isRead"
  from notification n ${withSubject}
  where n.person_id = $1 and n.channel = 'app' and ${mayBeShown('$2::timestamptz')}
    and ($3::timestamptz is null or (n.created_at, n.id) < ($3::timestamptz, $4::uuid))
  order by n.created_at desc, n.id desc limit $5`;

/** Counted as the list shows them, and no further than $3. $1: person; $2: now. */
export const unreadQuery = `
  select count(*)::int as unread from (
    select 1 from notification n ${withSubject}
    where n.person_id = $1 and n.channel = 'app' and not ${isRead} and ${mayBeShown('$2::timestamptz')}
    limit $3) shown`;

/** $1: person; $2: now; $3: one line, or null for all. */
export const readQuery = `
  update notification set read_at = $2
  where person_id = $1 and channel = 'app' and read_at is null and ($3::uuid is null or id = $3)`;

/** Mail that waits since before $1 is not sent any more; a line for a digest since before $2. */
export const tooLateQuery = `
  update notification set state = 'left_out' where state = 'pending' and created_at < $1
    and (not in_digest or (digest_id is null and created_at < $2))`;

/** What was told before $1 is forgotten. */
export const forgetQuery = 'delete from notification where created_at < $1';
