import type { VillageRef } from '@kernagenda/villages/domain';
import type { Actor, ScopeType, Role } from '@kernagenda/identity/domain';
import { applicationLimits, openApplicationStates } from '@kernagenda/budgets/domain';
import type { Balance, GrantedView } from '@kernagenda/budgets/domain';
import type { BudgetApplication } from './budgets.entities';

const open = `('${openApplicationStates.join("', '")}')`;
const villageJson = `json_build_object('id', v.id, 'slug', v.slug, 'name', v.name)`;
const place = `v.area_id as "areaId", v.municipality_id as "municipalityId"`;
const reference = (a: string): string => `'KB-' || ${a}.year || '-' || lpad(${a}.number::text, 4, '0')`;
/** The point an application counts for: that into which its own was merged. Without one it counts alone. */
const pointOf = (a: string): string =>
  `coalesce((select m.merged_into_id from proposal_merged m where m.id = ${a}.proposal_id), ${a}.proposal_id, ${a}.id)`;
const dayOf = (at: string): string => `(${at} at time zone 'Europe/Amsterdam')::date::text`;

interface Placed {
  readonly village: VillageRef;
  readonly areaId: string;
  readonly municipalityId: string;
}

export interface VillageBudgetRow extends Placed, Omit<Balance, 'existingPercent'> {
  readonly isOpened: boolean;
  readonly existingPercent: number | null;
  readonly initiativeCents: number | null;
  readonly granted: readonly GrantedView[];
  readonly waiting: number;
}

/** What a village has in a year, for everybody. $1: slug; $2: year. */
export const villageBudgetQuery = `
  select ${villageJson} as village, ${place}, b.year is not null as "isOpened",
    coalesce(b.amount_cents, 0)::float8 as "amountCents", b.initiative_cents::float8 as "initiativeCents",
    b.existing_percent as "existingPercent", coalesce(b.moved_in_cents, 0)::float8 as "movedInCents",
    coalesce(b.moved_out_cents, 0)::float8 as "movedOutCents", coalesce(b.granted_cents, 0)::float8 as "grantedCents",
    coalesce(b.existing_granted_cents, 0)::float8 as "existingGrantedCents",
    coalesce((select json_agg(json_build_object('title', a.title, 'cents', a.granted_cents,
        'isExisting', a.is_existing, 'decidedOn', ${dayOf('a.decided_at')},
        'point', case when p.id is not null then json_build_object('id', p.id, 'title', p.title) end)
        order by a.decided_at, a.number)
      from budget_application a left join proposal_public p on p.id = ${pointOf('a')}
      where a.village_id = v.id and a.year = $2 and a.granted_cents > 0), '[]') as granted,
    (select count(*) from budget_application a
      where a.village_id = v.id and a.year = $2 and a.state in ${open})::int as waiting
  from village_public v left join village_budget b on b.village_id = v.id and b.year = $2
  where v.slug = $1`;

/** A point everybody reads, of a village, with where that lies. $1: the point; $2: the village. */
export const pointQuery = `
  select p.agenda_state as "agendaState", ${place}
  from proposal_public p join village_public v on v.id = p.village_id where p.id = $1 and v.id = $2`;

/** The next reference of a year, held until the transaction ends: without gaps. $1: year. */
export const nextNumberQuery = `
  insert into budget_reference as r (year, last) values ($1, 1)
  on conflict (year) do update set last = r.last + 1 returning last`;

/** $1: an application, which nobody changes until the transaction ends. */
export const lockApplicationQuery = 'select id from budget_application where id = $1 for no key update';

type ApplicationColumns = Omit<BudgetApplication, 'proposalId' | 'villageId' | 'decidedBy'>;

export interface ApplicationRow extends ApplicationColumns, Placed {
  readonly reference: string;
  readonly applicantName: string;
  /** When its decision was mailed. */
  readonly toldAt: Date | null;
  readonly point: { readonly id: string; readonly title: string } | null;
  readonly teamIds: readonly string[];
  readonly mandateCents: number | null;
  readonly highestMandateCents: number | null;
  readonly balance: (Balance & { readonly initiativeCents: number }) | null;
  readonly pointCents: number;
  readonly earlier: readonly { readonly reference: string; readonly amountCents: number }[];
  readonly earlierCount: number;
  readonly earlierCents: number;
}

const columns = `a.id, a.year, a.number, ${reference('a')} as reference, a.applicant_id as "applicantId", a.side, a.title,
  a.plan, a.amount_cents::float8 as "amountCents", a.is_existing as "isExisting", a.starts_on::text as "startsOn",
  a.criteria, a.contact, a.state, a.version, a.received_at as "receivedAt", a.paused_days as "pausedDays",
  a.asked_on::text as "askedOn", a.asked_note as "askedNote", a.answer,
  a.answered_before as "answeredBefore", a.adviser_ids as "adviserIds",
  a.advice_is_positive as "adviceIsPositive", a.advice_note as "adviceNote", a.advised_at as "advisedAt",
  a.granted_cents::float8 as "grantedCents", a.decided_at as "decidedAt", a.decision_reason as "decisionReason",
  a.is_short as "isShort", a.is_before_others as "isBeforeOthers", ${villageJson} as village, ${place}`;

/** The mandates that hold at $2, of officials of a team there is then. */
const mandates = `
  mandate_public m
  join role_public r on r.person_id = m.person_id and r.role = 'official' and r.scope_type = 'team'
    and r.starts_at <= $2 and (r.ends_at is null or r.ends_at > $2)
  join team_public t on t.id = r.scope_id and t.starts_at <= $2 and (t.ends_at is null or t.ends_at > $2)`;
const holds = 'm.starts_at <= $2 and (m.ends_at is null or m.ends_at > $2)';

/** What came in before `a` and waits for a decision; what has to be completed first does not. */
const isEarlier = `o.number < a.number and o.state in ('submitted', 'advised')`;

/**
 * An application with what its rules need; what is asked earlier counts per point up to what that may still get. $1:
 * application; $2: now; $3: who asks, or null.
 */
export const applicationQuery = `
  select ${columns}, n.display_name as "applicantName",
    (select l.sent_at from budget_letter l where l.application_id = a.id and l.kind = 'decided') as "toldAt",
    (select json_build_object('id', p.id, 'title', p.title) from proposal_public p
      where p.id = ${pointOf('a')}) as point,
    coalesce((select json_agg(t.id) from team_public t where t.municipality_id = v.municipality_id
      and t.starts_at <= $2 and (t.ends_at is null or t.ends_at > $2)), '[]') as "teamIds",
    (select max(m.max_cents) from mandate_public m where m.person_id = $3 and ${holds})::float8 as "mandateCents",
    (select max(m.max_cents) from ${mandates}
      where ${holds} and t.municipality_id = v.municipality_id and r.home_village_id is distinct from v.id
        and m.person_id <> a.applicant_id and m.person_id <> all(a.adviser_ids))::float8 as "highestMandateCents",
    json_build_object('amountCents', b.amount_cents, 'movedInCents', b.moved_in_cents,
      'movedOutCents', b.moved_out_cents, 'grantedCents', b.granted_cents,
      'existingGrantedCents', b.existing_granted_cents, 'existingPercent', b.existing_percent,
      'initiativeCents', b.initiative_cents) as balance,
    coalesce((select sum(o.granted_cents) from budget_application o
      where ${pointOf('o')} = ${pointOf('a')} and o.year = a.year and o.village_id = a.village_id), 0)::float8
      as "pointCents",
    coalesce((select json_agg(json_build_object('reference', e.reference, 'amountCents', e.cents) order by e.number)
      from (select o.number, ${reference('o')} as reference, o.amount_cents as cents from budget_application o
        where o.village_id = a.village_id and o.year = a.year and ${isEarlier}
        order by o.number limit ${applicationLimits.earlierShown}) e), '[]') as earlier,
    (select count(*) from budget_application o
      where o.village_id = a.village_id and o.year = a.year and ${isEarlier})::int as "earlierCount",
    coalesce((select sum(least(e.asked, greatest(b.initiative_cents - e.granted, 0)))
      from (select coalesce(sum(o.amount_cents) filter (where ${isEarlier}), 0) as asked,
          coalesce(sum(o.granted_cents), 0) as granted
        from budget_application o where o.village_id = a.village_id and o.year = a.year
        group by ${pointOf('o')}) e), 0)::float8 as "earlierCents"
  from budget_application a
  join village_public v on v.id = a.village_id
  join village_budget b on b.village_id = a.village_id and b.year = a.year
  join person_public n on n.id = a.applicant_id
  where a.id = $1`;

export type SummaryRow = Pick<
  ApplicationRow,
  | 'id'
  | 'year'
  | 'number'
  | 'reference'
  | 'village'
  | 'title'
  | 'amountCents'
  | 'grantedCents'
  | 'state'
  | 'receivedAt'
  | 'pausedDays'
  | 'askedOn'
>;

/** Which applications of those one may read: what waits (the first first), what is decided, or the own ones. */
export const applicationLists = ['waiting', 'closed', 'own'] as const;
export type ApplicationList = (typeof applicationLists)[number];

/**
 * The same as `mayReadApplication` in the domain; a test holds the two equal over every role. $2: now, then the values of
 * `handlerValues`.
 */
const readable = `(a.applicant_id = $1 or v.id = any($4::uuid[]) or (v.id is distinct from $3::uuid and (
    v.id = any($5::uuid[]) or v.area_id = any($6::uuid[]) or v.municipality_id = any($7::uuid[])
    or v.area_id = any($8::uuid[]) or v.municipality_id = any($9::uuid[])
    or (exists (select from team_public t where t.id = any($10::uuid[]) and t.municipality_id = v.municipality_id
        and t.starts_at <= $2 and (t.ends_at is null or t.ends_at > $2))
      and exists (select from mandate_public m where m.person_id = $1 and ${holds} and m.max_cents >= a.amount_cents)))))`;

const listOf: Readonly<Record<ApplicationList, { readonly where: string; readonly isDown: boolean }>> = {
  waiting: { where: `a.state in ${open}`, isDown: false },
  closed: { where: `a.state not in ${open}`, isDown: true },
  own: { where: 'a.applicant_id = $1', isDown: true },
};

/** $11, $12: year and number after which the page begins, or null; $13: rows. */
export const applicationsQuery = (list: ApplicationList): string => {
  const { where, isDown } = listOf[list];
  return `
  select a.id, a.year, a.number, ${reference('a')} as reference, ${villageJson} as village, a.title,
    a.amount_cents::float8 as "amountCents", a.granted_cents::float8 as "grantedCents", a.state,
    a.received_at as "receivedAt", a.paused_days as "pausedDays", a.asked_on::text as "askedOn"
  from budget_application a join village_public v on v.id = a.village_id
  where ${where} and ${readable} and ($11::int is null or (a.year, a.number) ${isDown ? '<' : '>'} ($11::int, $12::int))
  order by a.year ${isDown ? 'desc' : ''}, a.number ${isDown ? 'desc' : ''} limit $13`;
};

/** Who reads lists, from $1 on. */
export function handlerValues(actor: Actor, now: Date): readonly unknown[] {
  const scopes = (role: Role, type: ScopeType): string[] =>
    actor.roles.filter((one) => one.role === role && one.scopeType === type).map((one) => one.scopeId);
  return [
    actor.personId,
    now,
    actor.homeVillageId,
    scopes('secretary', 'village'),
    scopes('broker', 'village'),
    scopes('broker', 'area'),
    scopes('broker', 'municipality'),
    scopes('alderman', 'area'),
    scopes('alderman', 'municipality'),
    scopes('official', 'team'),
  ];
}

export interface StandingRow extends Balance {
  readonly villageId: string;
  readonly waitingCents: number;
  readonly shortCents: number;
}

/** Whether who asked for `a` asked again for the same point: then what that lacks counts. */
const isSentAgain = `exists (select from budget_application n
  where n.village_id = a.village_id and n.year = a.year and n.number > a.number and n.state <> 'withdrawn'
    and n.side = a.side and (n.side = 'group' or n.applicant_id = a.applicant_id)
    and ${pointOf('n')} = ${pointOf('a')})`;

/** What every village has in a year, with what its applications lack: per point no more than it may get. $1: year. */
export const standingsQuery = `
  select b.village_id as "villageId", b.amount_cents::float8 as "amountCents",
    b.moved_in_cents::float8 as "movedInCents", b.moved_out_cents::float8 as "movedOutCents",
    b.granted_cents::float8 as "grantedCents", b.existing_granted_cents::float8 as "existingGrantedCents",
    b.existing_percent as "existingPercent",
    coalesce(sum(least(p.waiting, p.room)), 0)::float8 as "waitingCents",
    coalesce(sum(least(p.short, p.room - least(p.waiting, p.room))), 0)::float8 as "shortCents"
  from village_budget b left join lateral (
    select coalesce(sum(a.amount_cents) filter (where a.state in ${open}), 0) as waiting,
      coalesce(sum(a.amount_cents - a.granted_cents) filter (where a.is_short and not ${isSentAgain}), 0) as short,
      greatest(b.initiative_cents - coalesce(sum(a.granted_cents), 0), 0) as room
    from budget_application a where a.village_id = b.village_id and a.year = b.year group by ${pointOf('a')}) p on true
  where b.year = $1 group by b.village_id, b.year`;

/** Opens the budgets of a year that are not open yet. $1: year; $2, $3, $4: amount, cap and share; $5: a village, or null. */
export const openBudgetsQuery = `
  insert into village_budget (village_id, year, amount_cents, initiative_cents, existing_percent)
  select v.id, $1, $2, $3, $4 from village_public v where $5::uuid is null or v.id = $5 order by v.id
  on conflict do nothing`;

/** Budgets that nobody changes until the transaction ends, always in this order. $1: year; $2: villages, or null for all. */
export const lockBudgetsQuery = `
  select village_id from village_budget where year = $1 and ($2::uuid[] is null or village_id = any($2))
  order by village_id for no key update`;

export interface MoveRow extends Placed {
  readonly cents: number;
}

export interface RedistributionRow {
  readonly id: string;
  readonly year: number;
  readonly state: 'proposed' | 'confirmed' | 'declined';
  readonly version: number;
  readonly madeAt: Date;
  readonly decidedAt: Date | null;
  readonly reason: string;
  readonly mandateCents: number | null;
  readonly moves: readonly MoveRow[];
}

/** $1: who asks; $2: now; $3: one, or null for all; the newest first. */
export const redistributionsQuery = `
  select d.id, d.year, d.state, d.version, d.made_at as "madeAt", d.decided_at as "decidedAt", d.reason,
    (select max(m.max_cents) from ${mandates} where m.person_id = $1 and ${holds})::float8 as "mandateCents",
    coalesce((select json_agg(json_build_object('village', ${villageJson}, 'areaId', v.area_id,
        'municipalityId', v.municipality_id, 'cents', k.cents) order by k.cents, v.name)
      from budget_move k join village_public v on v.id = k.village_id where k.redistribution_id = d.id), '[]') as moves
  from budget_redistribution d where $3::uuid is null or d.id = $3
  order by d.year desc limit 10`;
