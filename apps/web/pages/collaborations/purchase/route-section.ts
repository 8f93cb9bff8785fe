import { Component, computed, inject } from '@angular/core';
import { type PurchaseRoute, procurementLimits, purchaseRoutes } from '@kernagenda/procurement/domain';
import { PurchasesClient, purchaseWords } from '@kernagenda/procurement/web';
import { dateName } from '@kernagenda/shared/web';
import { euroName } from '@kernagenda/shared/web/money';
import { type FormField, isFilled } from '../../forms/form-fields';
import { OpenPurchase } from '../open-purchase';
import { purchaseActsNl } from './acts-nl';
import { text } from './fields';
import { type Act, PurchaseAct } from './purchase-act';

const { route: nl, requirements: requirementsNl, buyer: buyerNl } = purchaseActsNl;
const limits = procurementLimits;
const linesOf = (typed: string): readonly string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Which team buys, how prices are asked for with the rule that says so, and what every quote has to meet. */
@Component({
  selector: 'ka-route-section',
  imports: [PurchaseAct],
  templateUrl: './route-section.html',
  host: { class: 'ka-stack ka-stack--far' },
})
export class RouteSection {
  private readonly client = inject(PurchasesClient);
  protected readonly open = inject(OpenPurchase);
  protected readonly nl = nl;
  protected readonly requirementsNl = requirementsNl;
  protected readonly buyerNl = buyerNl;
  protected readonly words = purchaseWords;
  protected readonly euro = euroName;
  protected readonly purchase = this.open.view;
  protected readonly isFrozen = computed(() => !!this.purchase()?.frozenAt);
  protected readonly splitting = computed(() => {
    const splitting = this.purchase()?.routeAdvice.splitting;
    if (!splitting) return '';
    const others = splitting.others.map(({ what, startedOn }) => `${what} (${dateName(startedOn)})`).join(', ');
    return nl.splitting.text(others, purchaseWords.routes[splitting.rule.route]);
  });
  protected readonly nameBuyer = computed<Act>(() => {
    const { teams = [], buyer } = this.purchase() ?? {};
    return {
      name: 'buyer',
      button: buyer ? buyerNl.change : buyerNl.button,
      look: buyer ? 'quiet' : 'second',
      title: buyerNl.button,
      fields: [
        {
          name: 'teamId',
          kind: 'choice',
          label: buyerNl.label,
          fault: buyerNl.fault,
          isFine: isFilled,
          choices: teams.map(({ id, name }) => ({ value: id, label: name })),
        },
      ],
      initial: { teamId: buyer?.id ?? (teams.length === 1 ? (teams[0]?.id ?? '') : '') },
      submit: buyerNl.button,
      done: buyerNl.done,
      send: ({ values, version }) => this.client.nameBuyer(this.ref(), { teamId: values['teamId'] ?? '' }, version),
    };
  });
  protected readonly check = computed<Act>(() => {
    const advised = this.purchase()?.routeAdvice.rule?.route;
    const fields: readonly FormField[] = [
      {
        name: 'route',
        kind: 'choice',
        ...nl.check.route,
        isFine: isFilled,
        choices: purchaseRoutes.map((route) => ({ value: route, label: purchaseWords.routes[route] })),
      },
      {
        name: 'note',
        kind: 'words',
        ...nl.check.note,
        isFine: (note, values) => note.length <= limits.note.max && (values['route'] === advised || isFilled(note)),
      },
    ];
    return {
      name: 'route',
      button: nl.check.button,
      look: 'main',
      fields,
      initial: { route: advised ?? '' },
      done: nl.check.done,
      send: ({ values, version }) =>
        this.client.checkRoute(
          this.ref(),
          { route: values['route'] as PurchaseRoute, note: text(values, 'note') },
          version,
        ),
    };
  });
  protected readonly specify = computed<Act>(() => ({
    name: 'specify',
    button: requirementsNl.form.button,
    look: 'main',
    fields: [
      {
        name: 'requirements',
        kind: 'words',
        ...requirementsNl.form.requirements,
        isFine: (typed) => {
          const lines = linesOf(typed);
          const { min, max } = limits.requirement;
          const areFine = lines.every(({ length }) => length >= min && length <= max);
          return lines.length > 0 && lines.length <= limits.requirements && areFine;
        },
      },
    ],
    initial: { requirements: (this.purchase()?.requirements ?? []).join('\n') },
    done: requirementsNl.form.done,
    send: ({ values, version }) =>
      this.client.specify(this.ref(), { requirements: linesOf(values['requirements'] ?? '') }, version),
  }));

  private ref(): { readonly id: string } {
    return { id: this.purchase()?.id ?? '' };
  }
}
