import { Component, computed, inject, output, signal } from '@angular/core';
import { circleLimits } from '@kernagenda/notifications/domain';
import type { CircleInput } from '@kernagenda/notifications/domain';
import { NotificationsClient } from '@kernagenda/notifications/web';
import { Control, Field } from '@kernagenda/shared/ui/forms';
import { Notices } from '@kernagenda/shared/web';
import { villagesResource } from '@kernagenda/villages/web';
import { nl as words } from './nl';

/** The one place somebody follows: around the middle of a village, or where they are now. */
@Component({
  selector: 'ka-follow-place',
  imports: [Control, Field],
  templateUrl: './follow-place.html',
})
export class FollowPlace {
  private readonly client = inject(NotificationsClient);
  private readonly notices = inject(Notices);
  readonly changed = output();

  protected readonly nl = words.follows.place;
  protected readonly radii = circleLimits.radii;
  private readonly answer = villagesResource();
  protected readonly villages = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly villageId = signal('');
  protected readonly radius = signal<number>(circleLimits.radii[1]);
  protected readonly fault = signal('');
  protected readonly isBusy = signal(false);

  protected choose(villageId: string): void {
    this.villageId.set(villageId);
    this.fault.set('');
  }

  protected async drawAroundVillage(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.villageId()) return this.fault.set(this.nl.fault);
    await this.draw({ villageId: this.villageId(), longitude: null, latitude: null });
  }

  protected async drawHere(): Promise<void> {
    this.fault.set('');
    const place = await new Promise<GeolocationPosition | null>((resolve) =>
      navigator.geolocation.getCurrentPosition(resolve, () => resolve(null), { timeout: 15_000, maximumAge: 60_000 }),
    );
    if (!place) return this.notices.show({ message: this.nl.noPlace });
    const { longitude, latitude } = place.coords;
    await this.draw({ villageId: null, longitude: rounded(longitude), latitude: rounded(latitude) });
  }

  private async draw(place: Omit<CircleInput, 'radius'>): Promise<void> {
    this.isBusy.set(true);
    try {
      await this.client.drawCircle({ ...place, radius: this.radius() });
      this.notices.show({ message: this.nl.drawn });
    } catch {
      this.notices.show({ message: words.failed });
    }
    this.isBusy.set(false);
    this.changed.emit();
  }
}

/** No sharper than it is kept: the exact place never leaves the device. */
const rounded = (degrees: number): number => Number(degrees.toFixed(circleLimits.decimals));
