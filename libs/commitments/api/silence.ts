/** The states in which somebody has to tell how a point stands. */
export const asked = ['on_agenda', 'planned', 'in_progress'] as const;

/** When the platform last knew how a point `p` (`proposal_public`) stands. */
export const statusAt = 'coalesce(p.status_at, p.approved_at, p.created_at)';
