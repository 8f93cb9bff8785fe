import { Injectable } from '@nestjs/common';
import type { StopView } from '@kernagenda/notifications/domain';
import { FollowsService } from './follows.service';
import { StopTokens } from './stop-tokens';

/** Stops what a link in a mail was made to stop, without signing in, and starts it again. */
@Injectable()
export class MailStopsService {
  constructor(
    private readonly tokens: StopTokens,
    private readonly follows: FollowsService,
  ) {}

  /** @throws Problem `invalid_code`. */
  async stop(token: string): Promise<StopView> {
    const { what, id, personId } = this.tokens.read(token);
    if (what === 'point') await this.follows.stopPoint(personId, id);
    if (what === 'village') await this.follows.stopVillage(personId, id);
    if (what === 'circle' || what === 'theme') await this.follows.setPlace(personId, id, false);
    if (what === 'all') await this.follows.chooseMail(personId, 'in_app');
    return { what };
  }

  /** @throws Problem `invalid_code`. */
  async undo(token: string): Promise<StopView> {
    const { what, id, personId } = this.tokens.read(token);
    if (what === 'point') await this.follows.startPoint(personId, id);
    if (what === 'village') await this.follows.startVillage(personId, id);
    if (what === 'circle' || what === 'theme') await this.follows.setPlace(personId, id, true);
    if (what === 'all') await this.follows.chooseMailAgain(personId);
    return { what };
  }
}
