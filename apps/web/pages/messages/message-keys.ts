import { Injectable } from '@angular/core';
import { keptInTab } from '@kernagenda/shared/web/kept';

interface Sent {
  readonly what: string;
  readonly key: string;
}

/** The same message sent again after a lost answer is one message, also when the page was opened anew in between. */
@Injectable({ providedIn: 'root' })
export class MessageKeys {
  private readonly sent = keptInTab<Sent>('ka-message-keys');

  constructor() {
    this.sent.restore();
  }

  /** The key of the call that sends this, from the field of this name. */
  of(field: string, input: object): string {
    const what = JSON.stringify(input);
    const before = this.sent.of(field);
    if (before?.what === what) return before.key;
    const key = crypto.randomUUID();
    this.sent.write(field, { what, key });
    return key;
  }

  /** It has arrived: what is sent next is another message, even with the same words. */
  forget(field: string): void {
    this.sent.forget(field);
  }
}
