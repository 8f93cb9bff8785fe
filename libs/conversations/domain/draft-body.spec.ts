import { proposalLimits } from '@kernagenda/proposals/domain';
import { draftBody } from './draft-body';

const { max } = proposalLimits.body;

describe('the text of a draft that is made of a message', () => {
  it('is the message, word for word', () => {
    expect(draftBody('Eerst dit.\n\nDan dat.')).toBe('Eerst dit.\n\nDan dat.');
    expect(draftBody('x'.repeat(max))).toHaveLength(max);
  });

  it('ends after a whole word where the message is longer than a proposal may be', () => {
    const body = draftBody('woord '.repeat(1000));
    expect(body.length).toBeLessThanOrEqual(max);
    expect(body).toMatch(/woord…$/);
  });

  it('ends within a word that is longer than all that, and breaks no letter in two', () => {
    const body = draftBody('👍'.repeat(max));
    expect(body.length).toBeLessThanOrEqual(max);
    expect(body).toMatch(/^(👍)+…$/u);
  });
});
