import { Component, ElementRef, type OnInit, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Decision, QueueItem } from '@kernagenda/moderation/domain';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { KeysBox, ListKeys, idBeside } from '@kernagenda/shared/ui/keys';
import { nl } from './nl';
import { termOf } from './term';

/** What waits to be read, oldest term first. Single keys work here and nowhere else, and can be switched off. */
@Component({
  selector: 'ka-desk-queue',
  imports: [Bloem, Empty, Icon, KeysBox, RouterLink],
  providers: [ListKeys],
  templateUrl: './desk-queue.html',
  host: { '(keydown)': 'press($event)' },
})
export class DeskQueue implements OnInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly keys = inject(ListKeys);
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
  protected readonly rows = computed(() =>
    this.items().map((item) => ({ ...item, term: termOf(item.dueAt, this.now()) })),
  );
  protected readonly villages = computed(() => new Set(this.items().map(({ village }) => village.id)).size);

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
    this.keys.press(event, {
      '1': () => this.decided.emit('approve'),
      '2': () => this.decided.emit('request_changes'),
      '3': () => this.decided.emit('refuse'),
      j: () => this.step(1),
      k: () => this.step(-1),
      z: () => this.undone.emit(),
    });
  }

  private step(by: 1 | -1): void {
    const ids = this.items().map(({ proposalId }) => proposalId);
    const id = idBeside(ids, this.current(), by);
    if (!id) return;
    this.opened.emit(id);
    this.host.nativeElement.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  }
}
