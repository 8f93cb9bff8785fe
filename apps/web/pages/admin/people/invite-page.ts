import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { personLimits } from '@kernagenda/identity/domain';
import { PeopleClient } from '@kernagenda/identity/web/people';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { Notices, Page } from '@kernagenda/shared/web';
import { formDraft } from '../form-draft';
import { FormState } from '../form-state';
import { nl } from './nl';
import { loadScopes } from './scope-names';

const { min, max } = personLimits.displayName;
const words = {
  displayName: nl.invite.nameFault(min, max),
  email: nl.invite.emailFault,
  homeVillageId: nl.invite.villageFault,
};
const empty = { displayName: '', email: '', homeVillageId: '' };

/** Enters somebody, who gets a mail; then to their page, for a role. */
@Component({
  selector: 'ka-invite-page',
  imports: [Control, ErrorSummary, Field, Icon, RouterLink],
  template: `
    <a class="ka-admin__back" routerLink="/beheer/mensen"><svg kaIcon="back"></svg>{{ person.back }}</a>
    <h1>{{ nl.title }}</h1>
    <form class="ka-stack ka-admin__form" novalidate (submit)="send($event)">
      <p>{{ nl.lead }}</p>
      <ka-error-summary [errors]="form.errors()" />
      <ka-field
        controlId="invite-displayName"
        [label]="nl.name.label"
        [hint]="nl.name.hint"
        [error]="form.fault('displayName')"
      >
        <input
          #name
          kaControl
          class="ka-input"
          name="naam"
          autocomplete="off"
          [value]="draft().displayName"
          (input)="write({ displayName: name.value })"
        />
      </ka-field>
      <ka-field controlId="invite-email" [label]="nl.email.label" [hint]="nl.email.hint" [error]="form.fault('email')">
        <input
          #email
          kaControl
          class="ka-input"
          type="email"
          name="email"
          autocomplete="off"
          [value]="draft().email"
          (input)="write({ email: email.value })"
        />
      </ka-field>
      <ka-field
        controlId="invite-homeVillageId"
        [label]="nl.village.label"
        [hint]="nl.village.hint"
        [error]="form.fault('homeVillageId')"
      >
        <select #village kaControl class="ka-select" name="dorp" (change)="write({ homeVillageId: village.value })">
          <option value="">{{ nl.village.none }}</option>
          @for (one of scopes.villages(); track one.id) {
            <option [value]="one.id" [selected]="one.id === draft().homeVillageId">{{ one.name }}</option>
          }
        </select>
      </ka-field>
      @if (form.failure()) {
        <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ form.failure() }}</p>
      }
      <button type="submit" class="ka-button" [attr.aria-disabled]="form.isBusy() || null">{{ nl.button }}</button>
    </form>
  `,
})
export class InvitePage {
  private readonly people = inject(PeopleClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly nl = nl.invite;
  protected readonly person = nl.person;
  protected readonly scopes = loadScopes();
  protected readonly draft = formDraft('uitnodiging', empty);
  protected readonly form = new FormState('invite', words, { already_exists: nl.invite.exists });
  private key = crypto.randomUUID();

  constructor() {
    inject(Page).named(nl.invite.title);
  }

  protected write(change: Partial<typeof empty>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
    // Another text is another call.
    this.key = crypto.randomUUID();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const { displayName, email, homeVillageId } = this.draft();
    const name = displayName.trim();
    const faults = {
      ...(name.length < min || name.length > max ? { displayName: words.displayName } : {}),
      ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? {} : { email: words.email }),
    };
    let id = '';
    const input = { displayName: name, email: email.trim(), ...(homeVillageId && { homeVillageId }) };
    const isDone = await this.form.send(faults, async () => ({ id } = await this.people.invite(input, this.key)));
    if (!isDone) return;
    this.draft.set(empty);
    this.notices.show({ message: nl.invite.done(name) });
    await this.router.navigate(['/beheer/mensen', id]);
  }
}
