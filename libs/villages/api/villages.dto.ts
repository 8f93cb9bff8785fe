import { ApiProperty } from '@nestjs/swagger';
import type {
  AreaView,
  GroupView,
  MapShape,
  MapView,
  MunicipalityContact,
  MunicipalityView,
  Point,
  VillageRef,
  VillageSummary,
  VillageView,
} from '@kernagenda/villages/domain';

export class VillageRefDto implements VillageRef {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly slug: string;

  @ApiProperty()
  readonly name: string;
}

class ContactDto implements MunicipalityContact {
  @ApiProperty()
  readonly address: string;

  @ApiProperty()
  readonly telephone: string;

  @ApiProperty()
  readonly email: string;

  @ApiProperty()
  readonly website: string;
}

export class MunicipalityDto implements MunicipalityView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly slug: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: 'integer' })
  readonly population: number;

  @ApiProperty()
  readonly populationSource: string;

  @ApiProperty({ description: 'Must stand wherever boundaries or populations are shown' })
  readonly attribution: string;

  @ApiProperty({ type: ContactDto, description: 'Where the town hall can be reached; empty where it is not given' })
  readonly contact: ContactDto;

  @ApiProperty({ type: 'integer', description: 'Working days within which a submission is read' })
  readonly readWithinDays: number;

  @ApiProperty({ type: 'integer', description: 'Working days within which a question is answered' })
  readonly answerWithinDays: number;
}

export class VillageSummaryDto extends VillageRefDto implements VillageSummary {
  @ApiProperty({ type: 'integer' })
  readonly population: number;

  @ApiProperty({ type: 'integer' })
  readonly populationYear: number;

  @ApiProperty({ type: [String], description: 'Postcodes without letters' })
  readonly postcodes: readonly string[];

  @ApiProperty({ format: 'uuid' })
  readonly areaId: string;
}

export class VillagePageDto {
  @ApiProperty({ type: [VillageSummaryDto] })
  readonly items: readonly VillageSummaryDto[];

  @ApiProperty({ type: String, nullable: true })
  readonly nextCursor: string | null;
}

class BrokerDto {
  @ApiProperty()
  readonly displayName: string;
}

export class AreaDto implements AreaView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ description: 'True where the division into areas is only an example' })
  readonly isExample: boolean;

  @ApiProperty({ type: [BrokerDto] })
  readonly brokers: readonly BrokerDto[];
}

class GroupDto implements GroupView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: [String] })
  readonly chairs: readonly string[];

  @ApiProperty({ type: [String] })
  readonly secretaries: readonly string[];

  @ApiProperty({ type: 'integer', description: 'With chair and secretary' })
  readonly members: number;
}

export class VillageDto extends VillageSummaryDto implements VillageView {
  @ApiProperty()
  readonly populationSource: string;

  @ApiProperty({ type: String, nullable: true })
  readonly fact: string | null;

  @ApiProperty({ type: AreaDto })
  readonly area: AreaDto;

  @ApiProperty({ type: [VillageRefDto] })
  readonly neighbours: readonly VillageRefDto[];

  @ApiProperty({ type: GroupDto, nullable: true, description: 'Null where there is no group' })
  readonly group: GroupDto | null;
}

const pointSchema = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 } as const;

class LabelDto {
  @ApiProperty()
  readonly x: number;

  @ApiProperty()
  readonly y: number;

  @ApiProperty({ enum: ['start', 'middle', 'end'] })
  readonly anchor: 'start' | 'middle' | 'end';
}

class MapShapeDto implements MapShape {
  @ApiProperty()
  readonly slug: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ description: 'SVG path' })
  readonly path: string;

  @ApiProperty(pointSchema)
  readonly dot: Point;

  @ApiProperty({ type: LabelDto })
  readonly label: LabelDto;
}

class WaterDto {
  @ApiProperty()
  readonly name: string;

  @ApiProperty({ enum: ['river', 'stream'] })
  readonly kind: 'river' | 'stream';

  @ApiProperty({ description: 'SVG path' })
  readonly path: string;

  @ApiProperty(pointSchema)
  readonly label: Point;
}

export class MapDto implements MapView {
  @ApiProperty()
  readonly width: number;

  @ApiProperty()
  readonly height: number;

  @ApiProperty({ type: [MapShapeDto] })
  readonly shapes: readonly MapShapeDto[];

  @ApiProperty({ type: [WaterDto] })
  readonly waters: readonly WaterDto[];
}
