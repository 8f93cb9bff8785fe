import type { DigestRhythm, NotificationKind } from '@kernagenda/notifications/domain';
import { stillFollows, stillHears, wantsMail } from './ledger.queries';

/**
 * Takes the lines of people whose digest is due, in the order of the people: a digest each, and from then on those lines
 * are of that one. A line from before the due moment waits for it, and so does one from the future, written while a clock
 * ran ahead. Who chose mail at once since gets what still waited.
 * $1: now; $2, $3, $4: when a day, week and month were last due; $5: after which person, or null; $6: how many.
 */
export const claimQuery = `
  with due as (
    select distinct n.person_id, coalesce(m.choice, 'at_once') as rhythm, d.due_at
    from notification n
    left join mail_choice m on m.person_id = n.person_id
    cross join lateral (select case coalesce(m.choice, 'at_once')
      when 'daily' then $2::timestamptz when 'weekly' then $3::timestamptz when 'monthly' then $4::timestamptz
      when 'at_once' then least(m.chosen_at, $1::timestamptz) end as due_at) d
    where n.in_digest and n.state = 'pending' and n.digest_id is null
      and ($5::uuid is null or n.person_id > $5::uuid)
      and d.due_at <= $1::timestamptz and (n.created_at < d.due_at or n.created_at > $1::timestamptz)
      and not exists (select from digest g where g.person_id = n.person_id and g.due_at = d.due_at)
    order by n.person_id limit $6),
  made as (
    insert into digest (person_id, rhythm, due_at, claimed_at, state)
    select person_id, rhythm, due_at, $1::timestamptz, 'claimed' from due
    on conflict do nothing returning id, person_id, due_at),
  taken as (
    update notification n set digest_id = made.id from made
    where n.person_id = made.person_id and n.in_digest and n.state = 'pending' and n.digest_id is null
      and (n.created_at < made.due_at or n.created_at > $1::timestamptz))
  select person_id as "personId" from due order by person_id desc limit 1`;

/** Digests that are claimed and not settled, in the order of their ids. $1: after which, or null; $2: how many. */
export const openQuery = `
  select id, person_id as "personId", rhythm from digest
  where state = 'claimed' and ($1::uuid is null or id > $1::uuid) order by id limit $2`;

export interface OpenDigest {
  readonly id: string;
  readonly personId: string;
  readonly rhythm: DigestRhythm | 'at_once';
}

/**
 * What digests may tell at this moment: nothing of a point, answer or reaction that is hidden, nothing that was taken back
 * or began already, no step that another one followed, nothing of what somebody follows no more, nothing to who wants no
 * mail. One row per digest that tells anything: its first lines, of the point with the latest news first, and the ids of
 * all. $1: digests; $2: lines; $3: now.
 */
export const contentsQuery = `
  with told as (
    select n.id, n.digest_id, n.kind, n.reason, n.proposal_id, n.announcement_id, n.created_at,
      coalesce(p.title, t.title) as title, coalesce(v.name, c.title) as under, v.slug,
      c.id as collaboration_id, coalesce(n.proposal_id, n.announcement_id) as about,
      max(n.created_at) over (partition by n.digest_id, coalesce(n.proposal_id, n.announcement_id)) as newest
    from notification n
    left join proposal_public p on p.id = n.proposal_id
    left join village_announcement t on t.id = n.announcement_id and coalesce(t.begins_at > $3::timestamptz, true)
    left join village_public v on v.id = coalesce(p.village_id, t.village_id)
    left join collaboration_public c on c.id = t.collaboration_id
    where n.digest_id = any($1::uuid[]) and n.state = 'pending' and (v.id is not null or c.id is not null)
      and ${wantsMail('n.person_id', 'n.proposal_id')}
      and (n.promise_id is null or exists (select from promise_told said where said.id = n.promise_id))
      and (n.comment_id is null or exists (
        select from comment_told said where said.id = n.comment_id and not said.is_hidden))
      and (n.agenda_state is null or p.agenda_state = n.agenda_state)
      and (n.kind = 'merge' or n.reason = 'answers' or
        case when n.announcement_id is null then ${stillFollows} else ${stillHears('$3::timestamptz')} end)),
  ranked as (
    select told.*, row_number() over (
      partition by digest_id order by newest desc, about, created_at desc, id) as place from told)
  select digest_id as "digestId", array_agg(id) as ids,
    json_agg(json_build_object('proposalId', proposal_id, 'announcementId', announcement_id,
      'collaborationId', collaboration_id, 'title', title, 'under', under, 'slug', slug, 'kind', kind) order by place)
      filter (where place <= $2) as lines
  from ranked group by digest_id`;

export interface DigestLine {
  /** Of these two one is not null. */
  readonly proposalId: string | null;
  readonly announcementId: string | null;
  /** Of a letter of a collaboration; null for all else. */
  readonly collaborationId: string | null;
  readonly title: string;
  /** The name of the village, or the title of the collaboration. */
  readonly under: string;
  /** Of the village; null for a collaboration. */
  readonly slug: string | null;
  readonly kind: NotificationKind;
}

export interface DigestContents {
  readonly digestId: string;
  /** Of all lines that are told, also those that do not stand in the mail. */
  readonly ids: readonly string[];
  readonly lines: readonly DigestLine[];
}

/** Notes what became of digests and their lines. $1: digests; $2: the lines that were told; $3: when, or null for none. */
export const settleQuery = `
  with settled as (
    update digest set state = case when $3::timestamptz is null then 'left_out' else 'sent' end, sent_at = $3::timestamptz
    where id = any($1::uuid[]) and state = 'claimed' returning id)
  update notification n set state = case when n.id = any($2::uuid[]) then 'sent' else 'left_out' end,
    sent_at = case when n.id = any($2::uuid[]) then $3::timestamptz end
  from settled where n.digest_id = settled.id and n.state = 'pending'`;

/** What could not be sent for so long, since before $1, tells nothing new. */
export const staleQuery = `select id from digest where state = 'claimed' and claimed_at < $1 limit 1000`;

/** $1: the moment before which digests are forgotten. */
export const forgetDigestsQuery = `delete from digest where claimed_at < $1 and state <> 'claimed'`;
