import type { Page } from '@playwright/test';
import { done } from './journey';

interface Stored {
  readonly id: string;
  readonly version: number;
}

interface Text {
  readonly title: string;
  readonly body?: string;
}

/** Sends a proposal in for the village of who is signed in here, without a page. Answers its id. */
export async function submit(author: Page, { title, body = 'Dan wordt het dorp fijner.' }: Text): Promise<string> {
  const { person } = await done<{ person: { homeVillageId: string } }>(author.request.get('/api/v1/me'));
  const data = { villageId: person.homeVillageId, title, body, place: '', theme: null, kind: null };
  const { id } = await done<Stored>(author.request.post('/api/v1/proposals', { data }));
  await done(author.request.post(`/api/v1/proposals/${id}/submit`));
  return id;
}

/** Approves what was sent in, without a page. */
export async function approve(broker: Page, id: string): Promise<void> {
  const { version } = await done<Stored>(broker.request.get(`/api/v1/proposals/${id}`));
  const headers = { 'If-Match': `"${version}"` };
  await done(broker.request.post(`/api/v1/proposals/${id}/approve`, { headers }));
}

/** A wish that everyone can read. Answers its id. */
export async function wish(author: Page, broker: Page, text: Text): Promise<string> {
  const id = await submit(author, text);
  await approve(broker, id);
  return id;
}

/** Opens the page of a point and answers when it shows it. */
export async function openPoint(page: Page, id: string): Promise<void> {
  await page.goto(`/voorstellen/${id}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
