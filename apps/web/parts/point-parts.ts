import { Component, input } from '@angular/core';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { Promises } from './promises';
import { Travels } from './travels';

/** What the point page brings apart in one go: what the town hall says, and how the idea travels. */
@Component({
  selector: 'ka-point-parts',
  imports: [Promises, Travels],
  template: `
    <ka-promises [point]="point()" />
    <ka-travels [point]="point()" />
  `,
  host: { class: 'ka-stack ka-stack--far' },
})
export class PointParts {
  readonly point = input.required<ProposalView>();
}
