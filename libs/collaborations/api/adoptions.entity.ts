import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** That somebody made a proposal in the own village of a point of another one; once per person and point. */
@Entity('adoption')
export class Adoption {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column({ type: 'uuid' })
  readonly originId: string;

  @Column({ type: 'uuid' })
  readonly adoptedId: string;

  @Column({ type: 'uuid' })
  readonly personId: string;

  /** The village it was taken over for. */
  @Column({ type: 'uuid' })
  readonly villageId: string;

  @Column({ type: 'timestamptz' })
  readonly createdAt: Date;
}
