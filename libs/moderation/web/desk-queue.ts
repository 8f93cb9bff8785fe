import {
  Component,
  DOCUMENT,
  ElementRef,
  type OnInit,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Decision, QueueItem } from '@kernagenda/moderation/domain';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { nl } from './nl';
import { termOf } from './term';

const storageKey = 'ka_desk_keys';
const decisions: Readonly<Record<string, Decision>> = { '1': 'approve', '2': 'request_changes', '3': 'refuse' };

/** What waits to be read, oldest term first. Single keys work here and nowhere else, and can be switched off. */
@Component({
  selector: 'ka-desk-queue',
  imports: [Bloem, Empty, Icon, RouterLink],
  templateUrl: './desk-queue.html',
  host: { '(keydown)': 'press($event)' },
})
export class DeskQueue implements OnInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly storage = inject(DOCUMENT).defaultView;
  readonly items = input.required<readonly QueueItem[]>();
  /** Id of the submission that is being read. */
  readonly current = input.required<string | null>();
  /** Names of the villages that want the same, by submission. */
  readonly matches = input.required<ReadonlyMap<string, string>>();
  readonly now = input.required<Date>();
  readonly hasMore = input(false);
  readonly ready = output<DeskQueue>();
  readonly opened = output<string>();
  readonly decided = output<Decision>();
  readonly undone = output();

  protected readonly nl = nl;
  readonly hasKeys = signal(true);
  protected readonly isHelpOpen = signal(false);
  protected readonly rows = computed(() =>
    this.items().map((item) => ({ ...item, term: termOf(item.dueAt, this.now()) })),
  );
  protected readonly villages = computed(() => new Set(this.items().map(({ village }) => village.id)).size);

  constructor() {
    afterNextRender(() => this.hasKeys.set(this.remembered()));
  }

  ngOnInit(): void {
    this.ready.emit(this);
  }

  /** Puts the focus on a submission: the one that is being read unless told otherwise, or the first. */
  focus(proposalId = this.current()): void {
    const links = [...this.host.nativeElement.querySelectorAll<HTMLElement>('.ka-q a')];
    const link = links.find((one) => one.dataset['id'] === proposalId) ?? links[0];
    (link ?? this.host.nativeElement.querySelector<HTMLElement>('h2'))?.focus();
  }

  /** False on a small screen while something is being read. */
  isShown(): boolean {
    return this.host.nativeElement.getClientRects().length > 0;
  }

  protected press(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement;
    if (!this.hasKeys() || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.perform(event.key.toLowerCase())) return;
    event.preventDefault();
  }

  protected switchKeys(isOn: boolean): void {
    this.hasKeys.set(isOn);
    try {
      this.storage?.localStorage.setItem(storageKey, isOn ? 'on' : 'off');
    } catch {
      // Storage may be closed to this page; the choice then lasts until it is left.
    }
  }

  private perform(key: string): boolean {
    const decision = decisions[key];
    if (decision) this.decided.emit(decision);
    else if (key === 'j') this.step(1);
    else if (key === 'k') this.step(-1);
    else if (key === 'z') this.undone.emit();
    else if (key === '?') this.isHelpOpen.set(!this.isHelpOpen());
    else return false;
    return true;
  }

  private step(by: 1 | -1): void {
    const ids = this.items().map(({ proposalId }) => proposalId);
    const at = ids.indexOf(this.current() ?? '');
    const id = at < 0 ? ids[0] : ids[at + by];
    if (!id) return;
    this.opened.emit(id);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  }

  private remembered(): boolean {
    try {
      return this.storage?.localStorage.getItem(storageKey) !== 'off';
    } catch {
      return true;
    }
  }
}
