import { expect, expectAccessible, mailedCode, test } from './journey';

test('a resident proposes, the broker sees it arrive and approves, the resident sees who wants the same', async ({
  people,
}) => {
  const broker = await people.as('Gebiedsmakelaar Voorbeeldgebied 1');
  await broker.goto('/werkplek');
  await expect(broker.getByText('Verbonden', { exact: false })).toBeVisible();
  const title = 'Een klompenpad langs de oude spoorlijn';
  await expect(broker.getByText(title)).toHaveCount(0);

  const resident = await people.as('Bewoner Tricht');
  await resident.goto('/kernen/tricht');
  await resident.getByLabel('Wat wenst u voor Tricht?').fill(title);
  await resident.getByRole('button', { name: 'Verder' }).click();
  await expect(resident.getByRole('heading', { level: 1 })).toHaveText('Uw voorstel voor Tricht');
  await expect(resident.getByLabel('Wat wenst u?')).toHaveValue(title);
  await expect(resident.getByRole('heading', { name: 'In andere dorpen' })).toBeVisible();
  await resident.getByLabel('Waarom is dit nodig?').fill('Veel mensen willen wandelen over het boerenland.');
  await resident.getByRole('button', { name: 'Verder naar controleren' }).click();
  await resident.getByRole('button', { name: 'Stuur in' }).click();
  await expect(resident.getByRole('heading', { name: 'Uw voorstel is binnen' })).toBeVisible();
  await resident.getByRole('link', { name: 'Bekijk uw voorstel' }).click();
  await expect(resident.getByText('Ingestuurd, wordt gelezen')).toBeVisible();

  await broker.getByRole('link', { name: title }).click();
  await expect(broker.getByRole('heading', { name: title })).toBeVisible();
  await expectAccessible(broker);
  await broker.getByRole('button', { name: 'Plaats' }).click();
  await expect(broker.getByRole('button', { name: 'Maak ongedaan' })).toBeVisible();

  await expect(resident.getByRole('heading', { name: /^Ook in/ })).toBeVisible();
  await expect(resident.getByText('Ingestuurd, wordt gelezen')).toHaveCount(0);
  await expectAccessible(resident);
});

test('a visitor keeps what was typed while signing in with a code from the mail', async ({ people }) => {
  const page = await people.visitor({ viewport: { width: 360, height: 740 } });
  const email = 'nieuwe.bewoner@example.org';
  await page.goto('/voorstel/nieuw?kern=est');
  await page.getByLabel('Wat wenst u?').fill('Een bankje bij de bushalte');
  await page.getByLabel('Waar?').fill('Bij de kerk');
  await expect(page.getByText('Bewaard op dit apparaat')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('Een bankje bij de bushalte');
  await page.getByRole('button', { name: 'Verder naar controleren' }).click();
  await page.getByRole('button', { name: 'Log in en stuur in' }).click();
  await page.getByLabel('Uw e-mailadres').fill(email);
  await page.getByRole('button', { name: 'Stuur mij een code' }).click();
  await expect(page.getByLabel('De code uit uw mail')).toBeVisible();
  const code = await mailedCode(page, email);
  await page.getByLabel('De code uit uw mail').fill(code);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByText('Bij de kerk')).toBeVisible();
  await page.getByRole('button', { name: 'Stuur in' }).click();
  await expect(page.getByRole('heading', { name: 'Uw voorstel is binnen' })).toBeVisible();
});

test('what somebody wrote is gone from the device after signing out', async ({ people }) => {
  const page = await people.as('Bewoner Haaften');
  await page.goto('/voorstel/nieuw?kern=haaften');
  await page.getByLabel('Waarom is dit nodig?').fill('Dit is van mij.');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('link', { name: 'Inloggen' })).toBeVisible();
  await page.goto('/voorstel/nieuw?kern=haaften');
  await expect(page.getByRole('region', { name: 'Lijkt dit op wat u wilt?' })).toBeVisible();
  await expect(page.getByLabel('Waarom is dit nodig?')).toHaveValue('');
});

test('what was written for one village never turns up as a proposal for another', async ({ people }) => {
  const page = await people.visitor({ viewport: { width: 360, height: 740 } });
  await page.goto('/voorstel/nieuw?kern=enspijk');
  await page.getByLabel('Wat wenst u?').fill('Een steiger aan de Linge');
  await expect(page.getByText('Bewaard op dit apparaat')).toBeVisible();
  await page.goto('/voorstel/nieuw?kern=gellicum');
  await expect(page.getByText('‘Een steiger aan de Linge’ voor Enspijk')).toBeVisible();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('');
  await page.getByLabel('Wat wenst u?').fill('Een vlonder bij het gemaal');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uw voorstel voor Enspijk');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('Een steiger aan de Linge');
  await expect(page.getByText('‘Een vlonder bij het gemaal’ voor Gellicum')).toBeVisible();
});

test('a draft that changed on another device shows both texts and loses neither', async ({ people }) => {
  const page = await people.as('Bewoner Deil');
  await page.goto('/voorstel/nieuw?kern=deil');
  const created = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 201);
  await page.getByLabel('Wat wenst u?').fill('Een bankje op de dijk');
  const { id, version } = (await (await created).json()) as { id: string; version: number };
  await expect(page.getByText('Bewaard op dit apparaat')).toBeVisible();
  const other = await people.as('Bewoner Deil');
  const edit = await other.request.patch(`/api/v1/proposals/${id}`, {
    data: { title: 'Een picknicktafel op de dijk' },
    headers: { 'if-match': `"${version}"` },
  });
  expect(edit.status()).toBe(200);

  await page.getByLabel('Waarom is dit nodig?').fill('Voor wie uit wil rusten.');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Dit concept is ook ergens anders veranderd' })).toBeVisible();
  await expect(page.getByText('Een picknicktafel op de dijk')).toBeVisible();
  await expect(page.getByLabel('Waarom is dit nodig?')).toHaveValue('Voor wie uit wil rusten.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Neem de andere tekst' }).click();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('Een picknicktafel op de dijk');
  await page.getByRole('button', { name: 'Maak ongedaan' }).click();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('Een bankje op de dijk');

  expect((await other.request.delete(`/api/v1/proposals/${id}`)).status()).toBe(204);
});

test('what somebody wrote waits for them when another person signs in without them signing out', async ({ people }) => {
  const page = await people.as('Bewoner Haaften');
  await page.goto('/voorstel/nieuw?kern=haaften');
  await page.getByLabel('Waarom is dit nodig?').fill('Dit is van mij alleen.');
  const { items } = (await (await page.request.get('/api/v1/demo/people')).json()) as {
    items: { id: string; displayName: string }[];
  };
  const signIn = async (name: string): Promise<void> => {
    const personId = items.find(({ displayName }) => displayName === name)?.id;
    expect((await page.request.post('/api/v1/demo/sign-in', { data: { personId } })).status()).toBeLessThan(300);
    await page.goto('/voorstel/nieuw?kern=haaften');
    await expect(page.getByRole('region', { name: 'Lijkt dit op wat u wilt?' })).toBeVisible();
  };
  await signIn('Bewoner Deil');
  await page.getByRole('button', { name: 'Verder naar controleren' }).click();
  await expect(page.getByRole('link', { name: /Schrijf in één zin wat u wenst/ })).toBeVisible();
  await expect(page.getByLabel('Waarom is dit nodig?')).toHaveValue('');
  await signIn('Bewoner Haaften');
  await expect(page.getByLabel('Waarom is dit nodig?')).toHaveValue('Dit is van mij alleen.');
});

test('a draft that its author deletes is gone from the device too', async ({ people }) => {
  const page = await people.as('Bewoner Haaften');
  await page.goto('/voorstel/nieuw?kern=haaften');
  const created = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 201);
  await page.getByLabel('Wat wenst u?').fill('Een trap naar het strand');
  await created;
  await page.getByText('Onderwerp en soort').click();
  await page.getByLabel('Waar gaat het over?').selectOption('Recreatie');
  await expectAccessible(page);
  await page.goto('/mijn');
  await page.getByRole('link', { name: 'Een trap naar het strand' }).click();
  await page.getByRole('button', { name: 'Verwijder dit concept' }).click();
  await page.getByRole('button', { name: 'Verwijder voorgoed' }).click();
  await expect(page.getByText('Uw concept is verwijderd.')).toBeVisible();
  await page.goto('/voorstel/nieuw?kern=haaften');
  await page.getByRole('button', { name: 'Verder naar controleren' }).click();
  await expect(page.getByRole('link', { name: /Schrijf in één zin wat u wenst/ })).toBeVisible();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('');
});

test('a form with a mistake says what to do, and is accessible as it says so', async ({ people }) => {
  const page = await people.visitor();
  await page.goto('/voorstel/nieuw?kern=tuil');
  await page.getByRole('button', { name: 'Verder naar controleren' }).click();
  await expect(page.getByRole('link', { name: /Schrijf in één zin wat u wenst/ })).toBeVisible();
  await expectAccessible(page);
});

test('support shows at once in another window', async ({ people }) => {
  const reader = await people.visitor();
  const supporter = await people.as('Bewoner Deil');
  const { items } = (await (await reader.request.get('/api/v1/proposals?village=beesd')).json()) as {
    items: { id: string; agendaState: string }[];
  };
  const point = items.find(({ agendaState }) => agendaState === 'on_agenda' || agendaState === 'wish');
  const path = `/voorstellen/${point?.id}`;
  await reader.goto(path);
  await expect(reader.getByText('Nog niemand steunt dit', { exact: false })).toBeVisible();
  await supporter.goto(path);
  await supporter.getByRole('button', { name: 'Ik steun dit' }).click();
  await expect(supporter.getByRole('button', { name: 'U steunt dit' })).toBeVisible();
  await expect(reader.getByText('1 mens steunt dit.', { exact: false })).toBeVisible();
});

test('what is typed and pressed before the page is awake is done when it is', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ baseURL: baseURL ?? '' });
  let wake: () => void = () => undefined;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  await page.route(/main-.*\.js$/, async (route) => {
    await asleep;
    await route.continue();
  });
  await page.goto('/voorstel/nieuw?kern=haaften', { waitUntil: 'commit' });
  await page.getByLabel('Wat wenst u?').fill('Ka');
  await page.getByRole('button', { name: 'Verder naar controleren' }).click();
  wake();
  await expect(page.getByRole('link', { name: /Schrijf in één zin wat u wenst/ })).toBeVisible();
  await expect(page.getByLabel('Wat wenst u?')).toHaveValue('Ka');
  await page.close();
});
