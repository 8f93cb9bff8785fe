import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { FeasibilityOutcome } from '@kernagenda/commitments/domain';
import type { ActingParty, AgendaState, Theme } from '@kernagenda/proposals/domain';

@Entity('village_agenda')
export class VillageAgenda {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}

/** A village on its one agenda. */
@Entity('village_agenda_village')
export class VillageAgendaVillage {
  @PrimaryColumn({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'uuid' })
  readonly agendaId: string;
}

/** A frozen agenda by what stands on its cover; never changed. */
@Entity('agenda_version')
export class AgendaVersion {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly agendaId: string;

  @Column({ type: 'int' })
  readonly number: number;

  @Column({ type: 'timestamptz' })
  readonly frozenAt: Date;

  @Column({ type: 'date' })
  readonly referenceOn: string;

  @Column({ type: 'text' })
  readonly receivedBy: string;

  @Column({ type: 'int' })
  readonly points: number;
}

/** That who keeps an agenda was reminded; by the first of its villages. */
@Entity('agenda_reminder')
export class AgendaReminder {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'timestamptz' })
  readonly remindedAt: Date;
}

/** A point as it stood when a version was frozen. */
@Entity('agenda_version_point')
export class AgendaVersionPoint {
  @PrimaryColumn({ type: 'uuid' })
  readonly versionId: string;

  @PrimaryColumn({ type: 'uuid' })
  readonly proposalId: string;

  /** Where it stood on the agenda, from 0. */
  @Column({ type: 'int' })
  readonly position: number;

  @Column({ type: 'text' })
  readonly title: string;

  @Column({ type: 'text' })
  readonly body: string;

  @Column({ type: 'text' })
  readonly place: string;

  @Column({ type: 'text' })
  readonly theme: Theme;

  @Column({ type: 'text' })
  readonly agendaState: AgendaState;

  @Column({ type: 'text' })
  readonly actingParty: ActingParty;

  @Column({ type: 'uuid', nullable: true })
  readonly teamId: string | null;

  @Column({ type: 'boolean', default: false })
  readonly byResidents: boolean;

  @Column({ type: 'text', nullable: true })
  readonly executor: string | null;

  @Column({ type: 'date', nullable: true })
  readonly dueOn: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  readonly statusAt: Date | null;

  @Column({ type: 'int', nullable: true })
  readonly reportedYear: number | null;

  @Column({ type: 'text', nullable: true })
  readonly feasibility: FeasibilityOutcome | null;

  @Column({ type: 'date', nullable: true })
  readonly lookedOn: string | null;

  @Column({ type: 'text', nullable: true })
  readonly reason: string | null;

  @Column({ type: 'text', nullable: true })
  readonly alternative: string | null;

  @Column({ type: 'date', nullable: true })
  readonly reviewOn: string | null;
}
