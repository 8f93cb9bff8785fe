import { createTransport } from 'nodemailer';
import { freePort } from '../../tools/test/built-server.mjs';
import { done, expect, expectAccessible, test } from './journey';
import { approve } from './points';
import { Town } from './town';

const [title, question] = ['Het hek bij de vijver is stuk', 'Kunnen kinderen er veilig spelen?'];
const answer = 'Donderdag maken wij het hek.';

/** Answers a mail as a mail program does, with the old mail under it. */
async function reply(port: number, from: string, to: string, text: string): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const quoted = `Op ma 30 mrt 2026 om 11:00 schreef Kernagenda <noreply@kernagenda.test>:\n\n> ${question}`;
  await transport.sendMail({ from, to, subject: `Re: ${title}`, text: `${text}\n\n${quoted}` });
  transport.close();
}

test('a resident asks, the broker hands over to a team, an official answers by mail, and it becomes a point', async ({
  people,
}) => {
  test.slow();
  const port = await freePort();
  const mailIn = { MAIL_IN_DOMAIN: 'antwoord.dorp.test', MAIL_IN_PORT: String(port) };
  const town = await Town.open(people, '2026-03-30T09:00:00Z', mailIn);
  try {
    const admin = await town.admin();
    const village = await done<{ id: string; name: string }>(admin.request.get('/api/v1/villages/voorbeeld-noord'));
    const team = await done<{ id: string }>(admin.request.post('/api/v1/teams', { data: { name: 'Groen' } }));
    const broker = await town.withRole(admin, 'makelaar@dorp.test', 'broker', 'village', village.id);
    const official = await town.withRole(admin, 'medewerker@dorp.test', 'official', 'team', team.id);
    const resident = await town.resident('schrijver@dorp.test', village.id);

    await resident.goto('/berichten');
    await resident.getByRole('link', { name: `Schrijf de gebiedsmakelaar van ${village.name}` }).click();
    await resident.getByLabel('Waar gaat het over?').fill(title);
    await resident.getByLabel('Uw bericht').fill(question);
    await resident.getByRole('button', { name: 'Verstuur' }).click();
    const stand = resident.locator('ka-inbox-acts');
    await expect(stand).toContainText(`Gebiedsmakelaar van ${village.name} antwoordt uiterlijk woensdag 8 april.`);
    await expect(resident.getByRole('button', { name: 'Ik pak dit op' })).toHaveCount(0);

    await broker.goto('/berichten?bak=unassigned');
    await broker.getByRole('link', { name: title }).click();
    await broker.getByText('Geef door aan een collega of een team').click();
    await expectAccessible(broker);
    await broker.getByLabel('Draag over aan een team').selectOption('Groen');
    await broker.getByRole('button', { name: 'Draag over' }).click();
    await expect(broker.getByText('Dit gesprek is overgedragen. U leest mee.')).toBeVisible();
    await expect(stand).toContainText('Team Groen antwoordt uiterlijk woensdag 8 april.');

    const asked = () => town.mailsTo('medewerker@dorp.test', question);
    await expect.poll(asked, { timeout: 25_000 }).toHaveLength(1);
    await reply(port, 'medewerker@dorp.test', asked()[0]?.replyTo ?? '', answer);
    const letters = resident.getByRole('list', { name: 'Berichten in dit gesprek' }).getByRole('listitem');
    await expect(letters.first()).toContainText(answer);
    await expect(letters.first()).toContainText('Team Groen');
    await expect(letters.first()).not.toContainText('schreef Kernagenda');
    await expect(stand).toContainText('Beantwoord.');
    await expectAccessible(resident);

    await official.goto('/berichten?bak=team');
    await official.getByRole('link', { name: title }).click();
    await official.getByRole('button', { name: 'Maak hier een voorstel van' }).click();
    await expect(official.getByText('Dit bericht is een concept van een voorstel geworden.')).toBeVisible();
    await expect(letters.first()).toContainText('Van uw bericht is een concept van een voorstel gemaakt');
    await resident.getByRole('link', { name: 'Bekijk het voorstel dat hieruit kwam' }).click();
    await expect(resident.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(resident.getByText(question)).toBeVisible();
    const id = new URL(resident.url()).pathname.split('/').at(-1) ?? '';
    await resident.getByRole('button', { name: 'Stuur in' }).click();
    await expect(resident.getByText('Ingestuurd, wordt gelezen').first()).toBeVisible();

    await approve(broker, id);
    const visitor = await town.visitor();
    await visitor.goto(`/voorstellen/${id}`);
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(title);
    await official.reload();
    await expect(official.getByRole('link', { name: 'Bekijk het voorstel dat hieruit kwam' })).toBeVisible();
    expect(asked()).toHaveLength(1);
  } finally {
    await town.close();
  }
});
