import type { PhotoView, ProposalKind, ProposalText, Theme } from '@kernagenda/proposals/domain';
import type { Decision, HouseRule } from '@kernagenda/moderation/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { moderated, readerValueCount, sentPhotos } from '@kernagenda/proposals/api';

export interface QueueRow {
  readonly proposalId: string;
  readonly version: number;
  readonly title: string;
  readonly body: string;
  readonly place: string;
  readonly theme: Theme;
  readonly kind: ProposalKind | null;
  readonly village: VillageRef;
  readonly photos: readonly PhotoView[];
  readonly author: string;
  readonly submittedAt: Date;
  readonly claimedBy: string | null;
  readonly claimer: string | null;
  readonly claimedUntil: Date | null;
  readonly reopenedBecause: string | null;
  readonly newTextNumber: number | null;
  readonly publicText: ProposalText | null;
  readonly isOwn: boolean;
}

const now = `$${readerValueCount}`;
const [afterAt, afterId, rows] = [1, 2, 3].map((offset) => `$${readerValueCount + offset}`);

/**
 * From $1: `readerValues`; then the keys after which the page begins, or null, and the number of rows. Terms are equally
 * long, so the oldest submission is due first.
 */
export const queueQuery = `
  select p.id as "proposalId", p.version, p.title, p.body, p.place, coalesce(p.theme, 'other') as theme, p.kind,
    json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village,
    ${sentPhotos} as photos, person.display_name as author, p.submitted_at as "submittedAt",
    c.claimed_by as "claimedBy", claimer.display_name as claimer, c.claimed_until as "claimedUntil",
    (select d.reason from moderation_decision d where d.proposal_id = p.id and d.undone_at is null
      order by d.decided_at desc, d.id limit 1) as "reopenedBecause",
    p.new_text_number as "newTextNumber", p.public_text as "publicText",
    (v.id = any($3) or v.area_id = any($4) or v.municipality_id = any($5)) as "isOwn"
  from proposal_submission p
  join village_public v on v.id = p.village_id
  join person_public person on person.id = p.author_id
  left join moderation_claim c
    on c.proposal_id = p.id and c.claimed_until > ${now} and c.claimed_at >= p.submitted_at
  left join person_public claimer on claimer.id = c.claimed_by
  where ${moderated(1)}
    and (${afterAt}::timestamptz is null or (p.submitted_at, p.id) > (${afterAt}::timestamptz, ${afterId}::uuid))
  order by p.submitted_at, p.id limit ${rows}`;

export interface StatementRow {
  readonly decision: Decision;
  readonly decidedAt: Date;
  readonly sentence: string;
  readonly rule: HouseRule;
  readonly wouldBeAccepted: string;
}

/** $1: proposal. The newest statement that was not undone. */
export const statementQuery = `
  select d.decision, d.decided_at as "decidedAt", s.sentence, s.rule, s.would_be_accepted as "wouldBeAccepted"
  from moderation_decision d join statement_of_reasons s on s.decision_id = d.id
  where d.proposal_id = $1 and d.undone_at is null
  order by d.decided_at desc, d.id limit 1`;
