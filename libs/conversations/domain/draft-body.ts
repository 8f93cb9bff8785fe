import { proposalLimits } from '@kernagenda/proposals/domain';

const { max } = proposalLimits.body;

/** The words of a message as the text of a proposal: what is too long for one ends after the last whole word. */
export function draftBody(message: string): string {
  if (message.length <= max) return message;
  const start = message.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start.replace(/\s+\S*$/, '')}…`;
}
