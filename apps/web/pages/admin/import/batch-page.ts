import {
  Component,
  DestroyRef,
  DOCUMENT,
  Injector,
  PLATFORM_ID,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
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
import { keptInTab } from '@kernagenda/shared/web/kept';
import { NotFoundPage } from '../../not-found/not-found-page';
import { FormState } from '../form-state';
import { nl } from './nl';

const listPath = '/beheer/import';
const askedEveryMs = 1_000;
/** A listener hears of a job at each quarter, not at each second. */
const toldParts = 4;

/** What was said of the columns and not sent yet. */
interface ColumnsDraft {
  readonly columns: ColumnChoice;
  readonly sourceUrl: string;
}

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
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
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
  /** Stays while the server is away for a moment, so that a job is followed again once it is back. */
  protected readonly batch = linkedSignal<BatchView | null, BatchView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (now, before) => {
      const kept: BatchView | null = now ?? before?.value ?? null;
      return kept?.id === this.id() ? kept : null;
    },
  });
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
  /** For who hears the page. */
  protected readonly told = computed(() => {
    const { state, counts } = this.batch() ?? {};
    const { done = 0, all = 0 } = this.progress() ?? {};
    if (!state || !counts) return '';
    if (!this.isWorking()) return nl.states[state];
    const part = all === 0 ? 0 : Math.floor((done / all) * toldParts);
    return this.one.progress.told(nl.states[state], (part * 100) / toldParts);
  });
  private readonly drafts = keptInTab<ColumnsDraft>('ka_import_columns');
  /** What the server has, or what was chosen instead and not sent yet. */
  private readonly chosen = computed<ColumnsDraft>(() => {
    const { columns = [], sourceUrl = null } = this.batch() ?? {};
    const draft = this.drafts.of(this.id());
    return draft?.columns.length === columns.length ? draft : { columns, sourceUrl: sourceUrl ?? '' };
  });
  protected readonly columns = computed(() => this.chosen().columns);
  protected readonly sourceUrl = computed(() => this.chosen().sourceUrl);
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
    afterNextRender(() => this.drafts.restore());
    // The button that stops it goes with the job; who stood on it goes on at the title.
    effect(() => {
      const isWorking = this.isWorking();
      untracked(() => {
        if (!isWorking && this.document.activeElement?.id === 'import-cancel') this.focusTitle();
      });
    });
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
    this.write({ columns: this.columns().map((one, at) => (at === index ? column : one)) });
  }

  protected write(change: Partial<ColumnsDraft>): void {
    this.drafts.write(this.id(), { ...this.chosen(), ...change });
  }

  protected async check(event: Event, batch: BatchView): Promise<void> {
    event.preventDefault();
    const [columns, sourceUrl] = [this.columns(), this.sourceUrl().trim() || null];
    const used = columns.filter((column) => column !== null);
    const faults = {
      ...(new Set(used).size === used.length ? {} : { columns: this.one.columns.twice }),
      ...(sourceUrl === null || isSourceUrl(sourceUrl) ? {} : { sourceUrl: this.one.columns.source.fault }),
    };
    if (await this.choosing.send(faults, () => this.client.chooseColumns(batch, { columns, sourceUrl }))) {
      this.drafts.forget(batch.id);
      this.notices.show({ message: this.one.columns.done });
    }
    this.answer.reload();
  }

  protected async decide(verb: 'confirm' | 'cancel' | 'undo', batch: BatchView): Promise<void> {
    // The button that was pressed is about to go; the title above the new state takes the focus.
    if (await this.deciding.send({}, () => this.client[verb](batch))) this.focusTitle();
    this.answer.reload();
  }

  protected async discard(batch: BatchView): Promise<void> {
    if (!(await this.deciding.send({}, () => this.client.discard(batch)))) return;
    this.drafts.forget(batch.id);
    this.notices.show({ message: this.one.discarded });
    await this.router.navigate([listPath]);
  }

  private focusTitle(): void {
    const focus = (): void => this.document.querySelector<HTMLElement>('h1')?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  private rowsOf(only: string, limit: number): { id: string; only: string; limit: number } {
    return { id: this.id(), only, limit };
  }
}
