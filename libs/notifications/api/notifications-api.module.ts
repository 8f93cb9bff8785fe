import { Module } from '@nestjs/common';
import { AgendasApiModule } from '@kernagenda/agendas/api';
import { BudgetsApiModule } from '@kernagenda/budgets/api';
import { CommitmentsApiModule } from '@kernagenda/commitments/api';
import { ConversationsApiModule } from '@kernagenda/conversations/api';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { IntakeApiModule } from '@kernagenda/intake/api';
import { MatchingApiModule } from '@kernagenda/matching/api';
import { ModerationApiModule } from '@kernagenda/moderation/api';
import { NewsApiModule } from '@kernagenda/news/api';
import { VillagesApiModule } from '@kernagenda/villages/api';
import { AgendaListeners } from './agenda-listeners.service';
import { AnnouncementListeners } from './announcement-listeners.service';
import { BudgetMails } from './budget-mails.service';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { CollaborationListeners } from './collaboration-listeners.service';
import { CirclesService } from './circles.service';
import { DigestRuns } from './digest-runs.service';
import { EventMails } from './event-mails.service';
import { FollowsController } from './follows.controller';
import { FollowsService } from './follows.service';
import { IntroductionListeners } from './introduction-listeners.service';
import { Ledger } from './ledger.service';
import { LineMails } from './line-mails.service';
import { Listeners } from './listeners.service';
import { MailPauses } from './mail-pauses.service';
import { MailStopsController } from './mail-stops.controller';
import { MailStopsService } from './mail-stops.service';
import { NotificationsController } from './notifications.controller';
import { NotificationsService } from './notifications.service';
import { PersonMails } from './person-mails.service';
import { PromiseListeners } from './promise-listeners.service';
import { StopTokens } from './stop-tokens';
import { OutcomeMails } from './outcome-mails.service';
import { WishMails } from './wish-mails.service';

@Module({
  imports: [
    AgendasApiModule,
    BudgetsApiModule,
    CommitmentsApiModule,
    ConversationsApiModule,
    IdentityApiModule,
    IntakeApiModule,
    MatchingApiModule,
    ModerationApiModule,
    NewsApiModule,
    ProposalsApiModule,
    VillagesApiModule,
  ],
  controllers: [FollowsController, MailStopsController, NotificationsController],
  providers: [
    AgendaListeners,
    AnnouncementListeners,
    BudgetMails,
    CirclesService,
    CollaborationListeners,
    DigestRuns,
    EventMails,
    FollowsService,
    IntroductionListeners,
    Ledger,
    LineMails,
    Listeners,
    MailPauses,
    MailStopsService,
    NotificationsService,
    PersonMails,
    PromiseListeners,
    StopTokens,
    OutcomeMails,
    WishMails,
  ],
})
export class NotificationsApiModule {}
