import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import type { ProposalView } from '@kernagenda/proposals/domain';
import { ProposalsClient } from '@kernagenda/proposals/web';
import { ApiError, Clock } from '@kernagenda/shared/web';
import { KeptDrafts } from './kept-drafts';
import * as local from './local-drafts';
import type { DraftText, LocalDraft, Trouble, Wanted } from './local-drafts';

/**
 * The proposal somebody is writing. It is kept on this device with every change, and with the municipality as soon as
 * its author is signed in; it survives a reload, a lost connection and signing in.
 */
@Injectable({ providedIn: 'root' })
export class ProposalDraft {
  private readonly kept = inject(KeptDrafts);
  private readonly proposals = inject(ProposalsClient);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly openId = signal<string | null>(null);
  private readonly found = signal<(Trouble & { readonly draftId: string | null }) | null>(null);
  private sending: Promise<unknown> = Promise.resolve();
  private lastOpen: LocalDraft | undefined;

  private readonly personId = computed(() => this.session.person()?.id ?? null);
  private readonly current = computed(() => {
    const draft = this.kept.find(this.openId());
    return draft && local.mayStayOpen(draft, this.personId()) ? draft : null;
  });
  /** Names the draft that is open on this device; null when none is. */
  readonly id = computed(() => this.current()?.id ?? null);
  readonly serverId = computed(() => this.current()?.server?.id ?? null);
  readonly text = computed((): DraftText => this.current() ?? local.emptyText);
  /** Slug of the village it is for; empty until one is chosen. */
  readonly village = computed(() => this.current()?.village ?? '');
  readonly hasPhotos = computed(() => !!this.current()?.hasPhotos);
  readonly savedAt = computed(() => this.current()?.savedAt ?? null);
  readonly isOpen = computed(() => !!this.current());
  readonly isOnServer = computed(() => !!this.serverId());
  /** Whether there is something to save with the municipality, and somebody to save it for. */
  readonly isToSave = computed(() => {
    const draft = this.current();
    return !!draft?.isDirty && !!draft.owner && draft.owner === this.personId() && !this.trouble();
  });
  /** What its author has to decide first. */
  readonly trouble = computed(() => (this.found()?.draftId === this.openId() ? this.found() : null));
  /** What else this person began on this device. */
  readonly others = computed(() => local.othersOf(this.kept.all(), this.openId(), this.personId()));
  /** Whether something stands here that is shown only once its author is signed in again. */
  readonly isLocked = computed(
    () => this.session.isKnown() && !this.personId() && !this.current() && this.kept.all().some(({ owner }) => owner),
  );

  constructor() {
    effect(() => this.follow(this.openId(), this.kept.find(this.openId())));
  }

  /**
   * Opens the draft that is asked for, or an empty one, and lets it meet what the municipality has. What is open
   * already and fits stays open.
   * @throws ApiError when the text has to come from the municipality and does not
   */
  async open(request: Omit<Wanted, 'personId'>): Promise<void> {
    const personId = this.personId();
    this.kept.change((all) => (personId ? local.claim(all, personId) : all));
    const open = this.current();
    const next =
      open && local.isWanted(open, request) ? open : local.findWanted(this.kept.all(), { ...request, personId });
    this.show(next?.id ?? null);
    if (next) {
      // Unreachable now: a save that is too late is refused then.
      if (next.server && personId) await this.meetServer(next.id).catch(() => undefined);
    } else if (request.serverId) {
      await this.fetch(request.serverId, personId);
    }
  }

  /** Every draft of this device, whoever wrote it. */
  keptIds(): readonly string[] {
    return this.kept.all().map(({ id }) => id);
  }

  /** Goes on with another draft of this device. */
  goOn(id: string): void {
    const draft = this.kept.find(id);
    if (!draft) return;
    this.kept.keep(draft);
    this.show(id);
  }

  /** Nothing is open any more; what was stays among the others, or with the municipality. */
  close(): void {
    this.show(null);
  }

  /** Takes one of the others away. @returns puts it back */
  discard(id: string): () => void {
    const draft = this.kept.find(id);
    this.kept.remove(id);
    return () => {
      if (draft) this.kept.keep(draft);
    };
  }

  /** @param village slug of the village it is for, when none was chosen yet */
  write(change: Partial<DraftText & Pick<LocalDraft, 'hasPhotos'>>, village: string): void {
    const now = this.clock.now();
    const draft = this.current() ?? local.newDraft(village, this.personId(), now);
    this.kept.keep({
      ...draft,
      ...change,
      village: draft.village || village,
      isDirty: true,
      savedAt: now.toISOString(),
    });
    this.openId.set(draft.id);
  }

  /** Another village, which only a text can get that the municipality does not have yet. */
  moveTo(village: string): void {
    this.write({}, village);
    const draft = this.current();
    if (draft && !draft.server) this.kept.keep({ ...draft, village });
  }

  /** Keeps it with the municipality too; one call at a time, each on the version the last one answered. */
  save(villageId: string): Promise<void> {
    const id = this.openId();
    const done = this.sending.then(() => this.send(id, villageId));
    this.sending = done.catch(() => undefined);
    return done;
  }

  /** Saves it and sends it to the broker. @returns what lies on the desk now */
  async submit(villageId: string): Promise<ProposalView> {
    const id = this.openId();
    await this.save(villageId);
    const draft = this.kept.find(id);
    if (!draft?.server) throw new Error('There is no draft to submit.');
    try {
      const view = await this.proposals.act(draft.server.id, 'submit');
      this.show(null);
      // What another window wrote meanwhile was not sent.
      if (!this.kept.find(id)?.isDirty) this.kept.remove(draft.id);
      return view;
    } catch (error) {
      if (!hasCode(error, 'wrong_state', 'not_found')) throw error;
      await this.meetServer(draft.id);
      // An earlier answer was lost on the way: what was to be sent lies there, word for word.
      const trouble = this.trouble();
      if (trouble?.kind !== 'sent' || this.current()) throw error;
      this.show(null);
      return trouble.proposal;
    }
  }

  /** Ends a trouble: this text becomes the next version. @returns puts the text of the municipality in its place */
  keepMine(): () => void {
    const [mine, theirs] = [this.current(), this.trouble()?.proposal];
    this.settle((draft, proposal) => local.keepMine(draft, proposal));
    return () => this.putBack(mine && theirs && { ...mine, ...local.textOf(theirs) });
  }

  /** Ends a trouble: the text of the municipality takes the place of this one. @returns puts this one back */
  takeTheirs(): () => void {
    const mine = this.current();
    this.settle((draft, proposal) => local.takeTheirs(draft, proposal));
    return () => this.putBack(mine);
  }

  /** Ends a trouble: this text becomes another proposal. */
  startAnew(): void {
    if (this.current()) this.settle((draft) => local.startAnew(draft));
    else this.show(null);
  }

  /** The municipality has it no more: its author deleted it. */
  forget(serverId: string): void {
    this.kept.change((all) => all.filter(({ server }) => server?.id !== serverId));
  }

  private show(id: string | null): void {
    if (id !== this.openId()) this.found.set(null);
    this.openId.set(id);
    this.kept.change((all) => local.worthKeeping(all, id));
  }

  /** Another window can end what is open here; then its author is told when it was sent in. */
  private follow(openId: string | null, draft: LocalDraft | undefined): void {
    const before = this.lastOpen;
    this.lastOpen = draft;
    if (draft || !before?.server || before.id !== openId) return;
    void this.proposals.find(before.server.id).then(
      (proposal) => this.found.set(local.isSent(proposal) ? { kind: 'sent', proposal, draftId: openId } : null),
      () => undefined,
    );
  }

  // On the version that stands there by then; a draft that is gone since comes back as a new one.
  private putBack(draft: LocalDraft | null | undefined): void {
    if (!draft) return;
    const server = this.kept.find(draft.id)?.server ?? null;
    this.kept.keep(server ? { ...draft, server, isDirty: true } : local.startAnew(draft));
  }

  private settle(change: (draft: LocalDraft, proposal: ProposalView) => LocalDraft): void {
    const [draft, trouble] = [this.current(), this.trouble()];
    if (draft && trouble) this.kept.keep(change(draft, trouble.proposal));
    this.found.set(null);
  }

  private async fetch(serverId: string, owner: string | null): Promise<void> {
    const draft = local.fromServer(await this.proposals.find(serverId), owner, this.clock.now());
    if (this.openId() || this.personId() !== owner) return;
    this.kept.keep(draft);
    this.openId.set(draft.id);
  }

  private async meetServer(id: string): Promise<void> {
    const serverId = this.kept.find(id)?.server?.id;
    if (!serverId) return;
    const view = await this.proposals.find(serverId).catch(async (error: unknown) => {
      if (!hasCode(error, 'not_found')) throw error;
      if ((await this.session.ask())?.id !== this.kept.find(id)?.owner) throw error;
      return null;
    });
    const draft = this.kept.find(id);
    if (!draft) return;
    const { draft: next, trouble } = local.meet(draft, view);
    if (next) this.kept.keep(next);
    else {
      this.lastOpen = undefined;
      this.kept.remove(id);
    }
    if (this.openId() === id) this.found.set(trouble && { ...trouble, draftId: id });
  }

  private async send(id: string | null, villageId: string, isRetry = false): Promise<void> {
    const draft = this.kept.find(id);
    if (!draft) throw new Error('There is no draft to save.');
    if (draft.server && !draft.isDirty) return;
    try {
      const view = await this.put(draft, villageId);
      this.kept.keep(local.saved(this.kept.find(id) ?? draft, draft, view));
    } catch (error) {
      if (isRetry || !(await this.isMended(draft, error))) throw error;
      await this.send(id, villageId, true);
    }
  }

  private async put(draft: LocalDraft, villageId: string): Promise<ProposalView> {
    const text = local.textOf(draft);
    if (draft.server) return this.proposals.update(draft.server.id, text, draft.server.version);
    // Another window may have signed somebody else in: what one wrote never becomes a draft of the other.
    if ((await this.session.ask())?.id !== draft.owner) throw new ApiError(401, null);
    return this.proposals.create({ villageId, ...text }, draft.key);
  }

  /** Finds out why the municipality did not take it. @returns whether it makes sense to try once more */
  private async isMended(draft: LocalDraft, error: unknown): Promise<boolean> {
    if (!draft.server) {
      // The key belongs to another text, or to one that was deleted since.
      if (!hasCode(error, 'idempotency_key_reused', 'not_found')) return false;
      this.kept.keep(local.startAnew(this.kept.find(draft.id) ?? draft));
      return true;
    }
    if (hasCode(error, 'sign_in_required')) await this.session.ask();
    if (!hasCode(error, 'stale_version', 'wrong_state', 'not_found')) return false;
    await this.meetServer(draft.id);
    return !!this.kept.find(draft.id) && !this.trouble();
  }
}

function hasCode(error: unknown, ...codes: ApiError['code'][]): boolean {
  return error instanceof ApiError && codes.includes(error.code);
}
