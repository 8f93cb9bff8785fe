import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommentsService } from '@kernagenda/conversations/api';
import { themeNamed } from '@kernagenda/intake/domain/imports';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { actingRole, installationId } from '@kernagenda/identity/domain';
import type { Actor, GivenRole } from '@kernagenda/identity/domain';
import { DecisionsService } from '@kernagenda/moderation/api';
import { Thresholds } from '@kernagenda/procurement/api';
import { DraftsService, ImportsService, ProposalsService, SupportsService } from '@kernagenda/proposals/api';
import { Clock } from '@kernagenda/shared/api';
import { VillagesRegistry, VillagesService } from '@kernagenda/villages/api';
import { loadAgendas, sharedAgenda } from './agendas';
import { baskets, boughtSince, loadBought } from './bought';
import { budgetPoints, enterBudgetRule, loadBudgets } from './budgets';
import { changing, loadChanges, newcomer } from './changes';
import { areas, boundaries, groups, keysOf, labels, municipality, points, teams, villages, waters } from './data';
import { daysAgo } from './demo-clock';
import type { SettableTime } from './demo-clock';
import { loadDirectLine } from './direct-line';
import { examples } from './examples';
import type { Example, ExampleComment } from './examples';
import { loadNews } from './news';
import { people } from './people';
import type { DemoPerson } from './people';
import { agendaStateOfSource } from './points';
import { loadPromises } from './promises';
import { loadResidency } from './residency';
import { loadRounds } from './rounds';
import { thresholds } from './thresholds';
import { lanternPoints, loadTogether } from './together';

/** Ids by the names the data uses, as the villages lie now. */
interface Register {
  readonly municipalityId: string;
  readonly areaIds: readonly string[];
  readonly villageIds: ReadonlyMap<string, string>;
  readonly teamIds: ReadonlyMap<string, string>;
}

/** The database is of another municipality, and would become a mix of two. */
export class DemoRefused extends Error {}

/**
 * Loads West Betuwe through the services. A second time changes nothing. The points come in one transaction, and what
 * villages do with them last: once they are there, examples that somebody changed or deleted stay as they are. So do areas that were
 * renamed or divided anew, and people whose roles were changed. `time` is the clock of the application: it is set back for
 * what happened before, and stands where it stood afterwards.
 * @throws DemoRefused
 */
export async function loadDemo(app: INestApplicationContext, time: SettableTime): Promise<void> {
  await refuseOther(app);
  // Whoever did something before the demo was loaded, had that part then.
  const { register, actors } = await daysAgo(time, boughtSince, async () => {
    const known = await loadVillages(app);
    return { register: known, actors: await loadPeople(app, known) };
  });
  await app.get(Thresholds, { strict: false }).enterFirst(thresholds);
  await enterBudgetRule(app);
  const imports = app.get(ImportsService, { strict: false });
  if (await imports.isComplete(keysOf(points.map(({ id }) => id)))) return;
  const exampleIds = new Map<string, string>();
  for (const example of examples) exampleIds.set(example.title, await loadExample(app, example, actors));
  const proven = ['groepslid.tricht', 'voorzitter.tricht'].map((key) => given(actors, key));
  await loadResidency(app, 'tricht', given(actors, 'gebiedsmakelaar.1'), proven);
  const slugs = new Map(villages.map(({ name, slug }) => [name, slug]));
  const idOf = (name: string): string => given(register.villageIds, given(slugs, name));
  await imports.import(
    points.map(({ id, village, alsoVillages = [], title, description, theme, kind, status, year, sourceUrl }) => ({
      sourceKey: id,
      sourceUrl,
      villageId: idOf(village),
      alsoVillageIds: alsoVillages.map(idOf),
      title,
      body: description,
      theme: themeNamed(theme) ?? 'other',
      kind,
      agendaState: agendaStateOfSource[status],
      reportedYear: year,
    })),
  );
  const team = {
    teamId: given(register.teamIds, 'Openbare ruimte'),
    alderman: given(actors, 'wethouder'),
    official: given(actors, 'medewerker.openbare.ruimte'),
  };
  const buying = { ...team, buyer: team.official };
  const bought = await daysAgo(time, boughtSince, async () => {
    const ids: string[] = [];
    for (const example of baskets) ids.push(await loadExample(app, example, actors));
    return ids;
  });
  const boughtTogether = await loadBought(app, time, { ...buying, proposalIds: bought });
  await loadTogether(app, { ...buying, proposalIds: await imports.findIds(keysOf(lanternPoints)) });
  const standing = {
    done: await loadExample(app, changing.done, actors),
    moved: await loadExample(app, changing.moved, actors),
    changed: await loadExample(app, changing.changed, actors),
    gone: await loadExample(app, changing.gone, actors),
  };
  const sharing = sharedAgenda.map((slug) => given(register.villageIds, slug));
  await loadAgendas(app, sharing, given(actors, 'beheerder'), given(actors, 'secretaris.tricht'));
  await loadChanges(app, standing, {
    broker: given(actors, 'gebiedsmakelaar.1'),
    chair: given(actors, 'voorzitter.tricht'),
  });
  await loadExample(app, newcomer, actors);
  await loadPromises(app, time, team);
  const taken = await imports.findIds(keysOf(budgetPoints));
  const ofPlans = new Map([...exampleIds, ...budgetPoints.map((key, index) => [key, taken[index] ?? ''] as const)]);
  await loadBudgets(app, actors, team.official, ofPlans);
  const asked = { deil: given(register.villageIds, 'deil'), tricht: given(register.villageIds, 'tricht') };
  await loadRounds(app, time, asked, {
    broker: given(actors, 'gebiedsmakelaar.1'),
    standIn: given(actors, 'gebiedsmakelaar.2'),
    resident: given(actors, 'bewoner.deil'),
  });
  await loadNews(app, time, {
    secretary: given(actors, 'secretaris.tricht'),
    broker: given(actors, 'gebiedsmakelaar.1'),
    alderman: buying.alderman,
    collaboration: boughtTogether,
    done: bought,
  });
  await loadDirectLine(app, time, {
    resident: given(actors, 'bewoner.tricht'),
    neighbour: given(actors, 'bewoner.deil'),
    secretary: given(actors, 'secretaris.tricht'),
    broker: given(actors, 'gebiedsmakelaar.1'),
    official: team.official,
    teamId: team.teamId,
    villageIds: { ...asked, spijk: given(register.villageIds, 'spijk') },
  });
}

async function refuseOther(app: INestApplicationContext): Promise<void> {
  const other = await app.get(VillagesService, { strict: false }).findMunicipality();
  if (other && other.slug !== municipality.slug) {
    throw new DemoRefused(`this database is of the municipality ${other.name}. Choose an empty one for the demo.`);
  }
}

async function loadVillages(app: INestApplicationContext): Promise<Register> {
  const registry = app.get(VillagesRegistry, { strict: false });
  const clock = app.get(Clock);
  return app.get(DataSource).transaction(async (manager) => {
    const municipalityId = await registry.saveMunicipality(manager, { ...municipality, waters });
    const areaIds: string[] = [];
    const villageIds = new Map<string, string>();
    const known = await registry.findVillages(manager, municipalityId);
    for (const [index, slugs] of areas.entries()) {
      const area = { municipalityId, name: `Voorbeeldgebied ${index + 1}`, isExample: true };
      const first = known.get(slugs[0] ?? '');
      const areaId = first?.areaId ?? (await registry.saveArea(manager, area));
      areaIds.push(areaId);
      for (const { neighbours, ...village } of villages.filter(({ slug }) => slugs.includes(slug))) {
        const { slug } = village;
        const drawn = { boundary: given(boundaries, slug), label: given(labels, slug) };
        const placed = { municipalityId, areaId: known.get(slug)?.areaId ?? areaId };
        const row = { ...village, ...drawn, ...placed, neighbourSlugs: neighbours };
        villageIds.set(slug, await registry.saveVillage(manager, row));
      }
    }
    const teamIds = new Map<string, string>();
    for (const name of teams) {
      teamIds.set(name, await registry.saveTeam(manager, { municipalityId, name, startsAt: clock.now() }));
    }
    for (const { villages: slugs, ...group } of groups) {
      const ids = slugs.map((slug) => given(villageIds, slug));
      await registry.saveGroup(manager, { ...group, municipalityId, villageIds: ids, startsAt: clock.now() });
    }
    return { municipalityId, areaIds, villageIds, teamIds };
  });
}

async function loadPeople(app: INestApplicationContext, register: Register): Promise<ReadonlyMap<string, Actor>> {
  const registry = app.get(PeopleRegistry, { strict: false });
  const actors = new Map<string, Actor>();
  await app.get(DataSource).transaction(async (manager) => {
    for (const person of people as readonly DemoPerson[]) {
      const homeVillageId = person.home === undefined ? null : given(register.villageIds, person.home);
      const { displayName, description: demoDescription } = person;
      const email = `${person.key}@example.org`;
      const known = await registry.findPersonId(manager, email);
      const entered = { email, displayName, homeVillageId, demoDescription };
      const personId = known ?? (await registry.savePerson(manager, entered));
      const roles = rolesOf(person, register);
      for (const role of known === null ? roles : []) await registry.saveRole(manager, personId, role);
      if (person.mandate !== undefined) await registry.saveMandate(manager, personId, person.mandate * 100);
      const acting = roles.map((one) => ({ ...one, role: actingRole(one.role) }));
      actors.set(person.key, { personId, displayName, homeVillageId, roles: acting });
    }
  });
  return actors;
}

function rolesOf({ role, scope }: DemoPerson, { municipalityId, areaIds, villageIds, teamIds }: Register): GivenRole[] {
  if (!role) return [];
  if (role === 'admin') return [{ role, scopeType: 'installation', scopeId: installationId }];
  if (scope === undefined) return [{ role, scopeType: 'municipality', scopeId: municipalityId }];
  if (typeof scope === 'string') return [{ role, scopeType: 'village', scopeId: given(villageIds, scope) }];
  if (typeof scope === 'object') return [{ role, scopeType: 'team', scopeId: given(teamIds, scope.team) }];
  return [{ role, scopeType: 'area', scopeId: given(new Map(areaIds.entries()), scope - 1) }];
}

/** @returns the id of the proposal, also when it was there */
async function loadExample(
  app: INestApplicationContext,
  { by, state, broker, reasons, supporters = [], talk = [], ...text }: Example,
  actors: ReadonlyMap<string, Actor>,
): Promise<string> {
  const drafts = app.get(DraftsService, { strict: false });
  const proposals = app.get(ProposalsService, { strict: false });
  const decisions = app.get(DecisionsService, { strict: false });
  const author = given(actors, by);
  const { items } = await proposals.listMine(author, 100, null);
  const known = items.find(({ title }) => title === text.title);
  if (known) return known.id;
  const id = await drafts.create(author, { ...text, villageId: author.homeVillageId ?? '' }, null);
  if (state === 'draft') return id;
  await drafts.submit(author, id);
  if (broker === undefined) return id;
  const { version } = await proposals.getProposal(id, author);
  if (reasons) await decisions.decideWithReasons(given(actors, broker), id, 'request_changes', version, reasons);
  else await decisions.decide(given(actors, broker), id, 'approve', version);
  for (const key of supporters) await app.get(SupportsService, { strict: false }).support(given(actors, key), id);
  for (const comment of talk) await loadComment(app, id, comment, actors);
  return id;
}

async function loadComment(
  app: INestApplicationContext,
  proposalId: string,
  { by, kind, body, answer }: ExampleComment,
  actors: ReadonlyMap<string, Actor>,
): Promise<void> {
  const comments = app.get(CommentsService, { strict: false });
  const id = await comments.place(given(actors, by), proposalId, { kind, body }, null);
  if (answer) await comments.answer(given(actors, answer.by), id, answer.body);
}

function given<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The demo data has no ${String(key)}`);
  return value;
}
