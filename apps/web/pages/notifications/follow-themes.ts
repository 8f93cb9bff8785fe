import { Component, computed, inject, input, output } from '@angular/core';
import { NotificationsClient } from '@kernagenda/notifications/web';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { Notices } from '@kernagenda/shared/web';
import { nl as words } from './nl';

/** Themes to follow, in all villages: each choice is kept at once. */
@Component({
  selector: 'ka-follow-themes',
  template: `
    <fieldset class="ka-stack ka-mail-choice">
      <legend class="ka-label">{{ nl.title }}</legend>
      <p class="ka-small ka-soft">{{ nl.hint }}</p>
      <div class="ka-follow-themes">
        @for (one of choices(); track one.theme) {
          <label class="ka-choice">
            <input #box type="checkbox" [checked]="one.isOn" (change)="set(one.theme, box.checked)" /><span>{{
              one.word
            }}</span>
          </label>
        }
      </div>
    </fieldset>
  `,
})
export class FollowThemes {
  private readonly client = inject(NotificationsClient);
  private readonly notices = inject(Notices);
  readonly followed = input.required<readonly Theme[]>();
  readonly changed = output();

  protected readonly nl = words.follows.themes;
  protected readonly choices = computed(() =>
    themes.map((theme) => ({
      theme,
      word: proposalWords.themes[theme],
      isOn: this.followed().includes(theme),
    })),
  );

  protected async set(theme: Theme, isOn: boolean): Promise<void> {
    const word = proposalWords.themes[theme];
    try {
      await this.client.followTheme(theme, isOn);
      this.notices.show({ message: isOn ? this.nl.started(word) : this.nl.stopped(word) });
    } catch {
      this.notices.show({ message: words.failed });
    }
    this.changed.emit();
  }
}
