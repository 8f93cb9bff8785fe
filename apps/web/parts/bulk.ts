import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaPoint } from '@kernagenda/agendas/domain';
import { type Undoable, UndoToast } from '@kernagenda/moderation/web';
import { type UndoableMove, moveTerms, undoableFrom, undoableMoves } from '@kernagenda/proposals/domain';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { MovesClient } from '@kernagenda/proposals/web/moves';
import { KeysBox, ListKeys, idBeside } from '@kernagenda/shared/ui/keys';
import { ApiError, Clock, Notices } from '@kernagenda/shared/web';
import { byTheme } from '../pages/agenda/groups';
import { nl as agendaNl } from '../pages/agenda/nl';
import { factsOf } from '../pages/agenda/point-facts';
import { nl } from './bulk-nl';

/** The state on the screen has no such step: nothing is asked of the API then. */
class Impossible extends Error {}

interface Stayed {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

interface Moved extends Undoable {
  readonly action: UndoableMove;
  readonly ids: readonly string[];
}

/** The points of an agenda to choose from and to move many at once, by mouse and by keyboard. Loaded apart, for who curates. */
@Component({
  selector: 'ka-bulk',
  imports: [AgendaBadge, KeysBox, RouterLink, UndoToast],
  providers: [ListKeys],
  templateUrl: './bulk.html',
  host: { class: 'ka-bulk ka-noprint', '(keydown)': 'press($event)' },
})
export class Bulk {
  private readonly client = inject(MovesClient);
  private readonly clock = inject(Clock);
  private readonly notices = inject(Notices);
  private readonly keys = inject(ListKeys);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly points = input.required<readonly AgendaPoint[]>();
  /** As of when ages are told. */
  readonly at = input.required<Date>();
  /** Says of which village a point is, where an agenda has several. */
  readonly several = input.required<boolean>();
  /** Loads the points again. */
  readonly reload = input.required<() => void>();

  protected readonly nl = nl;
  protected readonly words = agendaNl.point;
  protected readonly moves = undoableMoves;
  protected readonly empty: ReadonlySet<string> = new Set();
  protected readonly keyNames = [
    nl.keys.space,
    nl.keys.range,
    ...undoableMoves.map((move, index) => ({ key: String(index + 1), name: nl.buttons[move].toLowerCase() })),
  ];
  protected readonly groups = computed(() =>
    byTheme(this.points()).map(({ theme, name, points }) => ({
      theme,
      name,
      ids: points.map(({ id }) => id),
      rows: points.map((point) => ({ point, ...factsOf(point, this.at()) })),
    })),
  );
  /** In the order of the screen. */
  private readonly ids = computed(() => this.groups().flatMap(({ ids }) => ids));
  /** What was chosen and is still there. */
  protected readonly chosen = linkedSignal<readonly string[], ReadonlySet<string>>({
    source: this.ids,
    computation: (ids, before) => new Set(ids.filter((id) => before?.value.has(id))),
  });
  /** From where a range begins. */
  private anchor: string | null = null;
  protected readonly said = signal('');
  protected readonly stayed = signal<readonly Stayed[]>([]);
  protected readonly moved = signal<Moved | null>(null);
  protected readonly isBusy = signal(false);

  protected isWhole(ids: readonly string[]): boolean {
    return ids.every((id) => this.chosen().has(id));
  }

  protected isPart(ids: readonly string[]): boolean {
    return !this.isWhole(ids) && ids.some((id) => this.chosen().has(id));
  }

  /** A click, or the space bar: with Shift everything since the last one becomes as this one. */
  protected choose(event: MouseEvent, id: string, isChosen: boolean): void {
    const ids = this.ids();
    const [from, to] = [ids.indexOf(event.shiftKey ? (this.anchor ?? id) : id), ids.indexOf(id)];
    this.anchor = id;
    this.set(from < 0 ? [id] : ids.slice(Math.min(from, to), Math.max(from, to) + 1), isChosen);
  }

  protected set(ids: readonly string[], isChosen: boolean): void {
    const chosen = new Set(this.chosen());
    for (const id of ids) {
      if (isChosen) chosen.add(id);
      else chosen.delete(id);
    }
    this.chosen.set(chosen);
    this.said.set('');
  }

  protected press(event: KeyboardEvent): void {
    if (!(event.target instanceof Element && event.target.closest('[data-keys]'))) return;
    this.keys.press(event, {
      ...Object.fromEntries(undoableMoves.map((move, index) => [String(index + 1), () => void this.move(move)])),
      j: () => this.step(1),
      k: () => this.step(-1),
      z: () => void this.undo(),
    });
  }

  /** Moves what was chosen, one after the other; what cannot be moved stays, and is told with the reason. */
  protected async move(action: UndoableMove): Promise<void> {
    if (this.isBusy()) return;
    if (this.chosen().size === 0) return this.said.set(nl.none);
    // There is time for all as long as there is for the first.
    const until = new Date(this.clock.now().getTime() + moveTerms.undoSeconds * 1000);
    const ids = this.ids().filter((id) => this.chosen().has(id));
    const states = new Map(this.points().map(({ id, agendaState }) => [id, agendaState]));
    const act = async (id: string): Promise<unknown> => {
      return states.get(id) === undoableFrom[action] ? this.client.move(id, action) : Promise.reject(new Impossible());
    };
    const { done } = await this.each(ids, act, nl.why);
    this.moved.set(done.length ? { action, ids: done, message: nl.done[action](done.length), until } : null);
    this.set(done, false);
    this.reload()();
  }

  /** Takes the last moves back; what somebody else moved since stays. */
  protected async undo(): Promise<void> {
    const moved = this.moved();
    if (this.isBusy() || !moved) return;
    this.moved.set(null);
    const words = { ...nl.why, ...nl.whyNotBack };
    const { done, unreachable } = await this.each(moved.ids, (id) => this.client.takeBack(id), words);
    if (unreachable.length) {
      const message = nl.done[moved.action](unreachable.length);
      this.moved.set({ ...moved, ids: unreachable, message });
    }
    if (done.length) this.notices.show({ message: nl.undone(done.length) });
    this.set(done, true);
    this.reload()();
    const [first] = moved.ids;
    afterNextRender({ write: () => this.focus(first) }, { injector: this.injector });
  }

  /** Answers for which it worked, and for which there was no line. */
  private async each(
    ids: readonly string[],
    act: (id: string) => Promise<unknown>,
    words: Readonly<Record<string, string>>,
  ): Promise<{ readonly done: readonly string[]; readonly unreachable: readonly string[] }> {
    const titles = new Map(this.points().map(({ id, title }) => [id, title]));
    const stayed: Stayed[] = [];
    const unreachable: string[] = [];
    this.isBusy.set(true);
    this.said.set(nl.busy);
    this.stayed.set([]);
    for (const id of ids) {
      try {
        await act(id);
      } catch (error) {
        const code = error instanceof ApiError ? error.code : error instanceof Impossible ? 'wrong_state' : 'internal';
        if (code === 'unreachable') unreachable.push(id);
        stayed.push({ id, title: titles.get(id) ?? '', why: words[code] ?? nl.failed });
      }
    }
    this.isBusy.set(false);
    this.said.set('');
    this.stayed.set(stayed);
    return { done: ids.filter((id) => !stayed.some((one) => one.id === id)), unreachable };
  }

  private step(by: 1 | -1): void {
    const current = this.host.nativeElement.querySelector<HTMLElement>('[data-row]:focus')?.dataset['row'] ?? null;
    this.focus(idBeside(this.ids(), current, by));
  }

  private focus(id: string | undefined): void {
    const rows = [...this.host.nativeElement.querySelectorAll<HTMLElement>('[data-row]')];
    rows.find(({ dataset }) => dataset['row'] === id)?.focus();
  }
}
