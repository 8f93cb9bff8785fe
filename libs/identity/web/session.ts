import { DOCUMENT, Injectable, computed, effect, inject } from '@angular/core';
import {
  type DemoPersonView,
  type MeView,
  type PersonView,
  type Role,
  type SignInInput,
  type UpdateMeInput,
} from '@kernagenda/identity/domain';
import { Api, Live, apiResource } from '@kernagenda/shared/web';

/** Who is signed in, and signing in and out. The cookie itself is out of reach of scripts. */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly api = inject(Api);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly me = apiResource<MeView>('me', () => '/me');

  readonly person = computed(() => (this.me.hasValue() ? this.me.value().person : null));
  readonly isDemo = computed(() => this.me.hasValue() && this.me.value().demo);
  /** False while it is not known yet, or when the API cannot be reached. */
  readonly isKnown = computed(() => this.me.hasValue());

  constructor() {
    const live = inject(Live);
    effect(() => {
      if (live.rightsChanges()) this.me.reload();
    });
  }

  /** Whether to show what belongs to a role; what is allowed the API decides. */
  hasRole(role: Role): boolean {
    return this.person()?.roles.some((scoped) => scoped.role === role) ?? false;
  }

  /** Asks anew who is signed in, which another window can have changed or time can have ended. */
  async ask(): Promise<PersonView | null> {
    const me = await this.api.get<MeView>('/me');
    this.me.set(me);
    return me.person;
  }

  async requestCode(email: string): Promise<void> {
    await this.api.post('/sign-in/code', { email });
  }

  async signIn(input: SignInInput): Promise<void> {
    await this.api.post('/sign-in', input);
    this.me.reload();
  }

  async signInAs(person: DemoPersonView): Promise<void> {
    await this.api.post('/demo/sign-in', { personId: person.id });
    this.me.reload();
  }

  /** Ends every session of this person, on every device. */
  async signOutEverywhere(): Promise<void> {
    await this.api.post('/sign-out-everywhere');
    await this.leave();
  }

  async signOut(): Promise<void> {
    await this.api.post('/sign-out');
    await this.leave();
  }

  /** The next person on this device finds nothing of what this one wrote, neither kept nor in memory. */
  private async leave(): Promise<void> {
    this.window?.localStorage.clear();
    this.window?.sessionStorage.clear();
    const kept = this.window?.indexedDB;
    try {
      for (const { name } of (await kept?.databases()) ?? []) kept?.deleteDatabase(name ?? '');
    } catch {
      // A browser that cannot tell what it keeps must not stop anybody from leaving.
    }
    this.window?.location.assign('/');
  }

  async update(input: UpdateMeInput): Promise<void> {
    await this.api.patch('/me', input);
    this.me.reload();
  }
}
