import { Component, ViewEncapsulation, computed, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import type { Some } from '@kernagenda/board/domain';
import { visitResource } from '@kernagenda/board/web';
import { promiseWords } from '@kernagenda/commitments/web';
import { Session } from '@kernagenda/identity/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Page, isMissing, listName } from '@kernagenda/shared/web';
import { villageResource } from '@kernagenda/villages/web';
import { folderNl } from '../agenda/folder-nl';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';

type PartName = keyof typeof nl.visit.parts;

interface VisitLine {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

interface VisitPart {
  readonly name: PartName;
  readonly lines: readonly VisitLine[];
  /** How many more there are than lines. */
  readonly more: number;
}

/** One sheet for whoever visits a village: what was done, what is late, what was asked twice. */
@Component({
  selector: 'ka-visit-page',
  imports: [Failure, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './visit-page.html',
  styleUrl: './visit-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class VisitPage {
  /** Slug, from the address. */
  readonly kern = input.required<string>();

  /** `geen-pdf` where there was none to be made. */
  readonly melding = input<string>();

  protected readonly nl = nl.visit;
  protected readonly words = folderNl;
  protected readonly demo = nl.demo;
  protected readonly answer = visitResource(this.kern);
  private readonly villageAnswer = villageResource(this.kern);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly visit = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly pdf = computed(() => `/api/v1/board/visits/${encodeURIComponent(this.kern())}/sheet.pdf`);
  protected readonly village = computed(() => (this.villageAnswer.hasValue() ? this.villageAnswer.value() : null));
  protected readonly brokers = computed(() =>
    listName((this.village()?.area.brokers ?? []).map(({ displayName }) => displayName)),
  );
  protected readonly isDemo = inject(Session).isDemo;
  protected readonly parts = computed((): readonly VisitPart[] => {
    const visit = this.visit();
    if (!visit) return [];
    const by = (team: { readonly name: string } | null): string => team?.name ?? promiseWords.broker;
    return [
      part('done', visit.done, ({ at, author }) => nl.visit.done(at, author)),
      part(
        'late',
        visit.late,
        ({ team, dueOn }) => nl.visit.promise(by(team), dueOn),
        ({ what }) => what,
      ),
      part(
        'next',
        visit.next,
        ({ team, dueOn }) => nl.visit.promise(by(team), dueOn),
        ({ what }) => what,
      ),
      part('moving', visit.moving, ({ since }) => nl.visit.news('', since ? promiseWords.from(since) : '')),
      part('still', visit.still, ({ team, since }) =>
        nl.visit.news(team?.name ?? '', since ? promiseWords.from(since) : ''),
      ),
      part('wishes', visit.wishes, ({ times, support }) => nl.visit.wished(times, support)),
      part('questions', visit.questions, ({ dueOn }) => nl.visit.question(dueOn)),
    ];
  });

  constructor() {
    const page = inject(Page);
    const title = inject(Title);
    effect(() => {
      const visit = this.visit();
      if (!visit) return;
      page.named(nl.visit.title(visit.village.name));
      title.setTitle(nl.visit.title(visit.village.name));
    });
  }

  protected print(): void {
    window.print();
  }
}

function part<Row extends { readonly id: string; readonly title: string }>(
  name: PartName,
  { count, items }: Some<Row>,
  text: (row: Row) => string,
  title: (row: Row) => string = (row) => row.title,
): VisitPart {
  const lines = items.map((row) => ({ id: row.id, title: title(row), text: text(row) }));
  return { name, lines, more: count - lines.length };
}
