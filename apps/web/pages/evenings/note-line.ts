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
import { RouterLink } from '@angular/router';
import { isEmailAddress } from '@kernagenda/identity/domain';
import { eveningLimits } from '@kernagenda/intake/domain/evenings';
import type { Bundle, EveningNoteView, EveningState } from '@kernagenda/intake/domain/evenings';
import { themes } from '@kernagenda/proposals/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { oneLine } from '@kernagenda/shared/domain';
import { Icon } from '@kernagenda/shared/ui';
import { nl } from './nl';

export interface NoteChange {
  readonly id: string;
  /** From what it says now. */
  readonly change: (note: EveningNoteView) => Partial<EveningNoteView>;
}

const { text, group, place, dots } = eveningLimits;

/** One wish as it was said, with what says the same below it; its text opens the form that changes it. */
@Component({
  selector: 'li[kaNoteLine]',
  imports: [Icon, RouterLink],
  templateUrl: './note-line.html',
  host: { class: 'ka-evening__note' },
})
export class NoteLine {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly note = input.required<EveningNoteView>();
  readonly others = input.required<readonly EveningNoteView[]>();
  readonly isPending = input.required<boolean>();
  /** With what it can be tied together. */
  readonly choices = input.required<readonly Bundle<EveningNoteView>[]>();
  readonly state = input.required<EveningState>();
  readonly changed = output<NoteChange>();
  /** Takes this note away, and not what says the same. */
  readonly removed = output();

  protected readonly nl = nl.evening.note;
  protected readonly limits = eveningLimits;
  protected readonly themes = themes;
  protected readonly themeWords = proposalWords.themes;
  protected readonly isEditing = signal(false);
  protected readonly textFault = signal('');
  protected readonly emailFault = signal('');
  protected readonly isOpen = computed(() => this.state() === 'open');
  protected readonly dotCount = computed(() =>
    [this.note(), ...this.others()].reduce((sum, note) => sum + note.dots, 0),
  );
  protected readonly marks = computed(() => {
    const { theme, group: name, place: where, email } = this.note();
    return [
      ...(theme ? [this.themeWords[theme]] : []),
      ...(name ? [name] : []),
      ...(where ? [where] : []),
      ...(email ? [this.nl.hasEmail] : []),
    ].join(' · ');
  });
  protected readonly tiable = computed(() => this.choices().filter(({ main }) => main.id !== this.note().id));

  protected keyed(event: KeyboardEvent): void {
    if (!this.isOpen() || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.weigh(1);
    else if (event.key === '-') this.weigh(-1);
    else if (event.key === 'Delete') this.removed.emit();
    else return;
    event.preventDefault();
  }

  protected weigh(step: 1 | -1): void {
    const change = (note: EveningNoteView): Partial<EveningNoteView> => ({
      dots: Math.min(dots.max, Math.max(0, note.dots + step)),
    });
    this.changed.emit({ id: this.note().id, change });
  }

  protected untie(other: EveningNoteView): void {
    const { note } = this;
    this.changed.emit({ id: other.id, change: () => ({ sameAs: null }) });
    // Whatever was tied to it, either way round, says the same as this note still.
    for (const { id, sameAs } of [note(), ...this.others()]) {
      const next = id === note().id ? null : note().id;
      if (sameAs === other.id) this.changed.emit({ id, change: () => ({ sameAs: next }) });
    }
  }

  protected edit(): void {
    this.isEditing.set(true);
    this.focusAfterRender('[data-first]');
  }

  protected cancel(): void {
    if (!this.isEditing()) return;
    this.isEditing.set(false);
    this.focusAfterRender('[data-stop]');
  }

  protected save(event: Event): void {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const value = (name: string): string => oneLine(String(form.get(name) ?? ''));
    const said = value('text');
    const email = value('email').toLowerCase();
    this.textFault.set(said.length < text.min ? nl.evening.tooShort : said.length > text.max ? nl.evening.tooLong : '');
    this.emailFault.set(email === '' || isEmailAddress(email) ? '' : this.nl.emailFault);
    if (this.textFault() || this.emailFault()) {
      this.focusAfterRender('[aria-invalid=true]');
      return;
    }
    const { id, sameAs } = this.note();
    const same = value('same') || null;
    // What it was tied to comes along.
    if (same && sameAs) this.changed.emit({ id: sameAs, change: () => ({ sameAs: id }) });
    const change = {
      text: said,
      theme: themes.find((theme) => theme === value('theme')) ?? null,
      group: value('group').slice(0, group.max),
      place: value('place').slice(0, place.max),
      sameAs: same ?? sameAs,
      email: email || null,
    };
    this.changed.emit({ id, change: () => change });
    this.cancel();
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
