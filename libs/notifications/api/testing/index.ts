import { aPerson } from '@kernagenda/identity/api/testing';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import type { MailChoice, NotificationView, UnreadView } from '@kernagenda/notifications/domain';
import { perform, see } from '@kernagenda/proposals/api/testing';
import type { TestApp } from '@kernagenda/shared/api/testing';
import type { Page } from '@kernagenda/shared/domain';
import type { TestVillage } from '@kernagenda/villages/api/testing';

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

/** How much of it is unread. */
export async function unreadOf(app: TestApp, as: TestPerson): Promise<number> {
  return (await app.request<UnreadView>('GET', '/api/v1/me/notifications/unread', { as })).body.unread;
}

/** As when the mail server was away for a while: jobs of mail wait. */
export async function holdMail(app: TestApp, isHeld: boolean): Promise<void> {
  await app.dataSource.query(
    isHeld
      ? `create or replace function hold_mail() returns trigger language plpgsql as $$
         begin new.start_after := new.start_after + interval '1 hour'; return new; end $$;
         create trigger hold_mail before insert on pgboss.job_common for each row
         when (new.name = 'notifications-mail') execute function hold_mail()`
      : 'drop trigger hold_mail on pgboss.job_common',
  );
  if (!isHeld) await app.advance({ seconds: 3601 });
}

/** Digests run only when a test says so, not also every minute of the real clock. */
export async function stopDigestSchedule(app: TestApp): Promise<void> {
  await app.dataSource.query(`delete from pgboss.schedule where name = 'notifications-digests'`);
}

/** Follows something, or chooses how often mail comes; fails when it does not work. */
export async function choose(app: TestApp, as: TestPerson, path: string, body?: object): Promise<void> {
  const { status, body: answer } = await app.request('PUT', `/api/v1${path}`, { as, ...(body && { body }) });
  if (status !== 204) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
}

/** Somebody who follows villages and gets mail as they chose. */
export async function aFollower(
  app: TestApp,
  choice: MailChoice,
  ...villages: readonly TestVillage[]
): Promise<TestPerson> {
  const person = await aPerson(app, {});
  await choose(app, person, '/me/mail-choice', { choice });
  for (const { slug } of villages) await choose(app, person, `/villages/${slug}/follow`);
  return person;
}
