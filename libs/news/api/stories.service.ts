import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { writeAtom } from '@kernagenda/agendas/api';
import { storyLimits } from '@kernagenda/news/domain';
import type { Story } from '@kernagenda/news/domain';
import { Clock, Settings, namedQuery, toPage } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { feedNl } from './nl';
import { storiesQuery } from './stories.queries';
import type { StoryRow } from './stories.queries';

/** Stories of what got done: only of points that everybody may read at the moment of reading. */
@Injectable()
export class Stories {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async list(limit: number, after: readonly [at: string, id: string] | null): Promise<Page<Story>> {
    const values = [after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<StoryRow>(this.dataSource, 'stories', storiesQuery, values);
    return toPage(rows, limit, toStory, ({ toldAt, id }) => [toldAt.toISOString(), id]);
  }

  /** The last stories as Atom (RFC 4287). */
  async feed(): Promise<string> {
    const { publicUrl } = this.settings;
    const { items } = await this.list(storyLimits.feed, null);
    const head = { title: feedNl.title, subtitle: feedNl.subtitle, page: `${publicUrl}/verhalen` };
    const entries = items.map(({ pointId, title, village, after, toldAt }) => {
      const link = `${publicUrl}/voorstellen/${pointId}`;
      return { id: `${link}#verhaal`, link, at: toldAt, title: feedNl.story(village.name, title), text: after };
    });
    return writeAtom({ ...head, self: `${publicUrl}/api/v1/stories/feed`, at: this.clock.now() }, entries);
  }
}

const toStory = ({ toldAt, costCents, ...row }: StoryRow): Story => ({
  ...row,
  costCents: costCents === null ? null : Number(costCents),
  toldAt: toldAt.toISOString(),
});
