import { ApiProperty } from '@nestjs/swagger';
import type {
  BoardView,
  DonePoint,
  LateQuestion,
  PointFigures,
  MovingPoint,
  Savings,
  Some,
  StillPoint,
  VisitPromise,
  VisitView,
  Voices,
  WishedPoint,
} from '@kernagenda/board/domain';
import { FiguresDto, FiguresViewDto, since } from '@kernagenda/commitments/api';
import type { Figured, StatusSince, ThemeFigures, VillageFigures } from '@kernagenda/commitments/domain';
import type { BookedSaving } from '@kernagenda/procurement/domain';
import { themes } from '@kernagenda/proposals/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { TeamRefDto, VillageRefDto } from '@kernagenda/villages/api';

const instant = { type: String, format: 'date-time' } as const;
const day = { type: String, format: 'date' } as const;
const team = { type: TeamRefDto, nullable: true, description: 'Null: the broker has it' } as const;

class PointFiguresDto implements PointFigures {
  @ApiProperty({ description: 'Somebody has to act, with news of the last ninety days' })
  readonly moving: number;

  @ApiProperty({ description: 'Somebody has to act, without news of the last ninety days' })
  readonly still: number;

  @ApiProperty({ description: 'On hold' })
  readonly paused: number;

  @ApiProperty({ description: 'Not on the agenda yet' })
  readonly wishes: number;

  @ApiProperty()
  readonly done: number;
}

class VillagePointsDto implements VillageFigures<PointFigures> {
  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: PointFiguresDto })
  readonly figures: PointFiguresDto;
}

class ThemePointsDto implements ThemeFigures<PointFigures> {
  @ApiProperty({ enum: themes })
  readonly theme: Theme;

  @ApiProperty({ type: PointFiguresDto })
  readonly figures: PointFiguresDto;
}

class PointsDto implements Figured<PointFigures> {
  @ApiProperty({ type: PointFiguresDto })
  readonly total: PointFiguresDto;

  @ApiProperty({ type: [VillagePointsDto] })
  readonly villages: readonly VillagePointsDto[];

  @ApiProperty({ type: [ThemePointsDto] })
  readonly themes: readonly ThemePointsDto[];
}

class VoicesDto implements Voices {
  @ApiProperty(instant)
  readonly since: string;

  @ApiProperty({ description: 'How many villages were heard' })
  readonly heard: number;

  @ApiProperty({ type: [VillageRefDto], description: 'Those that were not, by name' })
  readonly silent: readonly VillageRefDto[];
}

class BookedSavingDto implements BookedSaving {
  @ApiProperty({ format: 'uuid' })
  readonly purchaseId: string;

  @ApiProperty({ format: 'uuid' })
  readonly collaborationId: string;

  @ApiProperty()
  readonly what: string;

  @ApiProperty({ type: [VillageRefDto] })
  readonly villages: readonly VillageRefDto[];

  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ description: 'After every cost; below zero it was a loss' })
  readonly netCents: number;
}

class SavingsDto implements Savings {
  @ApiProperty({ description: 'Below zero it was a loss' })
  readonly netCents: number;

  @ApiProperty({ type: [BookedSavingDto], description: 'The newest first' })
  readonly purchases: readonly BookedSavingDto[];
}

export class BoardViewDto implements BoardView {
  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ type: FiguresViewDto })
  readonly promises: FiguresViewDto;

  @ApiProperty({ type: PointsDto })
  readonly points: PointsDto;

  @ApiProperty({ type: VoicesDto })
  readonly voices: VoicesDto;

  @ApiProperty({ type: SavingsDto })
  readonly savings: SavingsDto;
}

class VisitPointDto {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;
}

class DonePointDto extends VisitPointDto implements DonePoint {
  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name that stands at the point' })
  readonly author: string | null;
}

class StillPointDto extends VisitPointDto implements StillPoint {
  @ApiProperty(since)
  readonly since: StatusSince;

  @ApiProperty(team)
  readonly team: TeamRefDto | null;
}

class MovingPointDto extends VisitPointDto implements MovingPoint {
  @ApiProperty(since)
  readonly since: StatusSince;
}

class WishedPointDto extends VisitPointDto implements WishedPoint {
  @ApiProperty({ description: 'How often it was asked, the first time included' })
  readonly times: number;

  @ApiProperty({ type: Number, nullable: true, description: 'How many people support it; null for fewer than five' })
  readonly support: number | null;
}

class LateQuestionDto extends VisitPointDto implements LateQuestion {
  @ApiProperty(day)
  readonly dueOn: string;
}

class VisitPromiseDto extends VisitPointDto implements VisitPromise {
  @ApiProperty()
  readonly what: string;

  @ApiProperty(team)
  readonly team: TeamRefDto | null;

  @ApiProperty(day)
  readonly dueOn: string;
}

class SomeDto {
  @ApiProperty({ description: 'How many there are in all' })
  readonly count: number;
}

class SomePromisesDto extends SomeDto implements Some<VisitPromise> {
  @ApiProperty({ type: [VisitPromiseDto] })
  readonly items: readonly VisitPromiseDto[];
}

class SomeDoneDto extends SomeDto implements Some<DonePoint> {
  @ApiProperty({ type: [DonePointDto] })
  readonly items: readonly DonePointDto[];
}

class SomeStillDto extends SomeDto implements Some<StillPoint> {
  @ApiProperty({ type: [StillPointDto] })
  readonly items: readonly StillPointDto[];
}

class SomeMovingDto extends SomeDto implements Some<MovingPoint> {
  @ApiProperty({ type: [MovingPointDto] })
  readonly items: readonly MovingPointDto[];
}

class SomeWishesDto extends SomeDto implements Some<WishedPoint> {
  @ApiProperty({ type: [WishedPointDto] })
  readonly items: readonly WishedPointDto[];
}

class SomeQuestionsDto extends SomeDto implements Some<LateQuestion> {
  @ApiProperty({ type: [LateQuestionDto] })
  readonly items: readonly LateQuestionDto[];
}

export class VisitViewDto implements VisitView {
  @ApiProperty(instant)
  readonly at: string;

  @ApiProperty({ type: VillageRefDto })
  readonly village: VillageRefDto;

  @ApiProperty({ type: FiguresDto })
  readonly promises: FiguresDto;

  @ApiProperty({ type: PointFiguresDto })
  readonly points: PointFiguresDto;

  @ApiProperty({ type: SomeDoneDto, description: 'Of the last year, the newest first' })
  readonly done: SomeDoneDto;

  @ApiProperty({ type: SomePromisesDto, description: 'Longest late first' })
  readonly late: SomePromisesDto;

  @ApiProperty({ type: SomePromisesDto, description: 'Soonest first' })
  readonly next: SomePromisesDto;

  @ApiProperty({ type: SomeStillDto, description: 'Longest still first' })
  readonly still: SomeStillDto;

  @ApiProperty({ type: SomeMovingDto, description: 'The newest news first' })
  readonly moving: SomeMovingDto;

  @ApiProperty({ type: SomeWishesDto, description: 'Most often asked and most supported first' })
  readonly wishes: SomeWishesDto;

  @ApiProperty({ type: SomeQuestionsDto, description: 'Longest late first' })
  readonly questions: SomeQuestionsDto;
}
