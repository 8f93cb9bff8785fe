import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
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
  exports: [AskTokens, IntroductionsService, MatchFlags],
})
export class MatchingApiModule {}
