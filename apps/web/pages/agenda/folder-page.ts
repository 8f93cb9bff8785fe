import { Component, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { agendaParts, pointsIn } from '@kernagenda/agendas/domain';
import { agendaContentResource, agendaResource, agendaVersionResource } from '@kernagenda/agendas/web';
import { proposalWords } from '@kernagenda/proposals/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Page, dateName, isMissing, listName } from '@kernagenda/shared/web';
import { villageResource } from '@kernagenda/villages/web';
import { NotFoundPage } from '../not-found/not-found-page';
import { folderNl } from './folder-nl';
import { byTheme, doneOf } from './groups';
import { nl } from './nl';
import { PointLine } from './point-line';

/** The agenda as a folder on A4: the same data as the page, complete without script, with headings in order. */
@Component({
  selector: 'ka-folder-page',
  imports: [Failure, Icon, NotFoundPage, PointLine, RouterLink, Skeleton],
  templateUrl: './folder-page.html',
})
export class FolderPage {
  /** Slug, from the address, as are the number of a version and what led here. */
  readonly kern = input.required<string>();
  readonly versie = input<string>();
  readonly melding = input<string>();

  protected readonly nl = nl;
  protected readonly words = folderNl;
  protected readonly themeNames = proposalWords.themes;
  protected readonly dateName = dateName;
  protected readonly answer = agendaResource(this.kern);
  protected readonly contentAnswer = agendaContentResource(() =>
    this.versie() === undefined ? this.kern() : undefined,
  );
  protected readonly versionAnswer = agendaVersionResource(this.kern, this.versie);
  private readonly villageAnswer = villageResource(this.kern);

  protected readonly isMissing = computed(() => isMissing(this.answer) || isMissing(this.versionAnswer));
  protected readonly error = computed(
    () => this.answer.error() ?? (this.versie() === undefined ? this.contentAnswer : this.versionAnswer).error(),
  );
  protected readonly agenda = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly version = computed(() => (this.versionAnswer.hasValue() ? this.versionAnswer.value() : null));
  private readonly content = computed(() => (this.contentAnswer.hasValue() ? this.contentAnswer.value() : null));
  protected readonly village = computed(() => (this.villageAnswer.hasValue() ? this.villageAnswer.value() : null));
  protected readonly points = computed(() => this.version()?.content ?? this.content()?.points ?? null);
  /** As of when it is told: when the version was frozen, or when the agenda was read. */
  protected readonly at = computed(() => {
    const at = this.version()?.frozenAt ?? this.content()?.at;
    return at === undefined ? null : new Date(at);
  });
  protected readonly names = computed(() => listName((this.agenda()?.villages ?? []).map(({ name }) => name)));
  protected readonly isShared = computed(() => (this.agenda()?.villages.length ?? 0) > 1);
  protected readonly parts = computed(() =>
    agendaParts
      .filter((part) => part !== 'done')
      .map((part) => ({ part, groups: byTheme(pointsIn(this.points() ?? [], part)) }))
      .filter(({ groups }) => groups.length > 0),
  );
  protected readonly done = computed(() => doneOf(this.points() ?? []));
  protected readonly lead = computed(() => {
    const points = this.points() ?? [];
    const count = (part: (typeof agendaParts)[number]): number => pointsIn(points, part).length;
    return nl.lead(count('running'), count('wishes'), count('done'));
  });
  protected readonly brokers = computed(() => this.village()?.area.brokers ?? []);
  protected readonly pdf = computed(
    () => `/api/v1/agendas/${this.kern()}/folder.pdf${this.version() ? `?version=${this.version()?.number}` : ''}`,
  );
  protected readonly group = computed(() => this.village()?.group ?? null);

  constructor() {
    const page = inject(Page);
    const title = inject(Title);
    effect(() => {
      if (!this.agenda() || !this.points()) return;
      page.named(nl.title(this.names()));
      // What is printed is called as it is read on its cover.
      title.setTitle(nl.title(this.names()));
    });
  }

  protected print(): void {
    window.print();
  }

  protected reload(): void {
    this.answer.reload();
    this.contentAnswer.reload();
    this.versionAnswer.reload();
  }
}
