import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
import { AskTokens } from './ask-tokens';
import { AskLinksController, AsksController } from './asks.controller';
import { Meanings } from './embeddings/meanings.service';
import { FlagsController } from './flags.controller';
import { FlagDecisions } from './flags.decisions';
import { FlagsService } from './flags.service';
import { IntroductionsController } from './introductions.controller';
import { IntroductionsService } from './introductions.service';
import { LexiconPreviews } from './lexicon-previews.service';
import { LexiconController } from './lexicon.controller';
import { LexiconChange } from './lexicon.entity';
import { LexiconService } from './lexicon.service';
import { MatchFlags } from './match-flags';
import { MatchWorker, PreviewWorker } from './match-worker';
import { MatchingController } from './matching.controller';
import { MatchAmount, MatchAsk, MatchFlag, MatchFlagMember, MatchText, Resemblance } from './matching.entities';
import { MatchingService } from './matching.service';
import { Resemblances } from './resemblances.service';

@Module({
  imports: [
    ProposalsApiModule,
    TypeOrmModule.forFeature([
      LexiconChange,
      MatchAmount,
      MatchAsk,
      MatchFlag,
      MatchFlagMember,
      MatchText,
      Resemblance,
    ]),
  ],
  controllers: [
    AskLinksController,
    AsksController,
    FlagsController,
    IntroductionsController,
    LexiconController,
    MatchingController,
  ],
  providers: [
    AskTokens,
    FlagDecisions,
    FlagsService,
    IntroductionsService,
    LexiconPreviews,
    LexiconService,
    MatchFlags,
    MatchWorker,
    MatchingService,
    Meanings,
    PreviewWorker,
    Resemblances,
  ],
  exports: [AskTokens, IntroductionsService, MatchFlags, Resemblances],
})
export class MatchingApiModule implements OnModuleInit {
  constructor(private readonly imports: ImportsService) {}

  /** Where people leave something at a point, which is then not taken back with the file it came from. */
  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from match_amount where proposal_id = any($1::uuid[])');
    this.imports.keepWhere('select a_id from match_judgement where a_id = any($1::uuid[])');
    this.imports.keepWhere('select b_id from match_judgement where b_id = any($1::uuid[])');
    // A flag that is only suggested is the work of the engine, which makes it anew.
    this.imports.keepWhere(`select m.proposal_id from match_flag_member m join match_flag f on f.id = m.flag_id
      where m.proposal_id = any($1::uuid[]) and f.state not in ('suggested', 'expired')`);
  }
}
