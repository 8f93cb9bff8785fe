import { Component, afterNextRender, inject } from '@angular/core';
import { type BudgetRuleInput, type BudgetRuleView, budgetRuleLimits, isDayOfYear } from '@kernagenda/budgets/domain';
import { BudgetRulesClient, budgetRulesResource } from '@kernagenda/budgets/web/rules';
import { moneyLimits } from '@kernagenda/shared/domain';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Page } from '@kernagenda/shared/web';
import { centsIn, euroName, euroText, wholeIn } from '@kernagenda/shared/web/money';
import { FoldForm, type Sent } from '../../forms/fold-form';
import { FormDrafts } from '../../forms/form-drafts';
import { type FormField, type Values, isLong } from '../../forms/form-fields';
import { nl } from './nl';

const { year, percent, criterion, criteria, source, sourceUrl } = budgetRuleLimits;
const isWhole =
  (min: number, max: number) =>
  (value: string): boolean => {
    const number = wholeIn(value) ?? NaN;
    return number >= min && number <= max;
  };
const isEuro = (value: string): boolean => (centsIn(value) ?? NaN) <= moneyLimits.cents;
const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
/** "1-11" as `mm-dd`; empty when it is no day. */
const dayIn = (typed: string): string => {
  const [, day = '', month = ''] = /^\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*$/.exec(typed) ?? [];
  const text = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDayOfYear(text) ? text : '';
};
const dayText = (day: string): string => day.split('-').reverse().map(Number).join('-');
const areCriteria = (typed: string): boolean => {
  const lines = linesOf(typed);
  const areFine = lines.every(({ length }) => length >= criterion.min && length <= criterion.max);
  return areFine && lines.length <= criteria && new Set(lines).size === lines.length;
};

/** The rules for village budgets: add and change, each from its year on and with its source. */
@Component({
  selector: 'ka-budget-rules-page',
  imports: [Empty, Failure, FoldForm, Skeleton],
  template: `
    <h1>{{ nl.title }}</h1>
    <p class="ka-lead ka-after-heading">{{ nl.lead }}</p>
    @if (answer.hasValue()) {
      <ul class="ka-admin__rows ka-admin__part">
        @for (rule of answer.value().items; track rule.id) {
          <li>
            <div class="ka-stack ka-stack--near">
              <h2>{{ nl.from(rule.fromYear) }}</h2>
              <p>
                {{ nl.text(euro(rule.villageCents), euro(rule.initiativeCents), rule.existingPercent) }}
                {{ nl.day(rule.redistributesOn) }}
              </p>
              <p class="ka-small ka-soft">
                {{ nl.criteria(rule.criteria.length) }}. {{ rule.source }}
                <a [attr.href]="rule.sourceUrl" rel="noopener nofollow">{{ nl.source }}</a>
                @if (rule.isExample) {
                  <strong>({{ nl.example }})</strong>
                }
              </p>
              <ka-fold-form
                [name]="'budgetregel ' + rule.id"
                [button]="nl.change.button"
                [about]="nl.from(rule.fromYear)"
                [fields]="fields"
                [initial]="textOf(rule)"
                [version]="rule.version"
                [submit]="nl.change.submit"
                [send]="changing(rule)"
                [done]="nl.change.done"
                [failures]="failures"
                (sent)="answer.reload()"
                (refused)="answer.reload()"
              />
            </div>
          </li>
        } @empty {
          <li><ka-empty [title]="nl.none.title" [text]="nl.none.text" /></li>
        }
      </ul>
      <ka-fold-form
        class="ka-after-heading"
        name="budgetregel nieuw"
        look="main"
        [button]="nl.add.button"
        [fields]="fields"
        [submit]="nl.add.submit"
        [send]="add"
        [done]="nl.add.done"
        [failures]="failures"
        (sent)="answer.reload()"
      />
    } @else if (answer.error()) {
      <ka-failure [title]="nl.failed" (retried)="answer.reload()" />
    } @else {
      <ka-skeleton />
    }
  `,
})
export class BudgetRulesPage {
  private readonly client = inject(BudgetRulesClient);
  protected readonly nl = nl;
  protected readonly euro = euroName;
  protected readonly answer = budgetRulesResource();
  protected readonly failures = { already_exists: nl.taken };
  protected readonly fields: readonly FormField[] = [
    { name: 'fromYear', kind: 'number', ...nl.fields.fromYear, isFine: isWhole(year.min, year.max) },
    { name: 'villageCents', kind: 'euro', ...nl.fields.villageCents, isHalf: true, isFine: isEuro },
    { name: 'initiativeCents', kind: 'euro', ...nl.fields.initiativeCents, isHalf: true, isFine: isEuro },
    {
      name: 'existingPercent',
      kind: 'number',
      ...nl.fields.existingPercent,
      isHalf: true,
      isFine: isWhole(0, percent),
    },
    {
      name: 'redistributesOn',
      kind: 'text',
      ...nl.fields.redistributesOn,
      isHalf: true,
      isFine: (day) => !!dayIn(day),
    },
    { name: 'criteria', kind: 'words', ...nl.fields.criteria, isFine: areCriteria },
    { name: 'source', kind: 'words', ...nl.fields.source, isFine: isLong(source.min, source.max) },
    {
      name: 'sourceUrl',
      kind: 'text',
      ...nl.fields.sourceUrl,
      isFine: (url) => url.trim().startsWith('https://') && URL.canParse(url.trim()) && isLong(1, sourceUrl)(url),
    },
    {
      name: 'isExample',
      kind: 'boxes',
      label: nl.fields.isExample.label,
      choices: [{ value: 'yes', label: nl.fields.isExample.choice }],
    },
  ];
  protected readonly add = ({ values, key }: Sent): Promise<unknown> => this.client.add(inputOf(values), key);

  constructor() {
    inject(Page).named(nl.title);
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
  }

  protected changing({ id }: BudgetRuleView): (sent: Sent) => Promise<unknown> {
    return ({ values, version }) => this.client.change(id, inputOf(values), version);
  }

  protected textOf(rule: BudgetRuleView): Values {
    return {
      fromYear: String(rule.fromYear),
      villageCents: euroText(rule.villageCents),
      initiativeCents: euroText(rule.initiativeCents),
      existingPercent: String(rule.existingPercent),
      redistributesOn: dayText(rule.redistributesOn),
      criteria: rule.criteria.join('\n'),
      source: rule.source,
      sourceUrl: rule.sourceUrl,
      isExample: rule.isExample ? 'yes' : '',
    };
  }
}

const inputOf = (values: Values): BudgetRuleInput => ({
  fromYear: wholeIn(values['fromYear'] ?? '') ?? 0,
  villageCents: centsIn(values['villageCents'] ?? '') ?? 0,
  initiativeCents: centsIn(values['initiativeCents'] ?? '') ?? 0,
  existingPercent: wholeIn(values['existingPercent'] ?? '') ?? 0,
  redistributesOn: dayIn(values['redistributesOn'] ?? ''),
  criteria: linesOf(values['criteria'] ?? ''),
  source: (values['source'] ?? '').trim(),
  sourceUrl: (values['sourceUrl'] ?? '').trim(),
  isExample: values['isExample'] === 'yes',
});
