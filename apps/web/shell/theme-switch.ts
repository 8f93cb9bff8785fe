import { Component, inject } from '@angular/core';
import { Theme, themes } from '@kernagenda/shared/web';
import { nl } from '../nl';

/** Light, dark or high contrast; without a choice the system decides. */
@Component({
  selector: 'ka-theme-switch',
  template: `
    <h2 id="display">{{ nl.foot.display }}</h2>
    <div class="ka-theme" role="group" aria-labelledby="display">
      @for (name of themes; track name) {
        <button type="button" [attr.aria-pressed]="theme.chosen() === name" (click)="theme.choose(name)">
          {{ nl.themes[name] }}
        </button>
      }
    </div>
  `,
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
  protected readonly themes = themes;
  protected readonly nl = nl;
}
