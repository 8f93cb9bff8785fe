import { Component, ElementRef, type OnInit, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { Because } from '@kernagenda/matching/web/because';
import { benefitWords, pointCount } from '@kernagenda/matching/web/board';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { KeysBox, ListKeys, idBeside } from '@kernagenda/shared/ui/keys';
import { nl } from './nl';

/** The flags of one list, each with why. Single keys work here and nowhere else, and can be switched off. */
@Component({
  selector: 'ka-flag-list',
  imports: [Because, Bloem, Icon, KeysBox, RouterLink],
  providers: [ListKeys],
  templateUrl: './flag-list.html',
  host: { '(keydown)': 'press($event)' },
})
export class FlagList implements OnInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly keys = inject(ListKeys);
  readonly flags = input.required<readonly MatchFlagView[]>();
  /** Id of the flag that is shown. */
  readonly current = input.required<string | null>();
  readonly hasMore = input(false);
  readonly ready = output<FlagList>();
  readonly opened = output<string>();
  readonly acted = output<'confirm' | 'snooze' | 'decline' | 'introduce' | 'undo'>();

  protected readonly nl = nl;
  protected readonly benefits = benefitWords;
  protected readonly rows = computed(() =>
    this.flags().map((flag) => ({
      ...flag,
      count: pointCount(flag),
      villages: nl.list.villages([...new Set(flag.points.map(({ village }) => village.name))]),
    })),
  );

  ngOnInit(): void {
    this.ready.emit(this);
  }

  /** Puts the focus on a flag: the one that is shown unless told otherwise, or the first. */
  focus(id = this.current()): void {
    const links = [...this.host.nativeElement.querySelectorAll<HTMLElement>('.ka-q a')];
    const link = links.find((one) => one.dataset['id'] === id) ?? links[0];
    (link ?? this.host.nativeElement.querySelector<HTMLElement>('h2'))?.focus();
  }

  /** False on a small screen while a flag is read. */
  isShown(): boolean {
    return this.host.nativeElement.getClientRects().length > 0;
  }

  protected press(event: KeyboardEvent): void {
    this.keys.press(event, {
      '1': () => this.acted.emit('confirm'),
      '2': () => this.acted.emit('snooze'),
      '3': () => this.acted.emit('decline'),
      '4': () => this.acted.emit('introduce'),
      j: () => this.step(1),
      k: () => this.step(-1),
      z: () => this.acted.emit('undo'),
    });
  }

  private step(by: 1 | -1): void {
    const ids = this.flags().map(({ id }) => id);
    const id = idBeside(ids, this.current(), by);
    if (!id) return;
    this.opened.emit(id);
    this.focus(id);
  }
}
