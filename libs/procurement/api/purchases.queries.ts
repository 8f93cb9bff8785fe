import { photoJson } from '@kernagenda/proposals/api';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { orderedStates } from '@kernagenda/procurement/domain';
import type {
  Coordination,
  DemandLine,
  PriceBreak,
  ProcurementState,
  PurchaseEventView,
  PurchaseKind,
  PurchaseRoute,
  PurchaseSummary,
  ShareKey,
} from '@kernagenda/procurement/domain';
import type { TeamRef, VillageRef } from '@kernagenda/villages/domain';

/** A village that is or was party, with what the purchase keeps of it. */
export interface VillageRow {
  readonly village: VillageRef;
  readonly areaId: string;
  readonly municipalityId: string;
  readonly population: number;
  readonly takesPart: boolean;
  /** Whether something was ordered for it. */
  readonly isOrdered: boolean;
  readonly leftAt: string | null;
  readonly adviceIsGood: boolean | null;
  readonly adviceNote: string | null;
  readonly adviceAt: string | null;
  readonly plannedOn: string | null;
  readonly deliveredOn: string | null;
  readonly story: string | null;
  readonly isContent: boolean | null;
  readonly evaluationNote: string | null;
  readonly photos: readonly PhotoView[];
}

export interface LineRow extends DemandLine {
  readonly proposalId: string | null;
  readonly version: number;
}

export interface BookingRow extends Coordination {
  readonly at: string;
  readonly invoiceCents: number;
  readonly invoiceReference: string;
}

/** A purchase with all that its page is made of, but for quotes. */
export interface PurchaseRow {
  readonly id: string;
  readonly collaborationId: string;
  readonly what: string;
  readonly unit: string;
  readonly kind: PurchaseKind;
  readonly shareKey: ShareKey;
  readonly state: ProcurementState;
  readonly version: number;
  readonly demandVersion: number;
  readonly startedAt: Date;
  readonly movedAt: Date;
  readonly buyer: TeamRef | null;
  readonly teams: readonly TeamRef[];
  readonly route: PurchaseRoute | null;
  readonly routeAdvised: PurchaseRoute | null;
  readonly routeNote: string;
  readonly routeAt: Date | null;
  readonly routeDemandVersion: number | null;
  readonly requirements: readonly string[];
  readonly closesAt: Date | null;
  readonly adviceBy: string | null;
  readonly decisionBy: string | null;
  readonly advisedQuoteId: string | null;
  readonly adviceNote: string;
  readonly chosenQuoteId: string | null;
  readonly decidedCents: number | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly decidedAs: 'team' | 'alderman' | null;
  readonly decisionReason: string;
  readonly orderReference: string;
  readonly coordination: Coordination;
  readonly lesson: string;
  readonly endedAt: Date | null;
  readonly endedFrom: ProcurementState | null;
  readonly endedReason: string;
  readonly frozenAt: string | null;
  readonly frozen: readonly DemandLine[] | null;
  readonly villages: readonly VillageRow[];
  readonly lines: readonly LineRow[];
  readonly booking: BookingRow | null;
  readonly events: readonly PurchaseEventView[];
}

const isoOf = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const villageJson = (v: string): string => `json_build_object('id', ${v}.id, 'slug', ${v}.slug, 'name', ${v}.name)`;
const teamJson = `json_build_object('id', t.id, 'name', t.name)`;

const coordinationOf = (of: string): string =>
  `'hours', ${of}.hours, 'rateCents', ${of}.rate_cents, 'hoursSource', ${of}.hours_source,
    'otherCents', ${of}.other_cents, 'otherSource', ${of}.other_source`;

/** The villages of the collaboration of case `c`: who carries it, and who did. */
const villageJoins = `
  (select s.village_id, bool_or(s.left_at is null and s.role in ('lead', 'participant')) as takes_part,
      max(s.left_at) as left_at
    from collaboration_side s where s.collaboration_id = c.collaboration_id and s.village_id is not null
    group by s.village_id) side
  join village_public v on v.id = side.village_id`;

const photos = `coalesce((
  select json_agg(${photoJson('ph')} order by ph.position) from delivery_photo ph
  where ph.case_id = c.id and ph.village_id = v.id and ph.is_sent), '[]')`;

const villages = `coalesce((
  select json_agg(json_build_object('village', ${villageJson('v')}, 'areaId', v.area_id,
      'municipalityId', v.municipality_id, 'population', coalesce(k.population, v.population),
      'takesPart', side.takes_part, 'isOrdered', k.population is not null, 'leftAt', case when not side.takes_part then ${isoOf('side.left_at')} end,
      'adviceIsGood', k.advice_is_good, 'adviceNote', k.advice_note, 'adviceAt', ${isoOf('k.advice_at')},
      'plannedOn', k.planned_on, 'deliveredOn', k.delivered_on, 'story', k.story, 'isContent', k.is_content,
      'evaluationNote', k.evaluation_note, 'photos', ${photos}) order by v.name, v.id)
  from ${villageJoins}
  left join procurement_village k on k.case_id = c.id and k.village_id = v.id), '[]') as villages`;

const lineJson = `json_build_object('id', l.id, 'villageId', l.village_id, 'proposalId', l.proposal_id, 'what', l.what,
  'quantity', l.quantity, 'specification', l.specification, 'neededBy', l.needed_by, 'budgetCents', l.budget_cents,
  'separatePriceCents', l.separate_price_cents, 'separatePriceSource', l.separate_price_source, 'version', l.version)`;

const purchases = `
  select c.id, c.collaboration_id as "collaborationId", c.what, c.unit, c.kind, c.share_key as "shareKey", c.state,
    c.version, c.demand_version as "demandVersion", c.started_at as "startedAt", c.moved_at as "movedAt",
    (select ${teamJson} from team_public t where t.id = c.buyer_team_id) as buyer,
    coalesce((select json_agg(${teamJson} order by t.name, t.id)
      from collaboration_side s join team_public t on t.id = s.team_id
      where s.collaboration_id = c.collaboration_id and s.left_at is null), '[]') as teams,
    c.route, c.route_advised as "routeAdvised", c.route_note as "routeNote", c.route_at as "routeAt",
    c.route_demand_version as "routeDemandVersion", c.requirements, c.closes_at as "closesAt",
    c.advice_by::text as "adviceBy", c.decision_by::text as "decisionBy", c.advised_quote_id as "advisedQuoteId",
    c.advice_note as "adviceNote", c.chosen_quote_id as "chosenQuoteId", c.decided_cents::float8 as "decidedCents",
    c.decided_at as "decidedAt", c.decided_by as "decidedBy", c.decided_as as "decidedAs",
    c.decision_reason as "decisionReason", c.order_reference as "orderReference",
    json_build_object(${coordinationOf('c')}) as coordination, c.lesson, c.ended_at as "endedAt",
    c.ended_from as "endedFrom", c.ended_reason as "endedReason",
    ${isoOf('frozen.taken_at')} as "frozenAt", frozen.lines as frozen,
    ${villages},
    coalesce((select json_agg(${lineJson} order by l.created_at, l.id) from demand_line l where l.case_id = c.id), '[]')
      as lines,
    (select json_build_object('at', ${isoOf('b.at')}, 'invoiceCents', b.invoice_cents,
        'invoiceReference', b.invoice_reference, ${coordinationOf('b')})
      from procurement_booking b where b.case_id = c.id) as booking,
    coalesce((select json_agg(json_build_object('at', ${isoOf('e.at')}, 'kind', e.kind,
        'village', case when v.id is not null then ${villageJson('v')} end, 'count', e.count, 'note', e.note)
        order by e.id)
      from procurement_event e left join village_public v on v.id = e.village_id where e.case_id = c.id), '[]') as events
  from procurement_case c
  left join demand_snapshot frozen on frozen.case_id = c.id and frozen.number = 1`;

/** $1: the case. */
export const purchaseQuery = `${purchases} where c.id = $1`;

/** Purchases of which the invoice is booked, the newest first. */
export const bookedQuery = `${purchases}
  join procurement_booking booked on booked.case_id = c.id
  order by booked.at desc, c.id`;

/** $1: the case, which nobody changes until the transaction ends. */
export const lockCaseQuery = 'select id from procurement_case where id = $1 for no key update';

export interface QuoteRow {
  readonly id: string;
  readonly supplier: string;
  readonly priceBreaks: readonly PriceBreak[];
  readonly deliveryCents: number;
  readonly deliveryWeeks: number;
  readonly warrantyMonths: number;
  readonly validUntil: string;
  readonly note: string;
  readonly meetsRequirements: boolean | null;
  readonly assessment: string;
}

/**
 * The quotes of a case once they are open, and no row before: no amount leaves the database. The same as
 * `areQuotesOpen` in the domain. $1: the case; $2: now.
 */
export const openQuotesQuery = `
  select q.id, q.supplier, q.price_breaks as "priceBreaks", q.delivery_cents::float8 as "deliveryCents",
    q.delivery_weeks as "deliveryWeeks", q.warranty_months as "warrantyMonths", q.valid_until::text as "validUntil",
    q.note, q.meets_requirements as "meetsRequirements", q.assessment
  from procurement_quote q join procurement_case c on c.id = q.case_id
  where q.case_id = $1 and q.withdrawn_at is null and c.closes_at <= $2
    and (c.ended_at is null or c.ended_at >= c.closes_at)
  order by q.number`;

/** That quotes came in, without any amount. $1: the case. */
export const receiptsQuery = `
  select id, supplier, ${isoOf('received_at')} as "receivedAt" from procurement_quote
  where case_id = $1 and withdrawn_at is null order by number`;

export interface MandateRow {
  readonly own: number | null;
  readonly team: number | null;
}

/**
 * Up to how much may be decided at this moment by one official of a team, and by any of them; who lives in one of the
 * villages decides nothing. $1: the team; $2: now; $3: the person; $4: the villages.
 */
export const mandatesQuery = `
  select (max(m.max_cents) filter (where m.person_id = $3))::float8 as own, max(m.max_cents)::float8 as team
  from mandate_public m
  join role_public r on r.person_id = m.person_id and r.role = 'official' and r.scope_type = 'team' and r.scope_id = $1
    and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
  where m.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)
    and (r.home_village_id is null or r.home_village_id <> all($4::uuid[]))`;

export interface OtherRow {
  readonly caseId: string;
  readonly what: string;
  readonly startedOn: string;
  readonly estimateCents: number;
}

/**
 * Purchases of the same thing in the same municipality since a moment, also those that were given up together: the
 * municipality then buys it in parts. $1: the case; $2: since.
 */
export const othersQuery = `
  select o.id as "caseId", o.what, (o.started_at at time zone 'Europe/Amsterdam')::date::text as "startedOn",
    coalesce(o.decided_cents, (select sum(coalesce(l.separate_price_cents, l.budget_cents, 0))
      from demand_line l where l.case_id = o.id), 0)::float8 as "estimateCents"
  from procurement_case c
  join collaboration_public cc on cc.id = c.collaboration_id
  join procurement_case o on o.id <> c.id and o.started_at >= $2 and o.state <> 'cancelled'
    and (o.stems <@ c.stems or c.stems <@ o.stems) and o.stems <> '{}' and c.stems <> '{}'
  join collaboration_public oc on oc.id = o.collaboration_id and oc.municipality_id = cc.municipality_id
  where c.id = $1
  order by o.started_at, o.id`;

export interface SummaryRow extends Omit<PurchaseSummary, 'movedAt' | 'startedAt' | 'areQuotesOpen'> {
  readonly movedAt: Date;
  readonly startedAt: Date;
  readonly closesAt: Date | null;
  readonly endedAt: Date | null;
}

/** Whether village `v` is one of case `c`: who carries the collaboration, and from the order on who it was ordered for. */
const buysAlong = `(case when coalesce(c.ended_from, c.state) = any('{${orderedStates.join(',')}}') then exists (
  select from procurement_village k where k.case_id = c.id and k.village_id = v.id and k.population is not null)
  else side.takes_part end)`;

/** Newest first. $1: a collaboration, or null for all; $2, $3: the keys after which the page begins, or null; $4: rows. */
export const listQuery = `
  select c.id, c.collaboration_id as "collaborationId", c.what, c.unit, c.kind, c.state, c.moved_at as "movedAt",
    c.started_at as "startedAt", c.closes_at as "closesAt", c.ended_at as "endedAt",
    coalesce((select sum(l.quantity)::int from ${villageJoins} join demand_line l on l.case_id = c.id and l.village_id = v.id
      where ${buysAlong}), 0) as quantity,
    coalesce((select json_agg(${villageJson('v')} order by v.name, v.id) from ${villageJoins} where ${buysAlong}), '[]')
      as villages
  from procurement_case c
  where ($1::uuid is null or c.collaboration_id = $1)
    and ($2::timestamptz is null or (c.started_at, c.id) < ($2::timestamptz, $3::uuid))
  order by c.started_at desc, c.id desc limit $4`;

export interface PrefillRow {
  readonly villageId: string;
  readonly proposalId: string;
  readonly title: string;
  readonly quantity: number;
  readonly budgetCents: number | null;
}

/** What the points of a collaboration ask for, by what was read in them. $1: the collaboration. */
export const prefillQuery = `
  select p.village_id as "villageId", p.proposal_id as "proposalId", o.title,
    coalesce(a.most, a.least, 1) as quantity, a.cents::float8 as "budgetCents"
  from collaboration_point_public p
  join proposal_public o on o.id = p.proposal_id
  join collaboration_side s on s.collaboration_id = p.collaboration_id and s.village_id = p.village_id
    and s.left_at is null and s.role in ('lead', 'participant')
  left join match_amount_public a on a.proposal_id = p.proposal_id
  where p.collaboration_id = $1 order by o.title, p.proposal_id, p.village_id`;

export interface CollaborationRow {
  readonly id: string;
  readonly phase: string;
  readonly villages: readonly {
    readonly villageId: string;
    readonly areaId: string;
    readonly municipalityId: string;
  }[];
  readonly teamIds: readonly string[];
}

/** Who carries a collaboration now. $1: the collaboration. */
export const collaborationQuery = `
  select c.id, c.phase,
    coalesce((select json_agg(json_build_object('villageId', v.id, 'areaId', v.area_id, 'municipalityId', v.municipality_id))
      from collaboration_side s join village_public v on v.id = s.village_id
      where s.collaboration_id = c.id and s.left_at is null and s.role in ('lead', 'participant')), '[]') as villages,
    array(select s.team_id from collaboration_side s
      where s.collaboration_id = c.id and s.left_at is null and s.team_id is not null order by s.team_id) as "teamIds"
  from collaboration_public c where c.id = $1`;

/** One size of a photo: for everyone once it is told, before that for its sender. $1: photo; $2: person; $3: size; $4: seen. */
export const deliveryPhotoFileQuery = `
  select ph.is_sent as "isPublic", case when $4::boolean then null else f.content end as content
  from delivery_photo ph join delivery_photo_file f on f.photo_id = ph.id and f.size = $3
  where ph.id = $1 and (ph.is_sent or ph.sender_id = $2)`;

/** Lets one call at a time keep a photo for this person. $1: the person. */
export const senderLockQuery = `select pg_advisory_xact_lock(hashtextextended('delivery_photo ' || $1::text, 0))`;

/** Own photos of one delivery that were not told with yet, locked. $1: photos; $2: person; $3: case; $4: village. */
export const unsentPhotosQuery = `
  select id from delivery_photo
  where id = any($1::uuid[]) and sender_id = $2 and case_id = $3 and village_id = $4 and not is_sent
  order by id for update`;
