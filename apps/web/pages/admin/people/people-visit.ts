import { Injectable, signal } from '@angular/core';
import type { AssignedRole } from '@kernagenda/identity/domain';

/** One visit to the people: why somebody looks, asked once, and what they look for. Gone when the page is closed. */
@Injectable({ providedIn: 'root' })
export class PeopleVisit {
  readonly reason = signal('');
  readonly search = signal('');
  readonly role = signal<AssignedRole | ''>('');
}
