import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { stateWords } from '@kernagenda/agendas/api';
import { wordOfKind, wordOfTheme } from '@kernagenda/intake/domain/imports';
import { Settings, namedQuery } from '@kernagenda/shared/api';
import { toCsv } from '@kernagenda/shared/domain/csv';

import { exportQuery } from './exports.queries';
import type { ExportedPoint } from './exports.queries';
import { headings } from './nl';

/** More than all villages of a large municipality have together. */
export const mostExported = 10_000;

/** What everybody may read of points, to take along. The same for whoever asks. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly settings: Settings,
  ) {}

  /** For spreadsheets: Dutch words, and nothing that computes. */
  async toCsv(village: string | null): Promise<string> {
    const rows = (await this.find(village)).map((point) => [
      point.id,
      point.village,
      point.alsoVillages.join(', '),
      point.title,
      point.body,
      wordOfTheme(point.theme),
      point.kind ? wordOfKind(point.kind) : '',
      stateWords[point.agendaState],
      point.reportedYear === null ? '' : String(point.reportedYear),
      point.sourceUrl ?? '',
      String(point.supportFromVillage),
      String(point.supportFromElsewhere),
      String(point.supportProven),
      this.addressOf(point),
    ]);
    return toCsv([headings, ...rows]);
  }

  /** For programs: words of the API. */
  async toJson(village: string | null): Promise<{ readonly items: readonly object[] }> {
    const items = (await this.find(village)).map((point) => this.publicFields(point));
    return { items };
  }

  /** For maps (RFC 7946): each point stands in the middle of its village. */
  async toGeoJson(village: string | null): Promise<{ readonly type: string; readonly features: readonly object[] }> {
    const features = (await this.find(village)).map((point) => ({
      type: 'Feature',
      id: point.id,
      geometry: { type: 'Point', coordinates: point.point },
      properties: this.publicFields(point),
    }));
    return { type: 'FeatureCollection', features };
  }

  private publicFields({ point: _, ...fields }: ExportedPoint): object {
    return { ...fields, url: this.addressOf(fields) };
  }

  private addressOf({ id }: Pick<ExportedPoint, 'id'>): string {
    return `${this.settings.publicUrl}/voorstellen/${id}`;
  }

  private find(village: string | null): Promise<ExportedPoint[]> {
    return namedQuery<ExportedPoint>(this.dataSource, 'exported points', exportQuery, [village, mostExported]);
  }
}
