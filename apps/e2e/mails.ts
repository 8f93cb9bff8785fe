import type { Page } from '@playwright/test';
import { done } from './journey';

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The mails with this subject that who is signed in here got so far. */
export async function mailsOf(page: Page, wanted: string): Promise<readonly Mail[]> {
  const { person } = await done<{ person: { email: string } }>(page.request.get('/api/v1/me'));
  const path = `/api/v1/demo/mail?to=${encodeURIComponent(person.email)}`;
  const { items } = await done<{ items: readonly Mail[] }>(page.request.get(path));
  return items.filter(({ subject }) => subject === wanted);
}
