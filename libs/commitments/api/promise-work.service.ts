import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { silentBefore } from '@kernagenda/commitments/domain';
import type { Counted, PromiseWork, SilentPoint, SilentVillage } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { readerValues } from '@kernagenda/proposals/api';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { CommitmentListRow } from './commitment-lists.queries';
import { promiseWorkQuery, silentPointsQuery, silentVillagesQuery } from './promise-work.queries';
import { toPromise } from './promises.views';
import { toSince } from './silence';
import type { SinceRow } from './silence';

type WithCount<Row> = Row & { readonly count: number };

/** What brokers and officials have to see to, in their own villages and teams. */
@Injectable()
export class PromiseWorkService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async find(actor: Actor): Promise<PromiseWork> {
    const now = this.clock.now();
    const today = amsterdamDay(now);
    const before = new Date(silentBefore(now));
    const [, ...reader] = readerValues(actor, now);
    const villages = reader.slice(0, 4);
    const teams = actor.roles.filter(({ role, scopeType }) => role === 'official' && scopeType === 'team');
    const own = [...villages, teams.map(({ scopeId }) => scopeId)];
    type PromiseRow = WithCount<CommitmentListRow> & { readonly late: number };
    const [promises, points, silent] = await Promise.all([
      namedQuery<PromiseRow>(this.dataSource, 'promise work', promiseWorkQuery, [...own, today]),
      namedQuery<WithCount<Omit<SilentPoint, 'since'>> & SinceRow>(
        this.dataSource,
        'silent points',
        silentPointsQuery,
        [...own, before],
      ),
      namedQuery<WithCount<Pick<SilentVillage, 'village'>> & { readonly lastAt: Date | null }>(
        this.dataSource,
        'silent villages',
        silentVillagesQuery,
        [...villages, before],
      ),
    ]);
    return {
      promises: {
        late: promises[0]?.late ?? 0,
        ...counted(promises, (row) => ({ ...toPromise(row, today), point: row.point, village: row.village })),
      },
      silentPoints: counted(points, ({ id, title, village, team, ...row }) => {
        return { id, title, village, team, since: toSince(row) };
      }),
      silentVillages: counted(silent, ({ village, lastAt }) => ({ village, lastAt: lastAt?.toISOString() ?? null })),
    };
  }
}

function counted<Row, View>(rows: readonly WithCount<Row>[], toView: (row: WithCount<Row>) => View): Counted<View> {
  return { count: rows[0]?.count ?? 0, items: rows.map(toView) };
}
