import { expect, expectAccessibleEverywhere, expectNoSideways, test } from './journey';

test('the board says how the municipality stands, and leads to a sheet for a visit', async ({ people }) => {
  const visitor = await people.visitor({ viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' });
  await visitor.goto('/', { waitUntil: 'networkidle' });
  await visitor.getByRole('link', { name: 'Het bord: hoe staat het ervoor?' }).click();
  await expect(visitor.getByRole('heading', { level: 1, name: 'Het bord' })).toBeVisible();
  await expect(visitor.getByRole('table', { name: 'Per dorp' }).last()).toContainText('Tricht');
  await expectAccessibleEverywhere(visitor);
  await expectNoSideways(visitor);
  await visitor.getByRole('region', { name: 'Op bezoek' }).getByRole('link', { name: 'Tricht' }).click();
  await expect(visitor.getByRole('heading', { level: 1, name: 'Op bezoek in Tricht' })).toBeFocused();
  await expect(visitor.getByRole('heading', { level: 2 })).toHaveCount(8 + 4);
  await expectAccessibleEverywhere(visitor);
  await expectNoSideways(visitor);
});
