import { Component, DestroyRef, PLATFORM_ID, computed, effect, inject, input, linkedSignal } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import {
  type BatchView,
  type ColumnChoice,
  importColumns,
  isSourceUrl,
  workingStates,
} from '@kernagenda/intake/domain/imports';
import {
  ImportsClient,
  columnWords,
  faultText,
  importResource,
  importRowsResource,
} from '@kernagenda/intake/web/imports';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Notices, Page, isMissing } from '@kernagenda/shared/web';
import { NotFoundPage } from '../../not-found/not-found-page';
import { FormState } from '../form-state';
import { nl } from './nl';

const listPath = '/beheer/import';
const askedEveryMs = 1_000;

/** One file: what its columns are, what each row would do, and taking it over or back. */
@Component({
  selector: 'ka-batch-page',
  imports: [Control, ErrorSummary, Failure, Field, Icon, NotFoundPage, RouterLink, Skeleton],
  templateUrl: './batch-page.html',
})
export class BatchPage {
  private readonly client = inject(ImportsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly nl = nl;
  protected readonly one = nl.one;
  protected readonly listPath = listPath;
  protected readonly importColumns = importColumns;
  protected readonly columnWords = columnWords;
  protected readonly faultText = faultText;
  protected readonly answer = importResource(() => this.id());
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly batch = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  private readonly version = computed(() => this.batch()?.version);
  protected readonly faulty = importRowsResource('import-faulty', () => this.rowsOf('faulty', 100));
  protected readonly first = importRowsResource('import-first', () => this.rowsOf('', 10));
  protected readonly kept = importRowsResource('import-kept', () => this.rowsOf('kept', 100));
  protected readonly isWorking = computed(() => workingStates.some((state) => state === this.batch()?.state));
  /** How far the job is, of how many. */
  protected readonly progress = computed(() => {
    const { state, counts } = this.batch() ?? {};
    if (!counts) return null;
    const isUndoing = state === 'undoing';
    const [done, all] = isUndoing ? [counts.gone + counts.kept, counts.taken] : [counts.taken, counts.new];
    const say = isUndoing ? this.one.progress.undoing : this.one.progress.importing;
    return { done, all, text: say(done, all) };
  });
  protected readonly columns = linkedSignal<ColumnChoice>(() => this.batch()?.columns ?? []);
  protected readonly sourceUrl = linkedSignal(() => this.batch()?.sourceUrl ?? '');
  protected readonly choosing = new FormState('columns', {
    columns: this.one.columns.twice,
    sourceUrl: this.one.columns.source.fault,
  });
  protected readonly deciding = new FormState('decide', {}, nl.failures);

  constructor() {
    const page = inject(Page);
    const name = computed(() => this.batch()?.fileName);
    effect(() => {
      const fileName = name();
      if (fileName !== undefined) page.named(fileName);
    });
    if (!isPlatformBrowser(inject(PLATFORM_ID))) return;
    const asking = setInterval(() => {
      if (this.isWorking()) this.answer.reload();
    }, askedEveryMs);
    inject(DestroyRef).onDestroy(() => clearInterval(asking));
    // What the rows say follows the file; their address does not change with it.
    effect(() => {
      if (this.version() === undefined) return;
      for (const rows of [this.faulty, this.first, this.kept]) rows.reload();
    });
  }

  protected chooseColumn(index: number, value: string): void {
    const column = importColumns.find((one) => one === value) ?? null;
    this.columns.update((columns) => columns.map((one, at) => (at === index ? column : one)));
  }

  protected async check(event: Event, batch: BatchView): Promise<void> {
    event.preventDefault();
    const [columns, sourceUrl] = [this.columns(), this.sourceUrl().trim() || null];
    const used = columns.filter((column) => column !== null);
    const faults = {
      ...(new Set(used).size === used.length ? {} : { columns: this.one.columns.twice }),
      ...(sourceUrl === null || isSourceUrl(sourceUrl) ? {} : { sourceUrl: this.one.columns.source.fault }),
    };
    if (await this.choosing.send(faults, () => this.client.chooseColumns(batch, { columns, sourceUrl })))
      this.notices.show({ message: this.one.columns.done });
    this.answer.reload();
  }

  protected async decide(verb: 'confirm' | 'cancel' | 'undo', batch: BatchView): Promise<void> {
    await this.deciding.send({}, () => this.client[verb](batch));
    this.answer.reload();
  }

  protected async discard(batch: BatchView): Promise<void> {
    if (!(await this.deciding.send({}, () => this.client.discard(batch)))) return;
    this.notices.show({ message: this.one.discarded });
    await this.router.navigate([listPath]);
  }

  private rowsOf(only: string, limit: number): { id: string; only: string; limit: number } {
    return { id: this.id(), only, limit };
  }
}
