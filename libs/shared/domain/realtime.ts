/** Rooms a socket can join; who may join stands in the API of the context that owns the room. */
export const roomKinds = ['public', 'village', 'proposal', 'person', 'collaboration', 'evening'] as const;
export type RoomKind = (typeof roomKinds)[number];

/** `public`, or a kind with the id of a village, proposal, person, collaboration or evening. */
export type Room = 'public' | `${Exclude<RoomKind, 'public'>}:${string}`;

/** What changed, never the new content: the page decides what to load again, under its own rights. */
export type Change =
  | { readonly kind: 'proposal'; readonly proposalId: string; readonly villageId: string }
  | { readonly kind: 'support'; readonly proposalId: string; readonly villageId: string }
  | { readonly kind: 'queue'; readonly proposalId: string; readonly villageId: string }
  | { readonly kind: 'matches'; readonly proposalId: string }
  | { readonly kind: 'flag'; readonly flagId: string }
  | { readonly kind: 'comments'; readonly proposalId: string }
  | { readonly kind: 'promises'; readonly proposalId: string }
  | { readonly kind: 'thread'; readonly threadId: string }
  | { readonly kind: 'agenda'; readonly villageId: string }
  | { readonly kind: 'news' }
  | { readonly kind: 'collaboration'; readonly collaborationId: string }
  | { readonly kind: 'purchase'; readonly collaborationId: string; readonly caseId: string }
  | { readonly kind: 'evening'; readonly eveningId: string }
  | { readonly kind: 'notifications' };

export interface ServerToClient {
  change: (message: { readonly room: Room; readonly change: Change }) => void;
}

export interface ClientToServer {
  join: (room: Room, answer: (result: { readonly joined: boolean }) => void) => void;
  leave: (room: Room) => void;
}
