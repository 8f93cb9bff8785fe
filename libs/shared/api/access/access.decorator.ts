import { SetMetadata } from '@nestjs/common';
import type { CustomDecorator } from '@nestjs/common';

/**
 * Who passes the door of a route: everybody, who signed in, or who has a role anywhere. The rule on the object itself
 * stands in the action table of the context.
 */
export type AccessRule = 'visitor' | 'person' | `role:${string}`;

export const accessMetadata = 'kernagenda:access';

/** Every route needs this; one of several rules is enough. A route without it stops the server at boot. */
export const Access = (...rules: readonly [AccessRule, ...AccessRule[]]): CustomDecorator =>
  SetMetadata(accessMetadata, rules);
