import {
  Component,
  ElementRef,
  Injector,
  ViewEncapsulation,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { isEmailAddress } from '@kernagenda/identity/domain';
import { bundlesOf, eveningLimits, readLine, resembling } from '@kernagenda/intake/domain/evenings';
import type { EveningNoteView } from '@kernagenda/intake/domain/evenings';
import { EveningBook, packForOffline } from '@kernagenda/intake/web/evenings';
import type { Refusal } from '@kernagenda/intake/web/evenings';
import type { SimilarView } from '@kernagenda/matching/domain';
import { MatchingClient } from '@kernagenda/matching/web';
import { proposalWords } from '@kernagenda/proposals/web';
import { Icon, Skeleton } from '@kernagenda/shared/ui';
import { Notices, Page } from '@kernagenda/shared/web';
import { keptInTab } from '@kernagenda/shared/web/kept';
import { CloseForm } from './close-form';
import { nl } from './nl';
import { type NoteChange, NoteLine } from './note-line';

const pauseMs = 500;
const shownLike = 3;
const shownPoints = 2;

/**
 * An evening in the village hall: one field, Enter is next, and below it what was said. The server draws only the frame
 * of this page, the same for everybody, so that it opens without a line; what is in it comes from this computer.
 */
@Component({
  selector: 'ka-evening-page',
  imports: [CloseForm, Icon, NoteLine, RouterLink, Skeleton],
  templateUrl: './evening-page.html',
  styleUrl: './evening-page.css',
  encapsulation: ViewEncapsulation.None,
  providers: [EveningBook],
  host: { '(keydown.arrowdown)': 'move($event, 1)', '(keydown.arrowup)': 'move($event, -1)' },
})
export class EveningPage {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly notices = inject(Notices);
  private readonly matching = inject(MatchingClient);
  private readonly typed = keptInTab<string>('ka_evening_line');
  protected readonly book = inject(EveningBook);
  readonly id = input.required<string>();

  protected readonly nl = nl.evening;
  protected readonly maxLength = eveningLimits.text.max * 2;
  protected readonly line = computed(() => this.typed.of(this.id()) ?? '');
  protected readonly fault = signal('');
  protected readonly said = signal('');
  protected readonly isPacked = signal(false);
  protected readonly points = signal<readonly SimilarView[]>([]);
  protected readonly isOpen = computed(() => this.book.evening()?.state === 'open');
  protected readonly here = computed(() => `/avond/${this.id()}`);
  protected readonly bundles = computed(() => {
    const kept = new Map(this.book.notes().map((one) => [one.note.id, one]));
    return bundlesOf(this.book.notes().map(({ note }) => note))
      .map(({ main, others }) => ({ main, others, isPending: kept.get(main.id)?.isPending ?? false }))
      .reverse();
  });
  protected readonly groups = computed(() =>
    [...new Set(this.book.notes().map(({ note }) => note.group))].filter(Boolean).sort(),
  );
  protected readonly read = computed(() => readLine(this.line(), proposalWords.themes));
  protected readonly reading = computed(() => {
    const { theme, group, email } = this.read();
    return this.nl.reads([
      ...(theme ? [this.nl.theme(proposalWords.themes[theme])] : []),
      ...(group ? [this.nl.group(group)] : []),
      ...(email ? [this.nl.email(email)] : []),
    ]);
  });
  protected readonly like = computed(() => {
    const { text } = this.read();
    if (text.length < eveningLimits.text.min) return [];
    return resembling(
      text,
      this.bundles().map(({ main }) => main),
    ).slice(0, shownLike);
  });
  protected readonly status = computed(() => {
    const words = this.nl.standing;
    const count = this.book.waitingCount();
    switch (this.book.standing()) {
      case 'asking':
        return count ? words.sending(count) : words.asking;
      case 'signed_out':
        return words.signedOut(count);
      case 'connected':
        return count ? words.sending(count) : words.sent;
      case 'offline':
      case 'missing':
      case 'not_allowed':
        return words.offline(count);
    }
  });
  protected readonly late = computed(() => this.refusedBy('wrong_state'));
  protected readonly odd = computed(() => this.refusedBy('invalid_input'));
  protected readonly isCalm = computed(() => this.book.standing() === 'connected');

  constructor() {
    const page = inject(Page);
    page.named(nl.list.page);
    afterNextRender(() => {
      this.typed.restore();
      void this.open();
    });
    effect(() => {
      const evening = this.book.evening();
      if (evening) page.named(this.nl.name(evening.village.name, evening.title));
    });
    this.askForPoints();
  }

  protected write(line: string): void {
    this.typed.write(this.id(), line);
    this.fault.set('');
  }

  /** Enter: kept on this computer at once, and the field is free for the next. */
  protected save(event: Event, sameAs: string | null = null): void {
    event.preventDefault();
    const { text, theme, group, email } = this.read();
    const { min, max } = eveningLimits.text;
    if (text.length < min) this.fault.set(this.nl.tooShort);
    else if (text.length > max) this.fault.set(this.nl.tooLong);
    else if (email !== null && !isEmailAddress(email)) this.fault.set(this.nl.note.emailFault);
    else if (this.book.notes().length >= eveningLimits.notes) this.fault.set(this.nl.full);
    if (this.fault()) return;
    this.book.add({ text, theme, group: group.slice(0, eveningLimits.group.max), email, sameAs, dots: 0, place: '' });
    this.typed.forget(this.id());
    this.said.set(this.nl.saved(text));
    this.focusField();
  }

  protected change({ id, change }: NoteChange): void {
    this.book.change(id, change);
  }

  protected remove(id: string): void {
    // Nobody hears of what was taken away.
    const email = this.book.notes().find(({ note }) => note.id === id)?.note.email ?? null;
    this.book.change(id, () => ({ isRemoved: true, email: null }));
    const undo = (): void => this.book.change(id, () => ({ isRemoved: false, email }));
    this.notices.show({ message: this.nl.note.removed, undo });
    this.focusField();
  }

  /** The arrows walk from the field down the notes and back. */
  protected move(event: Event, step: 1 | -1): void {
    const stops = [...this.host.nativeElement.querySelectorAll<HTMLElement>('[data-stop]')];
    const at = stops.findIndex((stop) => stop === event.target);
    const next = at < 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  protected focusField(): void {
    this.host.nativeElement.querySelector<HTMLElement>('#evening-line')?.focus();
  }

  private refusedBy(reason: Refusal): readonly EveningNoteView[] {
    return this.book.refused().flatMap(({ note, refusal }) => (refusal === reason ? [note] : []));
  }

  private async open(): Promise<void> {
    await this.book.open(this.id());
    if (this.book.standing() !== 'connected') return;
    if (this.isOpen()) afterNextRender({ write: () => this.focusField() }, { injector: this.injector });
    // The screen has to open without a line too.
    await import('./screen-page');
    this.isPacked.set(await packForOffline());
  }

  /** What the village has on its agenda already, once somebody pauses and there is a line. */
  private askForPoints(): void {
    effect((onCleanup) => {
      const { text } = this.read();
      const villageId = this.book.evening()?.village.id;
      if (!villageId || text.length < eveningLimits.text.min || this.book.standing() !== 'connected') {
        this.points.set([]);
        return;
      }
      const timer = setTimeout(() => {
        this.matching.similar({ villageId, title: text.slice(0, 120), body: '' }).then(
          ({ inVillage }) => this.points.set(inVillage.slice(0, shownPoints)),
          () => this.points.set([]),
        );
      }, pauseMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
