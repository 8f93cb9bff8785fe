import { done, expect, expectAccessible, expectAccessibleEverywhere, expectNoSideways, test } from './journey';

/** A text in one village, sent in by somebody and published by its broker. */
const wish = { title: 'Een ruilkast voor boeken', body: 'Wie een boek uit heeft, zet het in de kast bij de kerk.' };

test('an idea of another village is taken over on a phone, in under a minute, and its origin is told', async ({
  people,
}) => {
  const author = await people.newcomer('Bewoner van Rumpt', 'rumpt');
  const broker = await people.inRole('broker', 'rumpt');
  const home = await done<{ person: { homeVillageId: string } }>(author.request.get('/api/v1/me'));
  const data = { ...wish, villageId: home.person.homeVillageId, place: '', theme: 'meeting', kind: 'good' };
  const { id } = await done<{ id: string }>(author.request.post('/api/v1/proposals', { data }));
  const version = async (of: typeof author, which: string) =>
    (await done<{ version: number }>(of.request.get(`/api/v1/proposals/${which}`))).version;
  const act = async (by: typeof author, which: string, action: string) => {
    const headers = { 'if-match': `"${await version(by, which)}"` };
    await done(by.request.post(`/api/v1/proposals/${which}/${action}`, { headers }));
  };
  await act(author, id, 'submit');
  await act(broker, id, 'approve');

  const phone = await people.newcomer('Bewoner van Est', 'est', { viewport: { width: 360, height: 740 } });
  const origin = await people.visitor();
  await origin.goto(`/voorstellen/${id}`);
  await expect(origin.getByRole('link', { name: 'Dat is ook wel wat voor mijn dorp' })).toBeVisible();

  const began = Date.now();
  await phone.goto(`/voorstellen/${id}`);
  await phone.getByRole('button', { name: 'Dat is ook wel wat voor Est' }).click();
  await expect(phone.getByLabel('Wat wenst u')).toHaveValue(wish.title);
  await expectNoSideways(phone);
  await phone.getByRole('button', { name: 'Verder naar controleren' }).click();
  await expect(phone.getByText('Dat is ook wel wat voor Est. Het idee komt uit Rumpt.')).toBeVisible();
  await phone.getByRole('button', { name: 'Stuur in' }).click();
  await phone.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(phone.getByRole('heading', { name: 'Dit idee komt uit Rumpt' })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(60_000);
  await expect(phone.getByText(wish.body)).toBeVisible();
  await expectAccessible(phone);
  await expectNoSideways(phone);

  const adopted = phone.url().split('/').at(-1) ?? '';
  const reader = await people.inRole('broker', 'est');
  await act(reader, adopted, 'approve');
  await expect(origin.getByRole('heading', { name: 'Zo reisde dit idee' })).toBeVisible();
  await expect(origin.getByText('Overgenomen van Rumpt')).toBeVisible();
  await expectAccessibleEverywhere(origin);
  await author.goto('/mijn/meldingen');
  await expect(author.getByText('Een ander dorp neemt dit idee over')).toBeVisible({ timeout: 30_000 });

  // What is hidden there is gone here, on pages that are open.
  await origin.goto('/');
  const reading = await people.visitor();
  await reading.goto(`/voorstellen/${adopted}`);
  await expect(reading.getByText(wish.body)).toBeVisible();
  const headers = { 'if-match': `"${await version(broker, id)}"` };
  const reasons = {
    sentence: 'Wie een boek uit heeft',
    rule: 'unclear',
    wouldBeAccepted: 'Schrijf erbij waar de kast komt te staan.',
  };
  await done(broker.request.post(`/api/v1/proposals/${id}/hide`, { data: reasons, headers }));
  await expect(reading.getByText(wish.body)).toHaveCount(0);
  await expect(reading.getByRole('heading', { name: 'Dit idee komt uit Rumpt' })).toHaveCount(0);
});
