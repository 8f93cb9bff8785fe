import type { Page } from '@playwright/test';
import { startBuiltServer } from '../../tools/test/built-server.mjs';
import { openMailbox } from '../../tools/test/mailbox.mjs';
import { expect, test } from './journey';

type Mailbox = Awaited<ReturnType<typeof openMailbox>>;

/** What reads like this in a mail to this address. */
async function mailed(mail: Mailbox, email: string, pattern: RegExp): Promise<string> {
  const found = (): string | undefined =>
    mail.received
      .filter(({ recipients }) => recipients.includes(email))
      .map(({ text }) => pattern.exec(text ?? '')?.[0])
      .find(Boolean);
  await expect.poll(found).toBeDefined();
  return found() ?? '';
}

async function signIn(page: Page, mail: Mailbox, email: string): Promise<void> {
  await page.goto('/inloggen');
  await page.getByLabel('Uw e-mailadres').fill(email);
  await page.getByRole('button', { name: 'Stuur mij een code' }).click();
  await page.getByLabel('De code uit uw mail').waitFor();
  const code = await mailed(mail, email, /\b\d{6}\b/);
  await page.getByLabel('De code uit uw mail').fill(code);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Uitloggen' })).toBeVisible();
}

test('from an empty database to a broker who moderates: settings, an import and the pages are enough', async ({
  people,
}) => {
  // It starts a server of its own first.
  test.slow();
  const mail = await openMailbox();
  const [adminEmail, brokerEmail, residentEmail] = ['beheer@dorp.test', 'makelaar@dorp.test', 'bewoner@dorp.test'];
  const villages = ['villages-import', 'docs/villages.example.geojson', '--municipality', 'Voorbeeld'];
  const server = await startBuiltServer([['migrate'], villages], {
    SMTP_URL: mail.url,
    SECRET_KEY: 'a key for this journey alone, long enough',
    ADMIN_EMAIL: adminEmail,
  });
  try {
    const at = { baseURL: server.origin };
    const admin = await people.visitor(at);
    await signIn(admin, mail, adminEmail);
    await admin.goto('/beheer/mensen/nieuw');
    await admin.getByLabel('Naam', { exact: true }).fill('Makelaar Voorbeeld');
    await admin.getByLabel('E-mailadres', { exact: true }).fill(brokerEmail);
    await admin.getByRole('button', { name: 'Voeg toe en stuur de mail' }).click();
    await admin.getByLabel('Waarom bekijkt u deze gegevens?').fill('Eerste gebiedsmakelaar aanstellen');
    await admin.getByRole('button', { name: 'Bekijk de mensen' }).click();
    await admin.getByLabel('Welke rol?').selectOption({ label: 'Gebiedsmakelaar' });
    await admin.getByLabel('Waarvoor?').selectOption({ label: 'Werkgebied' });
    await admin.getByLabel('Oost', { exact: true }).check();
    await admin.getByRole('button', { name: 'Geef deze rol' }).click();
    await expect(admin.getByText('Gebiedsmakelaar, Oost')).toBeVisible();
    await mailed(mail, brokerEmail, new RegExp(server.origin));

    const resident = await people.visitor(at);
    await signIn(resident, mail, residentEmail);
    await resident.goto('/mijn');
    await resident.getByLabel('Uw naam').fill('Bewoner Noord');
    await resident.getByLabel('Uw dorp').selectOption({ label: 'Voorbeeld-Noord' });
    await resident.getByRole('button', { name: 'Bewaar' }).click();
    await resident.goto('/voorstel/nieuw?kern=voorbeeld-noord');
    await resident.getByLabel('Wat wenst u', { exact: false }).fill('Een bankje bij de brug');
    await resident.getByRole('button', { name: 'Verder naar controleren' }).click();
    await resident.getByRole('button', { name: 'Stuur in' }).click();
    await resident.getByRole('link', { name: 'Bekijk uw voorstel' }).click();

    const broker = await people.visitor(at);
    await signIn(broker, mail, brokerEmail);
    await broker.goto('/werkplek');
    await broker.getByRole('link', { name: 'Een bankje bij de brug' }).click();
    await broker.getByRole('button', { name: 'Plaats' }).click();
    await expect(resident.locator('.ka-facts')).toContainText('Wens');
    await Promise.all([admin, resident, broker].map((page) => page.context().close()));
  } finally {
    await server.stop();
    await mail.close();
  }
});
