import type { ProposalView } from '@kernagenda/proposals/domain';
import {
  type LocalDraft,
  claim,
  emptyText,
  findWanted,
  fromServer,
  keepMine,
  mayStayOpen,
  meet,
  newDraft,
  othersOf,
  saved,
  takeTheirs,
  textOf,
  worthKeeping,
} from './local-drafts';

const now = new Date('2026-03-09T19:14:00Z');
const draft = (change: Partial<LocalDraft> = {}): LocalDraft => ({
  ...newDraft('tricht', 'anna', now),
  title: 'Een bankje aan de Linge',
  ...change,
});
const onServer = (change: Partial<ProposalView> = {}): ProposalView =>
  ({
    ...emptyText,
    id: 'p1',
    title: 'Een bankje aan de Linge',
    village: { id: 'v1', slug: 'tricht', name: 'Tricht' },
    version: 2,
    moderationState: 'draft',
    allowedActions: ['submit', 'edit', 'delete'],
    ...change,
  }) as ProposalView;
const known = (change: Partial<LocalDraft> = {}): LocalDraft =>
  draft({ server: { id: 'p1', version: 2 }, isDirty: false, ...change });

describe('which draft an address means', () => {
  const tricht = draft();
  const beesd = draft({ village: 'beesd', server: { id: 'p2', version: 1 } });
  const all = [tricht, beesd];
  const wanted = { personId: 'anna', village: undefined, serverId: undefined };

  it('is the latest of that village, and never one for another village', () => {
    expect(findWanted(all, { ...wanted, village: 'beesd' })).toBe(beesd);
    expect(findWanted(all, { ...wanted, village: 'deil' })).toBeUndefined();
    expect(findWanted([draft({ village: '' })], { ...wanted, village: 'deil' })).toBeUndefined();
  });

  it('is the latest of all when the address names no village', () => {
    expect(findWanted(all, wanted)).toBe(tricht);
  });

  it('is the copy of the municipality it names, whatever else lies here', () => {
    expect(findWanted(all, { ...wanted, village: 'tricht', serverId: 'p2' })).toBe(beesd);
    expect(findWanted(all, { ...wanted, serverId: 'p3' })).toBeUndefined();
  });

  it('is never one of somebody else, nor of who is not signed in any more', () => {
    expect(findWanted(all, { ...wanted, personId: 'bram' })).toBeUndefined();
    expect(findWanted(all, { ...wanted, personId: null })).toBeUndefined();
    expect(othersOf(all, null, 'bram')).toEqual([]);
    expect(othersOf(all, tricht.id, 'anna')).toEqual([beesd]);
  });

  it('belongs to who signs in first when it was written before', () => {
    const written = draft({ owner: null });
    expect(findWanted([written], { ...wanted, personId: 'bram' })).toBe(written);
    const claimed = claim([written, tricht], 'bram');
    expect(claimed.map(({ owner }) => owner)).toEqual(['bram', 'anna']);
  });

  it('stays in sight of its author when the session ends, and leaves for anybody else', () => {
    expect(mayStayOpen(tricht, null)).toBe(true);
    expect(mayStayOpen(tricht, 'anna')).toBe(true);
    expect(mayStayOpen(tricht, 'bram')).toBe(false);
  });

  it('is not kept without a word or a photo', () => {
    const blank = draft({ title: ' ' });
    const withPhotos = draft({ title: '', hasPhotos: true });
    expect(worthKeeping([blank, withPhotos, tricht], null)).toEqual([withPhotos, tricht]);
    expect(worthKeeping([blank], blank.id)).toEqual([blank]);
    expect(worthKeeping([known({ title: '' })], null)).toHaveLength(1);
  });
});

describe('a text that meets what the municipality has', () => {
  const newer = onServer({ title: 'Een picknicktafel', version: 5 });

  it('goes on when nothing happened there since', () => {
    const mine = known({ body: 'Net getypt', isDirty: true });
    expect(meet(mine, onServer())).toEqual({ draft: mine, trouble: null });
  });

  it('takes what is newer there when nothing was typed here', () => {
    const { draft: next, trouble } = meet(known(), newer);
    expect(next).toMatchObject({ title: 'Een picknicktafel', server: { id: 'p1', version: 5 }, isDirty: false });
    expect(trouble).toBeNull();
  });

  it('takes over the version when both say the same', () => {
    const mine = known({ title: 'Een picknicktafel ', isDirty: true });
    expect(meet(mine, newer)).toMatchObject({ draft: { server: { version: 5 }, isDirty: false }, trouble: null });
  });

  it.each([
    ['the wish', { title: 'Een schommel' }],
    ['the theme', { title: 'Een picknicktafel', theme: 'green' }],
    ['the kind', { title: 'Een picknicktafel', kind: 'good' }],
  ] as const)('stays untouched when %s differs on both sides, until its author decides', (_, change) => {
    const mine = known({ ...change, isDirty: true });
    expect(meet(mine, newer)).toEqual({ draft: mine, trouble: { kind: 'changed', proposal: newer } });
    const kept = keepMine(mine, newer);
    expect(kept).toMatchObject({ ...change, server: { version: 5 }, isDirty: true });
    expect(takeTheirs(mine, newer)).toMatchObject({ ...textOf(newer), server: { version: 5 }, isDirty: false });
  });

  it('is told that it was sent in already, and stays when it says more', () => {
    const sent = onServer({ moderationState: 'submitted', allowedActions: ['recall'], version: 3 });
    const more = known({ body: 'Later getypt', isDirty: true });
    expect(meet(more, sent)).toEqual({ draft: more, trouble: { kind: 'sent', proposal: sent } });
    expect(meet(known({ isDirty: true }), sent)).toEqual({ draft: null, trouble: { kind: 'sent', proposal: sent } });
  });

  it('that its author deleted elsewhere comes back only with words that were never there', () => {
    expect(meet(known(), null)).toEqual({ draft: null, trouble: null });
    const mine = known({ body: 'Net getypt', isDirty: true });
    const { draft: next } = meet(mine, null);
    expect(next).toMatchObject({ body: 'Net getypt', server: null, isDirty: true, id: mine.id });
    expect(next?.key).not.toBe(mine.key);
  });

  it('is clean after a save, unless something was typed meanwhile', () => {
    const mine = draft();
    const view = onServer({ version: 1 });
    expect(saved(mine, mine, view)).toMatchObject({ server: { id: 'p1', version: 1 }, isDirty: false });
    expect(saved({ ...mine, body: 'Meer' }, mine, view)).toMatchObject({ body: 'Meer', isDirty: true });
  });

  it('begins clean when it comes from there', () => {
    expect(fromServer(onServer(), 'anna', now)).toMatchObject({
      title: 'Een bankje aan de Linge',
      village: 'tricht',
      owner: 'anna',
      server: { id: 'p1', version: 2 },
      isDirty: false,
    });
  });
});
