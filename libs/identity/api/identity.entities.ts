import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { CentsColumn } from '@kernagenda/shared/api';
import type { AssignedRole, ScopeType } from '@kernagenda/identity/domain';

@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  /** In lower case; the only thing a person signs in with. */
  @Column({ type: 'text' })
  readonly email: string;

  @Column({ type: 'text' })
  displayName: string;

  @Column({ type: 'uuid', nullable: true })
  homeVillageId: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  homeVillageChangedAt: Date | null;

  /** What this person can do in the demo; null for everybody else. */
  @Column({ type: 'text', nullable: true })
  readonly demoDescription: string | null;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** The one code that was last mailed to an address; also for addresses nobody has an account with. */
@Entity('sign_in_code')
export class SignInCode {
  @PrimaryColumn({ type: 'text' })
  readonly email: string;

  @Column({ type: 'text' })
  readonly codeHash: string;

  @Column({ type: 'timestamptz' })
  readonly expiresAt: Date;

  @Column({ type: 'int' })
  readonly tries: number;
}

@Entity('session')
export class Session {
  /** SHA-256 of the token in the cookie: who reads the table cannot sign in. */
  @PrimaryColumn({ type: 'text' })
  readonly tokenHash: string;

  @Column({ type: 'uuid' })
  readonly personId: string;

  @Column({ type: 'timestamptz' })
  readonly expiresAt: Date;
}

@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly personId: string;

  @Column({ type: 'text' })
  readonly role: AssignedRole;

  @Column({ type: 'text' })
  readonly scopeType: ScopeType;

  @Column({ type: 'uuid' })
  readonly scopeId: string;

  @Column({ type: 'timestamptz' })
  readonly startsAt: Date;

  /** Null while nobody knows an end. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly endsAt: Date | null;
}

/** Up to how much somebody may decide about money; counts while they are an official. */
@Entity('mandate')
export class Mandate {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly personId: string;

  @CentsColumn()
  readonly maxCents: number;

  @Column({ type: 'timestamptz' })
  readonly startsAt: Date;

  /** Null while nobody knows an end. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly endsAt: Date | null;
}

/** Leave: the covering person has the broker roles of the covered one for as long as both run. */
@Entity('role_cover')
export class RoleCover {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly coveredId: string;

  @Column({ type: 'uuid' })
  readonly coveringId: string;

  @Column({ type: 'timestamptz' })
  readonly startsAt: Date;

  @Column({ type: 'timestamptz' })
  readonly endsAt: Date;
}
