import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { Icon } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field, type SummaryError } from '@kernagenda/shared/ui/forms';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { FormDrafts } from './form-drafts';
import { type FormField, type Values, checkedOf, offered } from './form-fields';
import { formsNl } from './forms-nl';

/** What a form sends besides what was typed. */
export interface Sent {
  readonly values: Values;
  /** The version that was read when it was opened; zero where there is none. */
  readonly version: number;
  readonly key: string;
}

/**
 * A button with the form it unfolds. What is typed is kept until it has arrived, through a reload and a lost session;
 * what the API refuses is told at the field, or plainly as a whole.
 */
@Component({
  selector: 'ka-fold-form',
  imports: [Control, ErrorSummary, Field, Icon],
  templateUrl: './fold-form.html',
  host: { class: 'ka-fold-form', '(keydown.escape)': 'close()' },
})
export class FoldForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly drafts = inject(FormDrafts);
  private readonly notices = inject(Notices);
  /** Names this form among all: what is typed is kept under it. */
  readonly name = input.required<string>();
  readonly button = input.required<string>();
  /** Added to the button for who does not see what it stands beside. */
  readonly about = input('');
  readonly look = input<'main' | 'second' | 'quiet' | 'samen'>('second');
  readonly title = input('');
  readonly lead = input('');
  readonly fields = input.required<readonly FormField[]>();
  /** What the fields hold as long as nothing was typed. */
  readonly initial = input<Values>({});
  readonly version = input<number | null>(null);
  readonly submit = input('');
  readonly send = input.required<(sent: Sent) => Promise<unknown>>();
  /** Said when it has arrived. */
  readonly done = input.required<string>();
  /** Other words for what the API refuses, by its code. */
  readonly failures = input<Readonly<Record<string, string>>>({});
  /** Says more of what the API refused than its code does; empty when it cannot. */
  readonly explain = input<(error: unknown) => string>(() => '');
  /** It has arrived; with what was answered. */
  readonly sent = output<unknown>();
  /** The API said no: what is on the screen may be old. */
  readonly refused = output();

  protected readonly nl = formsNl;
  private readonly draft = computed(() => this.drafts.of(this.name()));
  protected readonly isOpen = computed(() => this.draft()?.isOpen ?? false);
  protected readonly id = computed(() => this.name().replace(/[^a-z0-9-]+/gi, '-'));
  /** Of each field that is there what it can hold: what was chosen among other choices is not sent along unseen. */
  protected readonly values = computed<Values>(() => {
    const all: Values = { ...this.initial(), ...this.draft()?.typed };
    return Object.fromEntries(this.fields().map((field) => [field.name, offered(field, all[field.name] ?? '')]));
  });
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');
  private readonly faults = signal<Values>({});
  protected readonly errors = computed<readonly SummaryError[]>(() =>
    this.fields().flatMap(({ name }) => {
      const message = this.faults()[name];
      return message ? [{ controlId: this.controlId(name), message }] : [];
    }),
  );
  protected readonly classes = computed(() => {
    const look = { main: '', second: ' ka-button--second', quiet: ' ka-button--quiet', samen: ' ka-button--samen' };
    return `ka-button${look[this.look()]}${this.look() === 'main' ? '' : ' ka-button--small'}`;
  });

  protected controlId(field: string): string {
    return `${this.id()}-${field}`;
  }

  protected fault(field: string): string {
    return this.faults()[field] ?? '';
  }

  protected isChecked(field: string, value: string): boolean {
    return checkedOf(this.values()[field]).includes(value);
  }

  protected toggle(): void {
    if (this.isOpen()) this.close();
    else this.open();
  }

  protected close(): void {
    if (!this.isOpen()) return;
    this.drafts.close(this.name());
    this.clear();
    this.focusAfterRender('[data-fold]');
  }

  protected write(field: string, value: string): void {
    this.drafts.write(this.name(), { [field]: value });
  }

  protected check(field: string, value: string, isChecked: boolean): void {
    const rest = checkedOf(this.values()[field]).filter((one) => one !== value);
    this.write(field, [...rest, ...(isChecked ? [value] : [])].join(' '));
  }

  protected async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const draft = this.draft();
    if (this.isBusy() || !draft) return;
    this.clear();
    const values = this.values();
    this.faults.set(
      Object.fromEntries(
        this.fields()
          .filter(({ name, isFine }) => isFine && !isFine(values[name] ?? '', values))
          .map(({ name, fault }) => [name, fault ?? formsNl.fault]),
      ),
    );
    if (this.errors().length) return;
    this.isBusy.set(true);
    try {
      const after = await this.send()({ values, version: draft.version ?? this.version() ?? 0, key: draft.key });
      this.arrived(after);
    } catch (error) {
      this.tell(error);
    } finally {
      this.isBusy.set(false);
    }
  }

  private open(): void {
    this.drafts.open(this.name(), this.version());
    this.focusAfterRender('[data-title]');
  }

  private arrived(after: unknown): void {
    this.drafts.forget(this.name());
    this.notices.show({ message: this.done() });
    this.sent.emit(after);
    this.focusAfterRender('[data-fold]');
  }

  private tell(error: unknown): void {
    const code = error instanceof ApiError ? error.code : 'internal';
    const pointers = (error instanceof ApiError ? (error.problem?.errors ?? []) : []).map(({ pointer }) => pointer);
    const refused = this.fields().filter(({ name }) => pointers.some((pointer) => pointer.split('/').includes(name)));
    if (refused.length)
      this.faults.set(Object.fromEntries(refused.map(({ name, fault }) => [name, fault ?? formsNl.fault])));
    else this.failure.set(this.explain()(error) || (this.failures()[code] ?? formsNl.failures[code] ?? formsNl.failed));
    // Read again: sent once more, it is a change to what is there now, and its maker was told.
    if (code === 'stale_version' || code === 'balance_changed') this.drafts.refresh(this.name(), null);
    this.refused.emit();
  }

  private clear(): void {
    this.failure.set('');
    this.faults.set({});
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
