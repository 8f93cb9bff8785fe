import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { RoundLists } from './round-lists.service';
import { RoundPapersController } from './round-papers.controller';
import { RoundsController } from './rounds.controller';
import { IntakeRound, IntakeRoundVillage } from './rounds.entities';
import { Rounds } from './rounds.service';

@Module({
  imports: [ProposalsApiModule, TypeOrmModule.forFeature([IntakeRound, IntakeRoundVillage])],
  controllers: [RoundsController, RoundPapersController],
  providers: [RoundLists, Rounds],
})
export class RoundsModule {}
