import type { ProposalKind, ProposalView, Theme } from '@kernagenda/proposals/domain';

export interface DraftText {
  readonly title: string;
  readonly place: string;
  readonly body: string;
  readonly theme: Theme;
  readonly kind: ProposalKind | null;
}

/** A proposal as this device keeps it. */
export interface LocalDraft extends DraftText {
  /** Names it on this device. */
  readonly id: string;
  /** Key of the creating call, so a repeated one makes no second draft. */
  readonly key: string;
  /** Slug of the village it is for; empty until one is chosen. */
  readonly village: string;
  /** Id of the person who wrote it; null while it was written by a visitor. */
  readonly owner: string | null;
  /** The copy of the municipality, and the version of it that this text was written on. */
  readonly server: { readonly id: string; readonly version: number } | null;
  /** True while something stands here that the municipality does not have. */
  readonly isDirty: boolean;
  /** True when photos were chosen for it: then it is worth keeping without any words. */
  readonly hasPhotos: boolean;
  readonly savedAt: string;
}

/** Why a text can not simply be saved: it was changed elsewhere, or it lies with the broker already. */
export interface Trouble {
  readonly kind: 'changed' | 'sent';
  readonly proposal: ProposalView;
}

/** What became of a draft; null when nothing has to be kept on this device. */
interface Meeting {
  readonly draft: LocalDraft | null;
  readonly trouble: Trouble | null;
}

export const emptyText: DraftText = { title: '', place: '', body: '', theme: 'other', kind: null };

export const newDraft = (village: string, owner: string | null, now: Date): LocalDraft => ({
  ...emptyText,
  id: crypto.randomUUID(),
  key: crypto.randomUUID(),
  village,
  owner,
  server: null,
  isDirty: true,
  hasPhotos: false,
  savedAt: now.toISOString(),
});

/** The same text as a proposal that the municipality does not know yet. */
export const startAnew = (draft: LocalDraft): LocalDraft => ({
  ...draft,
  key: crypto.randomUUID(),
  server: null,
  isDirty: true,
});

export const textOf = ({ title, place, body, theme, kind }: DraftText): DraftText => ({
  title,
  place,
  body,
  theme,
  kind,
});

const isSameText = (one: DraftText, other: DraftText): boolean =>
  one.theme === other.theme &&
  one.kind === other.kind &&
  (['title', 'place', 'body'] as const).every((name) => one[name].trim() === other[name].trim());

const isBegun = ({ title, place, body, hasPhotos }: LocalDraft): boolean =>
  hasPhotos || [title, place, body].some((text) => text.trim() !== '');

/** A draft belongs to who wrote it; one that was written before signing in, to who signs in first. */
const isFor = (personId: string | null, { owner }: LocalDraft): boolean => owner === null || owner === personId;

/** Gives the drafts of a visitor to the person that this visitor turned out to be. */
export const claim = (drafts: readonly LocalDraft[], personId: string | null): readonly LocalDraft[] =>
  drafts.map((draft) => (draft.owner === null ? { ...draft, owner: personId } : draft));

/** Leaves out what holds neither words nor photos, unless it is open. */
export const worthKeeping = (drafts: readonly LocalDraft[], openId: string | null): readonly LocalDraft[] =>
  drafts.filter((draft) => draft.id === openId || draft.server !== null || isBegun(draft));

/** Which draft an address means. */
export interface Wanted {
  readonly personId: string | null;
  /** Slug of the village; undefined when the address names none. */
  readonly village: string | undefined;
  /** Id of the copy of the municipality; undefined when the address names none. */
  readonly serverId: string | undefined;
}

export const isWanted = (draft: LocalDraft, { village, serverId }: Omit<Wanted, 'personId'>): boolean =>
  serverId ? draft.server?.id === serverId : !village || draft.village === village;

/** The latest draft of this person that an address means; a draft for another village is never that. */
export const findWanted = (drafts: readonly LocalDraft[], wanted: Wanted): LocalDraft | undefined =>
  drafts.find((draft) => isFor(wanted.personId, draft) && isWanted(draft, wanted));

/** What else this person began on this device. */
export const othersOf = (
  drafts: readonly LocalDraft[],
  openId: string | null,
  personId: string | null,
): readonly LocalDraft[] => drafts.filter((draft) => draft.id !== openId && isFor(personId, draft) && isBegun(draft));

/** A draft that is open stays in sight of who wrote it when the session ends, never of somebody else. */
export const mayStayOpen = (draft: LocalDraft, personId: string | null): boolean =>
  personId === null || isFor(personId, draft);

/** A text that the municipality has, as this device keeps it. */
export const fromServer = (view: ProposalView, owner: string | null, now: Date): LocalDraft => ({
  ...newDraft(view.village.slug, owner, now),
  ...textOf(view),
  server: { id: view.id, version: view.version },
  isDirty: false,
});

/** After a save: what was typed while it was under way is still to be saved. */
export const saved = (draft: LocalDraft, sent: DraftText, view: ProposalView): LocalDraft => ({
  ...draft,
  village: view.village.slug,
  server: { id: view.id, version: view.version },
  isDirty: !isSameText(draft, sent),
});

/** Whether it lies with the broker, or went on from there: its author can not change it any more. */
export const isSent = ({ allowedActions }: ProposalView): boolean => !allowedActions.includes('edit');

/**
 * A text on this device meets what the municipality has now. Neither replaces the other unless one of them has nothing
 * to lose; otherwise its author decides.
 * @param server null when the municipality has it no more
 */
export function meet(draft: LocalDraft, server: ProposalView | null): Meeting {
  // Deleted on purpose by its author, elsewhere: only words that were never there come back.
  if (!server) return { draft: draft.isDirty ? startAnew(draft) : null, trouble: null };
  const hasNothingToLose = !draft.isDirty || isSameText(draft, server);
  if (isSent(server)) return { draft: hasNothingToLose ? null : draft, trouble: { kind: 'sent', proposal: server } };
  if (hasNothingToLose) return { draft: takeTheirs(draft, server), trouble: null };
  if (server.version === draft.server?.version) return { draft, trouble: null };
  return { draft, trouble: { kind: 'changed', proposal: server } };
}

/** The text on this device goes on as the next version of what the municipality has. */
export const keepMine = (draft: LocalDraft, { id, version }: ProposalView): LocalDraft => ({
  ...draft,
  server: { id, version },
  isDirty: true,
});

export const takeTheirs = (draft: LocalDraft, view: ProposalView): LocalDraft => ({
  ...draft,
  ...textOf(view),
  village: view.village.slug,
  server: { id: view.id, version: view.version },
  isDirty: false,
});
