import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AgendasApiModule } from '@kernagenda/agendas/api';
import { BoardApiModule } from '@kernagenda/board/api';
import { BudgetsApiModule } from '@kernagenda/budgets/api';
import { CollaborationsApiModule } from '@kernagenda/collaborations/api';
import { CommitmentsApiModule } from '@kernagenda/commitments/api';
import { ConversationsApiModule } from '@kernagenda/conversations/api';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { IntakeApiModule } from '@kernagenda/intake/api';
import { MatchingApiModule } from '@kernagenda/matching/api';
import { ModerationApiModule } from '@kernagenda/moderation/api';
import { NewsApiModule } from '@kernagenda/news/api';
import { NotificationsApiModule } from '@kernagenda/notifications/api';
import { ProcurementApiModule } from '@kernagenda/procurement/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { SearchApiModule } from '@kernagenda/search/api';
import { SharedApiModule } from '@kernagenda/shared/api';
import type { Foundation } from '@kernagenda/shared/api';
import { VillagesApiModule } from '@kernagenda/villages/api';

/** One line per context. */
@Module({
  imports: [
    IdentityApiModule,
    VillagesApiModule,
    ProposalsApiModule,
    ModerationApiModule,
    MatchingApiModule,
    ConversationsApiModule,
    CommitmentsApiModule,
    SearchApiModule,
    AgendasApiModule,
    IntakeApiModule,
    BudgetsApiModule,
    CollaborationsApiModule,
    ProcurementApiModule,
    BoardApiModule,
    NewsApiModule,
    NotificationsApiModule,
  ],
})
export class AppModule {
  static with(foundation: Foundation): DynamicModule {
    return { module: AppModule, imports: [SharedApiModule.with(foundation)] };
  }
}
