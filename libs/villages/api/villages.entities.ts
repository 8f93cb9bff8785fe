import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Boundary, LabelOffset, Point, Water } from '@kernagenda/villages/domain';
import type { GroupKind } from '@kernagenda/villages/domain/groups';
import { municipalityDefaults } from '@kernagenda/villages/domain/settings';
import type { ChosenColours } from '@kernagenda/villages/domain/settings';

@Entity('municipality')
export class Municipality {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'text' })
  readonly slug: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'int' })
  readonly population: number;

  @Column({ type: 'text' })
  readonly populationSource: string;

  @Column({ type: 'text' })
  readonly attribution: string;

  @Column({ type: 'jsonb' })
  readonly waters: readonly Water[];

  @Column({ type: 'text', default: '' })
  readonly address: string;

  @Column({ type: 'text', default: '' })
  readonly telephone: string;

  @Column({ type: 'text', default: '' })
  readonly email: string;

  @Column({ type: 'text', default: '' })
  readonly website: string;

  @Column({ type: 'int', default: municipalityDefaults.readWithinDays })
  readonly readWithinDays: number;

  @Column({ type: 'int', default: municipalityDefaults.answerWithinDays })
  readonly answerWithinDays: number;

  @Column({ type: 'jsonb', default: { light: {}, dark: {} } })
  readonly colours: ChosenColours;

  @Column({ type: 'boolean', default: false })
  readonly allowsPublicEmbeddings: boolean;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

@Entity('area')
export class Area {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly municipalityId: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'boolean' })
  readonly isExample: boolean;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

/** A part of the organisation of the municipality; its members are the officials with a role for it. */
@Entity('team')
export class Team {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly municipalityId: string;

  /** Without the word "team". */
  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'timestamptz' })
  readonly startsAt: Date;

  /** Null while nobody knows an end. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly endsAt: Date | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

/** Residents who keep the agenda of these villages; its members are the people with a group role in them. */
@Entity('working_group')
export class WorkingGroup {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly municipalityId: string;

  @Column({ type: 'text' })
  readonly name: string;

  @Column({ type: 'text' })
  readonly kind: GroupKind;

  @Column({ type: 'uuid', array: true })
  readonly villageIds: readonly string[];

  @Column({ type: 'timestamptz' })
  readonly startsAt: Date;

  /** Null while nobody knows an end. */
  @Column({ type: 'timestamptz', nullable: true })
  readonly endsAt: Date | null;

  @Column({ type: 'int', default: 1 })
  readonly version: number;
}

@Entity('village')
export class Village {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly municipalityId: string;

  @Column({ type: 'uuid' })
  readonly areaId: string;

  @Column({ type: 'text' })
  readonly slug: string;

  @Column({ type: 'text' })
  readonly name: string;

  /** The code of the place in the register of addresses (BAG); null where the register does not know it. */
  @Column({ type: 'text', nullable: true })
  readonly bagCode: string | null;

  @Column({ type: 'int' })
  readonly population: number;

  @Column({ type: 'int' })
  readonly populationYear: number;

  @Column({ type: 'text' })
  readonly populationSource: string;

  @Column({ type: 'text', array: true })
  readonly postcodes: readonly string[];

  @Column({ type: 'text', nullable: true })
  readonly fact: string | null;

  @Column({ type: 'text', array: true })
  readonly neighbourSlugs: readonly string[];

  @Column({ type: 'jsonb' })
  readonly boundary: Boundary;

  /** The middle of the built-up area: longitude and latitude in degrees. */
  @Column({ type: 'jsonb' })
  readonly point: Point;

  @Column({ type: 'jsonb' })
  readonly label: LabelOffset;
}
