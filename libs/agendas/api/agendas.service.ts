import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Settings, namedQuery } from '@kernagenda/shared/api';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { ProposalsService } from '@kernagenda/proposals/api';
import { Problem } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { allowedOn, compareAgendas } from '@kernagenda/agendas/domain';
import type {
  AgendaComparison,
  AgendaContent,
  AgendaDue,
  AgendaPoint,
  AgendaVersionSummary,
  AgendaVersionView,
  AgendaView,
} from '@kernagenda/agendas/domain';
import { agendaQuery, contentQuery, duesQuery, frozenQuery, versionQuery, versionsQuery } from './agendas.queries';
import type { AgendaRow, ContentRow, DueRow, FrozenRow, VersionRow } from './agendas.queries';

/** An agenda as the rules look at it. */
export interface FoundAgenda {
  /** Null while it is not written down. */
  readonly id: string | null;
  readonly villages: readonly VillageRef[];
  readonly places: readonly Place[];
}

/** Reads agendas and their versions: what stands in them is what everybody may read at this moment. */
@Injectable()
export class AgendasService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly proposals: ProposalsService,
  ) {}

  /** @throws Problem `not_found` for a village that does not exist. */
  async find(actor: Actor | null, slug: string): Promise<AgendaView> {
    const { id, villages, places } = await this.findAgenda(slug);
    const versions = await namedQuery<VersionRow & { id: string }>(this.dataSource, 'agenda versions', versionsQuery, [
      id,
    ]);
    return {
      villages,
      url: `${this.settings.publicUrl}/kernen/${slug}`,
      versions: versions.map(toVersion),
      allowedActions: allowedOn({ actor, places }),
    };
  }

  /** @throws Problem `not_found` for a village that does not exist. */
  async getContent(slug: string): Promise<AgendaContent> {
    const { villages } = await this.findAgenda(slug);
    return { villages, at: this.clock.now().toISOString(), points: await this.pointsOf(villages) };
  }

  /** @throws Problem `not_found` for a village or version that does not exist. */
  async getVersion(slug: string, number: number): Promise<AgendaVersionView> {
    const agenda = await this.findAgenda(slug);
    const version = await this.findVersion(agenda, number);
    const content = await this.contentOf(version);
    return {
      ...toVersion(version),
      villages: agenda.villages,
      content,
      leftOut: Math.max(0, version.points - content.length),
    };
  }

  /**
   * What changed from one version to another, or to the agenda as it stands now.
   * @throws Problem `not_found` for a village or version that does not exist.
   */
  async compare(slug: string, from: number, to: number | null): Promise<AgendaComparison> {
    const agenda = await this.findAgenda(slug);
    const earlier = await this.findVersion(agenda, from);
    const later = to === null ? null : await this.findVersion(agenda, to);
    const before = await this.contentOf(earlier);
    const after = later ? await this.contentOf(later) : await this.pointsOf(agenda.villages);
    const changes = compareAgendas(before, after);
    const touched = changes.filter((change) => change.kind !== 'new').length;
    return {
      from: toVersion(earlier),
      to: later && toVersion(later),
      changes,
      unchanged: before.length - touched,
    };
  }

  /** @throws Problem `not_found` for a village that does not exist. */
  async findAgenda(slug: string, source: DataSource | EntityManager = this.dataSource): Promise<FoundAgenda> {
    const [row] = await namedQuery<AgendaRow & { id: string | null }>(source, 'agenda', agendaQuery, [slug]);
    if (!row) throw new Problem('not_found');
    return {
      id: row.id,
      villages: row.villages.map(({ id, slug: own, name }) => ({ id, slug: own, name })),
      places: row.villages.map(({ id, areaId, municipalityId }) => ({ villageId: id, areaId, municipalityId })),
    };
  }

  /** What everybody may read of these villages, the newest first. */
  async pointsOf(
    villages: readonly VillageRef[],
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<readonly AgendaPoint[]> {
    const ids = villages.map(({ id }) => id);
    const rows = await namedQuery<ContentRow & { id: string }>(source, 'agenda content', contentQuery, [ids]);
    const summaries = await this.proposals.findPublic(
      rows.map(({ id }) => id),
      source,
    );
    const dues = await this.duesOf([...summaries.keys()], source);
    return rows.flatMap(({ id, ...note }) => {
      const found = summaries.get(id);
      if (!found) return [];
      const { title, body, place, theme, village, alsoVillages, agendaState, actingParty, plan } = found;
      const { statusAt, reportedYear, sourceUrl, createdAt } = found;
      const what = { id, title, body, place, theme, village, alsoVillages };
      return [
        {
          ...what,
          agendaState,
          actingParty,
          plan,
          statusAt,
          reportedYear,
          sourceUrl,
          createdAt,
          ...note,
          dues: dues.get(id) ?? [],
        },
      ];
    });
  }

  private async duesOf(
    ids: readonly string[],
    source: DataSource | EntityManager,
  ): Promise<ReadonlyMap<string, readonly AgendaDue[]>> {
    const rows = await namedQuery<DueRow & { id: string }>(source, 'agenda dues', duesQuery, [ids]);
    const dues = new Map<string, AgendaDue[]>();
    for (const { pointId, changedAt, ...due } of rows) {
      const own = dues.get(pointId) ?? [];
      dues.set(pointId, [...own, { ...due, changedAt: changedAt.toISOString() }]);
    }
    return dues;
  }

  private async findVersion({ id }: FoundAgenda, number: number): Promise<VersionRow> {
    const [row] = await namedQuery<VersionRow & { id: string }>(this.dataSource, 'agenda version', versionQuery, [
      id,
      number,
    ]);
    if (!row) throw new Problem('not_found');
    return row;
  }

  private async contentOf({ id }: VersionRow): Promise<readonly AgendaPoint[]> {
    const rows = await namedQuery<FrozenRow & { id: string }>(this.dataSource, 'agenda frozen', frozenQuery, [id]);
    return rows.map((row) => ({
      ...row,
      statusAt: row.statusAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      dues: [],
    }));
  }
}

function toVersion({ number, frozenAt, referenceOn, receivedBy, points }: VersionRow): AgendaVersionSummary {
  return { number, frozenAt: frozenAt.toISOString(), referenceOn, receivedBy, points };
}
