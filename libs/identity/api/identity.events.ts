import { defineEvents } from '@kernagenda/shared/api';

interface IdentityEvents {
  /** An administrator entered somebody, who gets a mail. */
  'identity.invited': { readonly personId: string };
  /** The roles of somebody begin or end at this moment: what is open on screen has to ask again. */
  'identity.rights_changed': { readonly personId: string };
}

const event = defineEvents<IdentityEvents>();

export const personInvited = event('identity.invited');
export const rightsChanged = event('identity.rights_changed');
