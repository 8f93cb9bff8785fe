import type { Page } from '@playwright/test';
import { startServerAt } from '../../tools/test/built-server.mjs';
import { openMailbox } from '../../tools/test/mailbox.mjs';
import { done, expect } from './journey';
import type { People } from './journey';

const adminEmail = 'beheer@dorp.test';

export interface Mail {
  readonly subject: string;
  readonly text: string;
  /** The day it was written, `yyyy-mm-dd`, by the clock of the server. */
  readonly day: string;
  /** Where an answer goes; empty where that is nowhere. */
  readonly replyTo: string;
}

/** A municipality of three villages on a server of its own, with a real mail server and a clock that the journey moves. */
export class Town {
  private readonly pages: Page[] = [];

  private constructor(
    private readonly people: People,
    private readonly mail: Awaited<ReturnType<typeof openMailbox>>,
    private readonly server: Awaited<ReturnType<typeof startServerAt>>,
    private now: string,
  ) {}

  static async open(people: People, now: string, others: Readonly<Record<string, string>> = {}): Promise<Town> {
    const mail = await openMailbox();
    const villages = ['villages-import', 'docs/villages.example.geojson', '--municipality', 'Voorbeeld'];
    const settings = {
      SMTP_URL: mail.url,
      SECRET_KEY: 'a key for these journeys alone, long enough',
      ADMIN_EMAIL: adminEmail,
      TRUSTED_PROXIES: '1',
      ...others,
    };
    return new Town(people, mail, await startServerAt(now, [['migrate'], villages], settings), now);
  }

  /** The window of a visitor, whose clock goes with that of the server. */
  async visitor(): Promise<Page> {
    const page = await this.people.visitor({ baseURL: this.server.origin });
    await page.clock.setFixedTime(this.now);
    this.pages.push(page);
    return page;
  }

  /** The window of somebody who signed in with the code of a real mail. */
  async signedIn(email: string): Promise<Page> {
    const page = await this.visitor();
    const headers = { 'x-forwarded-for': `203.0.113.${this.pages.length}` };
    await done(page.request.post('/api/v1/sign-in/code', { data: { email }, headers }));
    const codes = () => this.mailsTo(email).map(({ text }) => /\b\d{6}\b/.exec(text)?.[0]);
    await expect.poll(codes).toHaveLength(1);
    await done(page.request.post('/api/v1/sign-in', { data: { email, code: codes()[0] }, headers }));
    return page;
  }

  admin(): Promise<Page> {
    return this.signedIn(adminEmail);
  }

  /** Somebody with a role, given by the administrator. */
  async withRole(admin: Page, email: string, role: string, scopeType: string, scopeId: string): Promise<Page> {
    const page = await this.signedIn(email);
    await done(page.request.patch('/api/v1/me', { data: { displayName: email.replace('@dorp.test', '') } }));
    const { person } = await done<{ person: { id: string } }>(page.request.get('/api/v1/me'));
    const data = { role, scopeType, scopeIds: [scopeId] };
    await done(admin.request.post(`/api/v1/people/${person.id}/roles`, { data }));
    return page;
  }

  async resident(email: string, homeVillageId: string): Promise<Page> {
    const page = await this.signedIn(email);
    const displayName = email.replace('@dorp.test', '');
    await done(page.request.patch('/api/v1/me', { data: { displayName, homeVillageId } }));
    return page;
  }

  mailsTo(email: string, about = ''): readonly Mail[] {
    return this.mail.received
      .filter(({ recipients }) => recipients.includes(email))
      .map(({ subject = '', text = '', date = '', replyTo = [] }) => {
        return { subject, text, day: date.slice(0, 10), replyTo: replyTo[0]?.address ?? '' };
      })
      .filter(({ subject, text }) => subject.includes(about) || text.includes(about));
  }

  /** Half past three at night of a day, when the jobs of the night ran. */
  async nightOf(day: string, job: string): Promise<void> {
    this.now = `${day}T01:30:00Z`;
    await this.server.moveClock(this.now);
    for (const page of this.pages) await page.clock.setFixedTime(this.now);
    await this.server.runJob(job);
  }

  async close(): Promise<void> {
    await Promise.all(this.pages.map((page) => page.context().close()));
    await this.server.stop();
    await this.mail.close();
  }
}
