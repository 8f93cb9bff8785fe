import { DOCUMENT, Injectable, REQUEST, inject, signal } from '@angular/core';

export const themes = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themes)[number];

const cookieName = 'ka_theme';
const yearInSeconds = 31_536_000;

/**
 * Light, dark or high contrast. The choice is a cookie, so the server draws the right theme at once; without a choice
 * the system decides.
 */
@Injectable({ providedIn: 'root' })
export class Theme {
  private readonly document = inject(DOCUMENT);
  private readonly request = inject(REQUEST, { optional: true });
  readonly chosen = signal<ThemeName | null>(this.remembered());

  constructor() {
    const theme = this.chosen();
    if (theme) this.document.documentElement.setAttribute('data-theme', theme);
  }

  choose(theme: ThemeName): void {
    this.chosen.set(theme);
    this.document.documentElement.setAttribute('data-theme', theme);
    this.document.cookie = `${cookieName}=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  }

  private remembered(): ThemeName | null {
    const cookies = this.request ? (this.request.headers.get('cookie') ?? '') : this.document.cookie;
    const value = /(?:^|;\s*)ka_theme=(\w+)/.exec(cookies)?.[1];
    return themes.find((theme) => theme === value) ?? null;
  }
}
