import type { LetterOwner } from '@kernagenda/news/domain';
import { followRooms } from '@kernagenda/shared/web';

/** Reads again what a village or a collaboration tells when that changed, or may have while the line was down. */
export function followNews(owner: () => Partial<LetterOwner> | null | undefined, reload: () => void): void {
  followRooms(
    () => {
      const { village, collaboration } = owner() ?? {};
      if (village) return [`village:${village.id}`];
      return collaboration ? [`collaboration:${collaboration.id}`] : [];
    },
    (change) => {
      if (!change || change.kind === 'news') reload();
    },
  );
}
