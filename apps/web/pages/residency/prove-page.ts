import { Location } from '@angular/common';
import { Component, DestroyRef, afterNextRender, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field, type SummaryError } from '@kernagenda/shared/ui/forms';
import { ApiError, Page } from '@kernagenda/shared/web';
import { keptInTab } from '@kernagenda/shared/web/kept';
import { isPostcodeOf, mayProve, readCode, residencyLimits } from '@kernagenda/villages/domain/residency';
import { villagesResource } from '@kernagenda/villages/web';
import { ResidencyClient, residencyResource } from '@kernagenda/villages/web/residency';
import { nl } from './nl';

type FieldName = 'code' | 'postcode';

/**
 * Where a resident types the code from the letterbox; opening it with the QR code changes nothing. That code stands behind
 * the `#` of the address, which no browser sends along.
 */
@Component({
  selector: 'ka-prove-page',
  imports: [Control, ErrorSummary, Failure, Field, Icon, RouterLink, Skeleton],
  templateUrl: './prove-page.html',
})
export class ProvePage {
  private readonly client = inject(ResidencyClient);
  protected readonly session = inject(Session);
  protected readonly nl = nl.prove;
  protected readonly limits = residencyLimits;
  protected readonly answer = residencyResource(() => !!this.session.person());
  private readonly villagesAnswer = villagesResource();
  protected readonly mayProve = computed(() => mayProve(this.session.person()));
  protected readonly village = computed(() => {
    const villages = this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [];
    return villages.find(({ id }) => id === this.session.person()?.homeVillageId) ?? null;
  });
  /** Read again after moving, when there is none. */
  protected readonly proof = computed(() => (this.answer.hasValue() ? this.answer.value().proof : null));

  private readonly kept = keptInTab<string>('ka_residency');
  private readonly faults = signal<Partial<Record<FieldName, string>>>({});
  protected readonly errors = computed<readonly SummaryError[]>(() =>
    Object.entries(this.faults()).map(([name, message]) => ({ controlId: `residency-${name}`, message })),
  );
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);

  constructor() {
    inject(Page).named(nl.prove.page);
    const [route, location, destroyed] = [inject(ActivatedRoute), inject(Location), inject(DestroyRef)];
    afterNextRender(() => {
      this.kept.restore();
      route.fragment.pipe(takeUntilDestroyed(destroyed)).subscribe((fragment) => {
        const code = new URLSearchParams(fragment ?? '').get('code');
        if (code === null) return;
        this.kept.write('code', code);
        // Kept in the tab now; whoever looks over a shoulder, or into the history, need not read it.
        location.replaceState(location.path(), '', location.getState());
      });
    });
  }

  protected valueOf(name: FieldName): string {
    return this.kept.of(name) ?? '';
  }

  protected fault(name: FieldName): string {
    return this.faults()[name] ?? '';
  }

  protected write(name: FieldName, value: string): void {
    this.kept.write(name, value);
  }

  protected async prove(event: Event): Promise<void> {
    event.preventDefault();
    const village = this.village();
    if (this.isBusy() || !village) return;
    const input = { code: this.valueOf('code'), postcode: this.valueOf('postcode') };
    this.failure.set('');
    this.faults.set({
      ...(readCode(input.code) === null && { code: nl.prove.code.fault }),
      ...(!isPostcodeOf(village.postcodes, input.postcode) && { postcode: nl.prove.postcode.fault(village.name) }),
    });
    if (this.errors().length) return;
    this.isBusy.set(true);
    try {
      this.answer.set(await this.client.prove(input));
      this.kept.forget('code', 'postcode');
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      this.failure.set(nl.prove.failures[code] ?? nl.prove.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}
