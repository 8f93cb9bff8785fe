import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { Audit, Clock, Jobs, Mailer, RateLimits, Settings } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { signInLimits } from '@kernagenda/identity/domain';
import type { RequestCodeInput, SignInInput } from '@kernagenda/identity/domain';
import { SignInCode } from './identity.entities';
import { nl } from './nl';
import { PeopleRegistry } from './people.registry';
import { Sessions } from './sessions.service';

/**
 * A village hall shares one network, so a network may do more than a mailbox. Who knows an address is stopped on the own
 * network and keeps nobody out elsewhere; what all networks do with one address together has a larger ceiling.
 */
const limits = {
  codesPerNetwork: { count: 60, seconds: 600 },
  codesHere: { count: 5, seconds: 900 },
  codesAnywhere: { count: 20, seconds: 900 },
  triesPerNetwork: { count: 60, seconds: 600 },
  triesHere: { count: 10, seconds: 900 },
  triesAnywhere: { count: 40, seconds: 900 },
} as const;

@Injectable()
export class SignInService implements OnModuleInit {
  private readonly logger = new Logger(SignInService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly limits: RateLimits,
    private readonly mailer: Mailer,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly people: PeopleRegistry,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('identity-forget-codes', async () => {
      await this.dataSource.manager.delete(SignInCode, { expiresAt: LessThan(this.clock.now()) });
    });
  }

  /**
   * Mails a code to any address. Whether somebody has an account is not even looked up, so neither the answer nor its
   * time can tell; a mail that fails is told to the operator only.
   */
  async requestCode({ email }: RequestCodeInput, network: string): Promise<void> {
    this.limits.take('sign-in-code-network', network, limits.codesPerNetwork);
    this.limits.take('sign-in-code-here', `${email} ${network}`, limits.codesHere);
    this.limits.take('sign-in-code-anywhere', email, limits.codesAnywhere);
    const code = String(randomInt(10 ** signInLimits.codeDigits)).padStart(signInLimits.codeDigits, '0');
    const expiresAt = new Date(this.clock.now().getTime() + signInLimits.codeMinutes * 60_000);
    await this.dataSource.manager.upsert(
      SignInCode,
      { email, codeHash: this.hashOf(email, code), expiresAt, tries: 0 },
      { conflictPaths: ['email'] },
    );
    const { subject, text } = nl.codeMail;
    await this.mailer.send({ to: email, subject, text: text(code) }).catch((error: unknown) => {
      this.logger.error(`No code could be mailed: ${String(error)}`);
    });
  }

  /**
   * The token of a new session for whoever has the code; a person who is new is entered.
   * @throws Problem `invalid_code`, the same for a wrong, late, used or never mailed code.
   */
  async signIn({ email, code }: SignInInput, network: string): Promise<string> {
    this.limits.take('sign-in-network', network, limits.triesPerNetwork);
    this.limits.take('sign-in-here', `${email} ${network}`, limits.triesHere);
    const given = this.hashOf(email, code);
    const stored = await this.countTry(email);
    // Without a code that could be guessed there is nothing to keep others from; the limit here counts all the same, or
    // its answer would tell who is signing in.
    if (stored !== null) this.limits.take('sign-in-anywhere', email, limits.triesAnywhere);
    const isRight = timingSafeEqual(Buffer.from(stored ?? this.hashOf(email, '')), Buffer.from(given));
    if (stored === null || !isRight) throw new Problem('invalid_code');
    return this.dataSource.transaction(async (manager) => {
      // Two requests may hold the right code at once: only who takes the row away signs in.
      const { affected } = await manager.delete(SignInCode, { email, codeHash: given });
      if (affected !== 1) throw new Problem('invalid_code');
      const personId = await this.people.savePerson(manager, { email, displayName: nl.newcomer });
      await this.audit.record(manager, {
        actorId: personId,
        action: 'person.sign_in',
        objectType: 'person',
        objectId: personId,
      });
      return this.sessions.start(manager, personId);
    });
  }

  /** Counts before it looks, in one statement, so that parallel guesses cannot share a try. */
  private async countTry(email: string): Promise<string | null> {
    const [rows] = await this.dataSource.query<[{ readonly codeHash: string }[], number]>(
      `update sign_in_code set tries = tries + 1 where email = $1 and tries < $2 and expires_at > $3
       returning code_hash as "codeHash"`,
      [email, signInLimits.codeTries, this.clock.now()],
    );
    return rows[0]?.codeHash ?? null;
  }

  /** Keyed: six digits are guessed in no time by who has only the hash. */
  private hashOf(email: string, code: string): string {
    return createHmac('sha256', this.settings.secretKey).update(`${email}\n${code}`).digest('hex');
  }
}
