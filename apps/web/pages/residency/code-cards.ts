import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { encode } from 'uqr';
import type { CodeBatchView } from '@kernagenda/villages/domain/residency';
import { printedCode } from '@kernagenda/villages/domain/residency';
import { nl } from './nl';

/** Cards for letterboxes, ten on a sheet of A4; on a screen the first one stands for all. */
@Component({
  selector: 'ka-code-cards',
  template: `
    <ul class="ka-code-cards">
      @for (card of cards(); track card.code) {
        <li class="ka-code-card">
          <div>
            <strong>{{ nl.title(batch().village.name) }}</strong>
            <p>{{ nl.text }}</p>
            <p class="ka-code-card__code">{{ card.code }}</p>
            <p>{{ nl.how(address()) }}</p>
            <p class="ka-code-card__small">{{ nl.until(batch().usesPerCode, batch().validUntil) }}</p>
          </div>
          <svg [attr.viewBox]="card.box" role="img" [attr.aria-label]="nl.qr" shape-rendering="crispEdges">
            <path [attr.d]="card.path" />
          </svg>
        </li>
      }
    </ul>
  `,
})
export class CodeCards {
  private readonly origin = inject(DOCUMENT).location.origin;
  readonly batch = input.required<CodeBatchView>();
  readonly codes = input.required<readonly string[]>();

  protected readonly nl = nl.codes.card;
  protected readonly address = computed(() => `${this.origin.replace(/^https?:\/\//, '')}/bewoner`);
  protected readonly cards = computed(() =>
    this.codes().map((plain) => {
      const code = printedCode(plain);
      const { data, size } = encode(`${this.origin}/bewoner#code=${code}`, { ecc: 'M', border: 4 });
      return { code, path: pathOf(data), box: `0 0 ${size} ${size}` };
    }),
  );
}

/** The dark modules as one SVG path. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
