import type { Page } from '@playwright/test';
import { done, expect, expectAccessible, test } from './journey';
import { openPoint, wish } from './points';
import { Town } from './town';

const village = 'voorbeeld-noord';

/** Does something with a point, without a page. */
async function act(page: Page, id: string, action: string, data?: object): Promise<void> {
  const { version } = await done<{ version: number }>(page.request.get(`/api/v1/proposals/${id}`));
  const headers = { 'If-Match': `"${version}"` };
  await done(page.request.post(`/api/v1/proposals/${id}/${action}`, { headers, ...(data && { data }) }));
}

const told = (page: Page) => page.getByRole('region', { name: 'Wat zegt de gemeente?' });
const placeOf = (page: Page) =>
  done<{ readonly id: string; readonly areaId: string }>(page.request.get(`/api/v1/villages/${village}`));

test('a promise of an official that is late over a weekend and Easter is told step by step, and counted in its village', async ({
  people,
}) => {
  test.slow();
  const [title, what] = ['Een vlonder bij de vijver', 'Wij leggen de vlonder aan.'];
  const late = 'Een toezegging is te laat';
  // A Monday; Good Friday is 3 April, Easter Monday the 6th.
  const town = await Town.open(people, '2026-03-30T09:00:00Z');
  try {
    const admin = await town.admin();
    const { id: villageId } = await placeOf(admin);
    const { items: areas } = await done<{ items: { id: string }[] }>(admin.request.get('/api/v1/areas'));
    const team = await done<{ id: string }>(admin.request.post('/api/v1/teams', { data: { name: 'Water en groen' } }));
    const broker = await town.withRole(admin, 'makelaar@dorp.test', 'broker', 'village', villageId);
    const official = await town.withRole(admin, 'medewerker@dorp.test', 'official', 'team', team.id);
    await town.withRole(admin, 'wethouder@dorp.test', 'alderman', 'area', areas[0]?.id ?? '');
    const id = await wish(await town.resident('schrijver@dorp.test', villageId), broker, { title });
    await act(broker, id, 'explore');
    await act(broker, id, 'put-on-agenda');
    await act(broker, id, 'plan', { teamId: team.id, executor: null, dueOn: '2026-06-01' });

    const supporter = await town.resident('steunt@dorp.test', villageId);
    await openPoint(supporter, id);
    await supporter.getByRole('button', { name: 'Ik steun dit' }).click();
    await expect(supporter.getByText('U volgt dit, want u steunt dit punt.')).toBeVisible();

    await openPoint(official, id);
    for (const [text, day] of [
      ['Wij meten de vijver op.', '2026-04-30'],
      [what, '2026-04-02'],
    ] as const) {
      await official.getByRole('button', { name: 'Doe een toezegging' }).click();
      await official.getByLabel('Wat zegt u toe?').fill(text);
      await official.getByLabel('Wie komt dit na?').selectOption('Water en groen');
      await official.getByLabel('Uiterlijk op').fill(day);
      await official.getByRole('button', { name: 'Zeg dit toe' }).click();
      await expect(told(supporter).getByText(text)).toBeVisible();
    }
    const keep = async (text: string): Promise<void> => {
      await official.getByRole('button', { name: new RegExp(`^Nagekomen.*${text}`) }).click();
      await official.getByLabel('Wat is er gedaan?').fill('Het is klaar.');
      await official.getByRole('button', { name: 'Meld nagekomen' }).click();
    };
    await keep('Wij meten de vijver op');
    await expect(told(supporter).getByText(/^Nagekomen op 30 maart/)).toBeVisible();
    await official.getByRole('button', { name: 'Begin met de uitvoering' }).click();
    await expect
      .poll(() => town.mailsTo('steunt@dorp.test', `De uitvoering van dit punt is begonnen: ${title}`), {
        timeout: 25_000,
      })
      .toHaveLength(1);

    const days = () =>
      ['makelaar', 'medewerker', 'wethouder'].map((name) =>
        town.mailsTo(`${name}@dorp.test`, late).map(({ day }) => day),
      );
    for (const [day, expected] of [
      ['2026-04-03', [[], [], []]],
      ['2026-04-05', [[], [], []]],
      ['2026-04-06', [[], [], []]],
      ['2026-04-07', [['2026-04-07'], [], []]],
      ['2026-04-10', [['2026-04-07'], [], []]],
      ['2026-04-12', [['2026-04-07'], [], []]],
      ['2026-04-13', [['2026-04-07'], ['2026-04-13'], []]],
      ['2026-04-17', [['2026-04-07'], ['2026-04-13'], []]],
      ['2026-04-20', [['2026-04-07'], ['2026-04-13'], ['2026-04-20']]],
    ] as const) {
      await town.nightOf(day, 'commitments-escalate');
      expect(days(), `told by ${day}`).toEqual(expected);
    }
    await supporter.reload();
    await expect(told(supporter).getByText('Te laat, 18 dagen')).toBeVisible();
    await supporter.goto(`/kernen/${village}`);
    await expect(supporter.getByText('1 van 2 toezeggingen op tijd nagekomen')).toBeVisible();

    await official.reload();
    await keep('Wij leggen de vlonder aan');
    await expect(told(official).getByText(/^Te laat nagekomen op 20 april/)).toBeVisible();
    await supporter.reload();
    await expect(supporter.getByText('1 van 2 toezeggingen op tijd nagekomen')).toBeVisible();
    await supporter.getByRole('link', { name: '1 van 2 toezeggingen op tijd nagekomen' }).click();
    await expect(supporter.getByText(/^Te laat nagekomen op 20 april/)).toBeVisible();
    await town.nightOf('2026-04-21', 'commitments-escalate');
    const made = `De gemeente heeft iets toegezegd: ${title}`;
    const about = (text: string) => town.mailsTo('steunt@dorp.test', made).filter((mail) => mail.text.includes(text));
    expect(about(what)).toHaveLength(1);
    expect(town.mailsTo('steunt@dorp.test', 'De uitvoering van dit punt is begonnen')).toHaveLength(1);
    expect(days()).toEqual([['2026-04-07'], ['2026-04-13'], ['2026-04-20']]);
  } finally {
    await town.close();
  }
});

test('a point nobody touched for ninety days: one button from the mail says that it still is right', async ({
  people,
}) => {
  test.slow();
  const title = 'Een hek om de boomgaard';
  const town = await Town.open(people, '2026-03-30T09:00:00Z');
  try {
    const admin = await town.admin();
    const { id: villageId } = await placeOf(admin);
    const broker = await town.withRole(admin, 'makelaar@dorp.test', 'broker', 'village', villageId);
    const id = await wish(await town.resident('schrijver@dorp.test', villageId), broker, { title });
    await act(broker, id, 'explore');
    await act(broker, id, 'put-on-agenda');
    const asked = () => town.mailsTo('makelaar@dorp.test', `Klopt dit nog? ${title}`);
    await town.nightOf('2026-06-27', 'commitments-refresh');
    expect(asked()).toEqual([]);
    await town.nightOf('2026-06-30', 'commitments-refresh');
    expect(asked()).toHaveLength(1);
    const link = new URL(/\S+\/klopt-nog\?bewijs=\S+/.exec(asked()[0]?.text ?? '')?.[0] ?? '');

    const reader = await town.visitor();
    await reader.goto(link.pathname + link.search);
    await expect(reader.getByRole('link', { name: title })).toBeVisible();
    await expectAccessible(reader);
    await reader.getByRole('button', { name: 'Ja, dit klopt nog' }).click();
    await expect(reader.getByText('Dank u wel. Bij het punt staat nu dat dit nog klopt.')).toBeVisible();
    await reader.getByRole('link', { name: 'Naar het punt' }).click();
    await expect(told(reader).getByText('Dit klopt nog. Er is niets veranderd.')).toBeVisible();
    await reader.goto(link.pathname + link.search);
    await expect(reader.getByRole('button', { name: 'Ja, dit klopt nog' })).toHaveCount(0);
  } finally {
    await town.close();
  }
});
