import { Injectable } from '@angular/core';
import { keptInTab } from '@kernagenda/shared/web/kept';

/** What is being typed in a talk or a thread, by the name of its field. */
@Injectable({ providedIn: 'root' })
export class TalkDrafts {
  private readonly texts = keptInTab<string>('ka_talk');
  readonly write = this.texts.write;
  readonly forget = this.texts.forget;

  constructor() {
    this.texts.restore();
  }

  of(name: string): string {
    return this.texts.of(name) ?? '';
  }
}
