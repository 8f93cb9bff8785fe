import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type DemoPersonView, signInLimits } from '@kernagenda/identity/domain';
import { Session, safeReturnPath } from '@kernagenda/identity/web';
import type { Page as PageOf } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { ApiError, Page, apiResource } from '@kernagenda/shared/web';
import { nl } from './nl';

/** From an e-mail address to a code to a session, and back to where one was. */
@Component({
  selector: 'ka-sign-in-page',
  imports: [Control, ErrorSummary, Field, RouterLink],
  templateUrl: './sign-in-page.html',
})
export class SignInPage {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  /** Path to return to; only a path of this site counts. */
  readonly terug = input<string>();

  protected readonly nl = nl;
  protected readonly codeDigits = signInLimits.codeDigits;
  protected readonly email = signal('');
  protected readonly step = signal<'email' | 'code'>('email');
  protected readonly emailError = signal('');
  protected readonly codeError = signal('');
  protected readonly message = signal('');
  protected readonly isBusy = signal(false);
  protected readonly returnPath = computed(() => safeReturnPath(this.terug()));
  protected readonly errors = computed(() => [
    ...(this.emailError() ? [{ controlId: 'email', message: this.emailError() }] : []),
    ...(this.codeError() ? [{ controlId: 'code', message: this.codeError() }] : []),
  ]);

  private readonly peopleAnswer = apiResource<PageOf<DemoPersonView>>('demo-people', () =>
    this.session.isDemo() ? '/demo/people' : undefined,
  );
  protected readonly people = computed(() => (this.peopleAnswer.hasValue() ? this.peopleAnswer.value().items : []));

  constructor() {
    inject(Page).named(nl.page);
  }

  protected async send(event: Event, email: string): Promise<void> {
    event.preventDefault();
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) {
      this.emailError.set(nl.emailWrong);
      return;
    }
    this.emailError.set('');
    this.email.set(email.trim());
    await this.attempt(async () => {
      await this.session.requestCode(this.email());
      this.step.set('code');
    });
  }

  protected async sendAgain(): Promise<void> {
    await this.attempt(async () => {
      await this.session.requestCode(this.email());
      this.message.set(nl.sentAgain);
    });
  }

  protected async enter(event: Event, code: string): Promise<void> {
    event.preventDefault();
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) {
      this.codeError.set(nl.codeShape);
      return;
    }
    this.codeError.set('');
    await this.attempt(async () => {
      await this.session.signIn({ email: this.email(), code: digits });
      await this.router.navigateByUrl(this.returnPath());
    });
  }

  protected async enterAs(person: DemoPersonView): Promise<void> {
    await this.attempt(async () => {
      await this.session.signInAs(person);
      await this.router.navigateByUrl(this.returnPath());
    });
  }

  protected otherAddress(): void {
    this.step.set('email');
    this.codeError.set('');
    this.message.set('');
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.message.set('');
    try {
      await work();
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      if (code === 'invalid_code') this.codeError.set(nl.codeWrong);
      else if (code === 'invalid_input') this.emailError.set(nl.emailWrong);
      else this.message.set(code === 'too_many_requests' ? nl.tooMany : nl.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}
