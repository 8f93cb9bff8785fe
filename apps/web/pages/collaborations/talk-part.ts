import { Component, inject } from '@angular/core';
import { ThreadPane } from '../messages/thread-pane';
import { actsNl } from './acts-nl';
import { OpenCollaboration } from './open-collaboration';

/** The talk of the parties: the thread as it also stands among the messages of each. */
@Component({
  selector: 'ka-talk-part',
  imports: [ThreadPane],
  template: `
    <div class="ka-wrap ka-section">
      <div class="ka-narrow ka-stack">
        @if (collaboration.view()?.forParties?.threadId; as threadId) {
          <p class="ka-soft">{{ nl.talk.lead }}</p>
          <ka-thread-pane [threadId]="threadId" [heard]="collaboration.change()" />
        } @else if (collaboration.view()) {
          <p class="ka-note">{{ nl.forParties }}</p>
        }
      </div>
    </div>
  `,
})
export class TalkPart {
  protected readonly collaboration = inject(OpenCollaboration);
  protected readonly nl = actsNl;
}
