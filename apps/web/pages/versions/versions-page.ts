import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { proposalResource } from '@kernagenda/proposals/web';
import { TextDiff, versionsResource } from '@kernagenda/proposals/web/versions';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Page, dateName, followRooms, isMissing } from '@kernagenda/shared/web';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';

/** Two public texts of a point beside each other, in one: what went and what came. */
@Component({
  selector: 'ka-versions-page',
  imports: [Control, Failure, Field, NotFoundPage, RouterLink, Skeleton, TextDiff],
  templateUrl: './versions-page.html',
})
export class VersionsPage {
  private readonly router = inject(Router);
  /** From the address, as are the numbers of the texts to compare. */
  readonly id = input.required<string>();
  readonly van = input<string>();
  readonly tot = input<string>();

  protected readonly nl = nl;
  protected readonly pointAnswer = proposalResource(this.id);
  protected readonly answer = versionsResource(this.id);
  protected readonly isMissing = computed(() => isMissing(this.answer) || isMissing(this.pointAnswer));
  protected readonly point = computed(() => (this.pointAnswer.hasValue() ? this.pointAnswer.value() : null));
  protected readonly versions = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : [])
      .filter(({ state }) => state === 'approved')
      .map((text, index) => ({
        text,
        name: nl.version(text.number, dateName(text.approvedAt ?? text.submittedAt), index === 0),
      })),
  );
  protected readonly to = computed(() => this.find(this.tot()) ?? this.versions()[0]?.text);
  protected readonly from = computed(() => this.find(this.van()) ?? this.versions()[1]?.text);

  constructor() {
    const page = inject(Page);
    effect(() => {
      const point = this.point();
      if (point) page.named(`${nl.title}: ${point.title}`);
    });
    followRooms(
      () => [`proposal:${this.id()}`],
      (change) => {
        if (change && change.kind !== 'proposal') return;
        this.answer.reload();
        this.pointAnswer.reload();
      },
    );
  }

  protected compare(van: number | string, tot: number | string): void {
    void this.router.navigate([], { queryParams: { van, tot }, replaceUrl: true });
  }

  protected reload(): void {
    this.answer.reload();
    this.pointAnswer.reload();
  }

  private find(number: string | undefined) {
    return this.versions().find(({ text }) => String(text.number) === number)?.text;
  }
}
