import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { NotificationView } from '@kernagenda/notifications/domain';
import { perform, see } from '@kernagenda/proposals/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';

/** What somebody was told in the app, newest first. */
export async function listOf(app: TestApp, as: TestPerson): Promise<readonly NotificationView[]> {
  const { status, body } = await app.request<Page<NotificationView>>('GET', '/api/v1/me/notifications', { as });
  if (status !== 200) throw new Error(`Listing answered ${status}: ${JSON.stringify(body)}`);
  return body.items;
}

/** The subjects of the mails somebody got, once every job that is due is done. */
export async function subjectsTo(app: TestApp, { email }: TestPerson): Promise<readonly string[]> {
  await app.settle();
  return app.mail.received.filter(({ recipients }) => recipients.includes(email)).map(({ subject }) => subject);
}

/** Performs an action as somebody sees the proposal now; fails when it does not work. */
export async function act(app: TestApp, as: TestPerson, action: string, id: string, body?: object): Promise<void> {
  const { status, body: answer } = await perform(app, as, action, await see(app, id, as), body);
  if (status >= 300) throw new Error(`${action} answered ${status}: ${JSON.stringify(answer)}`);
}
