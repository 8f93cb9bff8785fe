import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AgendaChange, type AgendaPoint, changeKinds } from '@kernagenda/agendas/domain';
import { agendaComparisonResource, agendaResource } from '@kernagenda/agendas/web';
import { textDiff } from '@kernagenda/proposals/domain/diff';
import { AgendaBadge, proposalWords } from '@kernagenda/proposals/web';
import { DiffPieces } from '@kernagenda/proposals/web/versions';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Clock, Page, dateName, followRooms, isMissing, listName } from '@kernagenda/shared/web';
import { NotFoundPage } from '../not-found/not-found-page';
import { compareNl } from './compare-nl';
import { nl } from './nl';
import { factsOf } from './point-facts';

const now = 'nu';

/** Two versions of an agenda beside each other, or a version and the agenda of now: what is new, done, moved or gone. */
@Component({
  selector: 'ka-compare-page',
  imports: [AgendaBadge, Control, DiffPieces, Failure, Field, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './compare-page.html',
})
export class ComparePage {
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  /** Slug, from the address, as are the numbers; `naar` is left out for the agenda of now. */
  readonly kern = input.required<string>();
  readonly van = input<string>();
  readonly naar = input<string>();

  protected readonly nl = nl;
  protected readonly words = compareNl;
  protected readonly now = now;
  protected readonly answer = agendaResource(this.kern);
  protected readonly agenda = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly versions = computed(() =>
    (this.agenda()?.versions ?? []).map(({ number, referenceOn }) => ({
      number: String(number),
      name: compareNl.version(number, dateName(referenceOn)),
    })),
  );
  protected readonly names = computed(() => listName((this.agenda()?.villages ?? []).map(({ name }) => name)));
  /** The newest version with now, as long as nothing else was chosen. */
  protected readonly between = computed(() => {
    const from = numberIn(this.van()) ?? this.versions()[0]?.number;
    return from === undefined ? undefined : { from, to: numberIn(this.naar()) };
  });
  protected readonly comparisonAnswer = agendaComparisonResource(this.kern, this.between);
  protected readonly isMissing = computed(() => isMissing(this.answer) || isMissing(this.comparisonAnswer));
  protected readonly comparison = computed(() =>
    this.comparisonAnswer.hasValue() ? this.comparisonAnswer.value() : null,
  );
  protected readonly heading = computed(() => {
    const found = this.comparison();
    if (!found) return '';
    return found.to ? compareNl.between(found.from.number, found.to.number) : compareNl.since(found.from.number);
  });
  protected readonly groups = computed(() =>
    changeKinds
      .map((kind) => ({
        kind,
        changes: (this.comparison()?.changes ?? []).filter((change) => change.kind === kind).map(told),
      }))
      .filter(({ changes }) => changes.length > 0),
  );

  constructor() {
    const page = inject(Page);
    followRooms(
      () => (this.agenda()?.villages ?? []).map(({ id }) => `village:${id}` as const),
      () => this.reload(),
    );
    effect(() => {
      if (this.agenda()) page.named(compareNl.title(this.names()));
    });
  }

  protected who(point: AgendaPoint): string {
    return factsOf(point, this.clock.now()).who;
  }

  protected compare(van: string, naar: string): void {
    const queryParams = { van, naar: naar === now ? null : naar };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }

  protected reload(): void {
    this.answer.reload();
    this.comparisonAnswer.reload();
  }
}

/** The number of a version in the address; null for `nu` and for what is no number. */
const numberIn = (text: string | undefined): string | null =>
  /^[1-9]\d{0,8}$/.test(text ?? '') ? (text ?? null) : null;

/** A change with the lines that read differently. */
function told({ kind, before, after }: AgendaChange) {
  const fields = ['title', 'body', 'place', 'theme', 'plan'] as const;
  const [was, is] = [before && wordsOf(before), after && wordsOf(after)];
  return {
    kind,
    before,
    after,
    point: after ?? before,
    lines: fields.flatMap((name) =>
      was && is && was[name] !== is[name]
        ? [{ label: compareNl.fields[name], pieces: textDiff(was[name], is[name]) }]
        : [],
    ),
  };
}

function wordsOf({ title, body, place, theme, plan }: AgendaPoint) {
  const who = [
    plan?.team ? proposalWords.team(plan.team.name) : '',
    plan?.byResidents ? compareNl.residents : '',
    plan?.executor ?? '',
  ].filter(Boolean);
  const planned = plan
    ? compareNl.planned(listName(who) || proposalWords.actingParties.broker, dateName(plan.dueOn))
    : compareNl.unplanned;
  return { title, body, place, theme: proposalWords.themes[theme], plan: planned };
}
