import {
  Component,
  DOCUMENT,
  DestroyRef,
  ViewEncapsulation,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { daysAfter } from '@kernagenda/shared/domain';
import { toCsv } from '@kernagenda/shared/domain/csv';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Clock, Page } from '@kernagenda/shared/web';
import { codeMakingRoles, printedCode, residencyLimits } from '@kernagenda/villages/domain/residency';
import type { CodeBatchView, MadeCodes } from '@kernagenda/villages/domain/residency';
import { ResidencyClient, codeBatchesResource, codeVillagesResource } from '@kernagenda/villages/web/residency';
import { FoldForm, type Sent } from '../forms/fold-form';
import { FormDrafts } from '../forms/form-drafts';
import { type FormField, type Values, isFilled } from '../forms/form-fields';
import { morePages } from '../more-pages';
import { CodeCards } from './code-cards';
import { nl } from './nl';

const { codes, uses, days } = residencyLimits;
/** So many cards are drawn at once: more makes a browser wait for seconds. */
const cardsPerPart = 500;

const isWithin =
  ({ min, max }: { readonly min: number; readonly max: number }) =>
  (value: string): boolean =>
    /^\d+$/.test(value.trim()) && Number(value) >= min && Number(value) <= max;

/** Where broker and administrator make the codes of a village, print them once, and withdraw them. */
@Component({
  selector: 'ka-codes-page',
  imports: [CodeCards, Failure, FoldForm, RouterLink, Skeleton],
  templateUrl: './codes-page.html',
  styleUrl: './codes-page.css',
  encapsulation: ViewEncapsulation.None,
})
export class CodesPage {
  private readonly client = inject(ResidencyClient);
  private readonly clock = inject(Clock);
  private readonly document = inject(DOCUMENT);
  protected readonly session = inject(Session);

  protected readonly nl = nl.codes;
  /** For the menu alone: the API looks at each village. */
  protected readonly mayMake = computed(() => codeMakingRoles.some((role) => this.session.hasRole(role)));
  protected readonly answer = codeBatchesResource(() => this.mayMake());
  protected readonly batches = morePages(
    this.answer,
    (cursor) => this.client.batchesAfter(cursor),
    nl.codes.list.failed,
  );
  protected readonly villagesAnswer = codeVillagesResource(() => this.mayMake());
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly initial = computed<Values>(() => {
    const [first, ...more] = this.villages();
    const village = first && more.length === 0 ? { village: first.id } : {};
    return { ...village, usesPerCode: String(uses.usual), validUntil: daysAfter(this.clock.now(), 90) };
  });
  protected readonly fields = computed<readonly FormField[]>(() => {
    const words = nl.codes.form;
    const now = this.clock.now();
    const [min, max] = [daysAfter(now, 0), daysAfter(now, days)];
    return [
      {
        ...{ name: 'village', kind: 'choice', ...words.village, isFine: isFilled },
        choices: this.villages().map(({ id: value, name: label }) => ({ value, label })),
      },
      { name: 'codes', kind: 'number', ...words.codes, isHalf: true, isFine: isWithin(codes) },
      { name: 'usesPerCode', kind: 'number', ...words.uses, isHalf: true, isFine: isWithin(uses) },
      {
        ...{ name: 'validUntil', kind: 'day', ...words.until, min, max },
        isFine: (value) => value >= min && value <= max,
      },
    ];
  });
  protected readonly withdrawFields: readonly FormField[] = [
    {
      name: 'copied',
      kind: 'boxes',
      label: nl.codes.withdraw.copied.label,
      choices: [{ value: 'yes', label: nl.codes.withdraw.copied.yes }],
    },
  ];

  /** In the memory of this page alone: who leaves it has seen them. */
  protected readonly made = signal<MadeCodes | null>(null);
  private fileUrl = '';
  protected readonly from = signal(0);
  protected readonly parts = computed(() => {
    const count = this.made()?.codes.length ?? 0;
    return Array.from({ length: Math.ceil(count / cardsPerPart) }, (_, part) => ({
      from: part * cardsPerPart,
      name: nl.codes.made.partName(part * cardsPerPart + 1, Math.min(count, (part + 1) * cardsPerPart)),
    }));
  });
  protected readonly shown = computed(() => this.made()?.codes.slice(this.from(), this.from() + cardsPerPart) ?? []);

  protected readonly send = async ({ values }: Sent): Promise<void> => {
    const made = await this.client.make({
      villageId: values['village'] ?? '',
      codes: Number(values['codes']),
      usesPerCode: Number(values['usesPerCode']),
      validUntil: values['validUntil'] ?? '',
    });
    this.from.set(0);
    this.made.set(made);
  };

  constructor() {
    inject(Page).named(nl.codes.page);
    inject(DestroyRef).onDestroy(() => this.dropFile());
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
  }

  protected isAgain({ state }: CodeBatchView): boolean {
    return state === 'withdrawn';
  }

  protected mayWithdraw({ state, proven }: CodeBatchView): boolean {
    return state !== 'withdrawn' || proven > 0;
  }

  protected readonly withdrawal =
    (batch: CodeBatchView) =>
    ({ values }: Sent): Promise<unknown> =>
      this.client.withdraw(batch.id, this.isAgain(batch) || values['copied'] === 'yes');

  protected save({ batch, codes: plain }: MadeCodes): void {
    this.dropFile();
    const { origin } = this.document.location;
    const rows = plain.map((one) => {
      const code = printedCode(one);
      return [batch.village.name, code, `${origin}/bewoner#code=${code}`, batch.validUntil];
    });
    const file = new Blob([toCsv([nl.codes.made.headings, ...rows])], { type: 'text/csv;charset=utf-8' });
    const link = this.document.createElement('a');
    link.href = this.fileUrl = URL.createObjectURL(file);
    link.download = nl.codes.made.file(batch.village.slug);
    link.click();
  }

  protected putAway(): void {
    this.made.set(null);
    this.dropFile();
  }

  /** Not at once: a browser may still be reading the file, and these codes are told only this time. */
  private dropFile(): void {
    if (this.fileUrl) URL.revokeObjectURL(this.fileUrl);
    this.fileUrl = '';
  }

  protected print(): void {
    window.print();
  }
}
