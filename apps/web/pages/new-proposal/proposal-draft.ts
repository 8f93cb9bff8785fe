import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import type { ProposalInput, ProposalView } from '@kernagenda/proposals/domain';
import { ProposalsClient } from '@kernagenda/proposals/web';
import { ApiError } from '@kernagenda/shared/web';

export interface DraftText {
  readonly title: string;
  readonly place: string;
  readonly body: string;
}

interface StoredDraft extends DraftText {
  readonly village: string;
  readonly savedAt: string;
  readonly serverId: string | null;
  /** Key of the creating call, so a repeated one makes no second draft. */
  readonly key: string;
}

const storageKey = 'ka-draft';
const empty: DraftText = { title: '', place: '', body: '' };

/**
 * The proposal somebody is writing. It is kept on this device with every change, and with the municipality as soon as
 * its author is signed in; it survives a reload, a lost connection and signing in.
 */
@Injectable({ providedIn: 'root' })
export class ProposalDraft {
  private readonly proposals = inject(ProposalsClient);
  private readonly storage = inject(DOCUMENT).defaultView?.localStorage;
  private readonly stored = signal<StoredDraft | null>(null);
  /** The version on the server, once this page knows it. */
  private version: number | null = null;
  private sending: Promise<unknown> = Promise.resolve();

  readonly text = computed((): DraftText => this.stored() ?? empty);
  readonly village = computed(() => this.stored()?.village ?? '');
  readonly savedAt = computed(() => this.stored()?.savedAt ?? null);

  /** Takes up what was kept on this device. */
  restore(): void {
    const kept = this.storage?.getItem(storageKey);
    if (!kept) return;
    try {
      this.stored.set(JSON.parse(kept) as StoredDraft);
    } catch {
      this.storage?.removeItem(storageKey);
    }
  }

  /** Goes on with a proposal the server has: a draft, or one that was sent back. */
  continueWith(view: ProposalView): void {
    this.version = view.version;
    const { id, title, place, body, village } = view;
    this.keep({ title, place, body, village: village.slug, savedAt: view.createdAt, serverId: id, key: id });
  }

  write(change: Partial<DraftText>, village: string, now: Date): void {
    const before = this.stored();
    this.keep({
      ...(before ?? { ...empty, serverId: null, key: crypto.randomUUID() }),
      ...change,
      village,
      savedAt: now.toISOString(),
    });
  }

  /** Keeps it with the municipality too; one call at a time, each on the version the last one answered. */
  saveOnServer(villageId: string): Promise<ProposalView> {
    const saved = this.sending.then(() => this.send(villageId));
    this.sending = saved.catch(() => undefined);
    return saved;
  }

  async submit(villageId: string): Promise<ProposalView> {
    const { id } = await this.saveOnServer(villageId);
    const submitted = await this.proposals.act(id, 'submit');
    this.forget();
    return submitted;
  }

  /** Begins another proposal; one that the server has stays there among the own points. */
  startAnother(): void {
    if (this.stored()?.serverId) this.forget();
  }

  forget(): void {
    this.version = null;
    this.stored.set(null);
    this.storage?.removeItem(storageKey);
  }

  private async send(villageId: string): Promise<ProposalView> {
    const draft = this.stored();
    if (!draft) throw new Error('There is no draft to save.');
    const view = await this.sendOnce(draft, villageId).catch((error: unknown) => {
      if (!isGone(error)) throw error;
      const fresh = { ...draft, serverId: null, key: crypto.randomUUID() };
      this.version = null;
      this.keep(fresh);
      return this.sendOnce(fresh, villageId);
    });
    this.version = view.version;
    const latest = this.stored();
    if (latest && latest.serverId !== view.id) this.keep({ ...latest, serverId: view.id });
    return view;
  }

  private sendOnce(draft: StoredDraft, villageId: string): Promise<ProposalView> {
    const { serverId, title, place, body } = draft;
    return serverId ? this.update(serverId, { title, place, body }) : this.create(draft, villageId);
  }

  private create({ title, place, body, key }: StoredDraft, villageId: string): Promise<ProposalView> {
    const input: ProposalInput = { villageId, title, place, body, theme: null, kind: null };
    return this.proposals.create(input, key);
  }

  private async update(id: string, text: DraftText): Promise<ProposalView> {
    const version = this.version ?? (await this.proposals.find(id)).version;
    return this.proposals.update(id, text, version);
  }

  private keep(draft: StoredDraft): void {
    this.stored.set(draft);
    try {
      this.storage?.setItem(storageKey, JSON.stringify(draft));
    } catch {
      // A full or forbidden storage must not stop anybody from writing; the server still keeps it.
    }
  }
}

/** The server's copy was deleted, is somebody else's, or the key belongs to another text: the text starts anew there. */
function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'not_found' || error.code === 'idempotency_key_reused');
}
