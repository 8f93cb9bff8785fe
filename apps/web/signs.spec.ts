import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconNames, signNames } from '@kernagenda/shared/ui';

const sprite = readFileSync(join(__dirname, 'public/signs.svg'), 'utf8');

describe('the sprite of signs', () => {
  it.each(iconNames)('has a drawing for the icon %s', (name) => {
    expect(sprite).toContain(`<symbol id="icon-${name}" viewBox="0 0 20 20">`);
  });

  it.each(signNames)('has a drawing for the sign %s', (name) => {
    expect(sprite).toContain(`<symbol id="sign-${name}" viewBox="0 0 16 16">`);
  });
});
