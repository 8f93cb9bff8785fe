import { Identity1760000000100 } from './0100-identity';
import { Villages1760000000200 } from './0200-villages';
import { Proposals1760000000300 } from './0300-proposals';
import { Moderation1760000000400 } from './0400-moderation';
import { Matching1760000000500 } from './0500-matching';
import { Reconsidering1760000000600 } from './0600-reconsidering';
import { AuditChain1760000000700 } from './0700-audit-chain';
import { Administration1760000000800 } from './0800-administration';
import { Planning1760000000810 } from './0810-planning';
import { Settings1760000000850 } from './0850-settings';
import { Comments1760000001000 } from './1000-comments';
import { Threads1760000001010 } from './1010-threads';
import { Versions1760000001100 } from './1100-versions';
import { Notifications1760000001200 } from './1200-notifications';
import { QuestionsOfTeams1760000001310 } from './1310-questions-of-teams';
import { NotificationsOfMessages1760000001320 } from './1320-notifications-of-messages';
import { Photos1760000001330 } from './1330-photos';
import { Search1760000001340 } from './1340-search';
import { MessagePhotos1760000001350 } from './1350-message-photos';
import { MatchBoard1760000001360 } from './1360-match-board';
import { ComparedTexts1760000001365 } from './1365-compared-texts';
import { Vectors1760000001380 } from './1380-vectors';
import { LexiconChanges1760000001390 } from './1390-lexicon-changes';
import { Collaborations1760000001400 } from './1400-collaborations';
import { Introductions1760000001410 } from './1410-introductions';
import { NotificationsOfIntroductions1760000001411 } from './1411-notifications-of-introductions';
import { WorkingGroups1760000001420 } from './1420-working-groups';
import { Procurement1760000001440 } from './1440-procurement';
import { Adoptions1760000001450 } from './1450-adoptions';
import { NotificationsOfCollaborations1760000001460 } from './1460-notifications-of-collaborations';
import { Commitments1760000001500 } from './1500-commitments';
import { NotificationsOfPromises1760000001510 } from './1510-notifications-of-promises';
import { Agendas1760000001530 } from './1530-agendas';
import { DueDays1760000001540 } from './1540-due-days';
import { AgendaReminders1760000001541 } from './1541-agenda-reminders';
import { AgendaMoves1760000001550 } from './1550-agenda-moves';
import { ExecutorResidents1760000001551 } from './1551-executor-residents';
import { Feasibility1760000001552 } from './1552-feasibility';
import { HiddenAnswers1760000001555 } from './1555-hidden-answers';
import { Board1760000001560 } from './1560-board';
import { NotificationsOfHiddenAnswers1760000001561 } from './1561-notifications-of-hidden-answers';
import { Stories1760000001570 } from './1570-stories';
import { EnteredWishes1760000001580 } from './1580-entered-wishes';
import { Imports1760000001600 } from './1600-imports';
import { ImportSheets1760000001601 } from './1601-import-sheets';
import { Rounds1760000001610 } from './1610-rounds';
import { Evenings1760000001620 } from './1620-evenings';
import { Residency1760000001630 } from './1630-residency';
import { Budgets1760000001640 } from './1640-budgets';
import { EnteredBy1760000001650 } from './1650-entered-by';
import { MailIn1760000001700 } from './1700-mail-in';
import { SocketAttachments1760000001701 } from './1701-socket-attachments';
import { Inbox1760000001710 } from './1710-inbox';
import { MessageDrafts1760000001711 } from './1711-message-drafts';
import { ThreadNotes1760000001712 } from './1712-thread-notes';
import { MessageTextBlocks1760000001713 } from './1713-message-text-blocks';
import { Digests1760000001720 } from './1720-digests';
import { MailPauses1760000001721 } from './1721-mail-pauses';
import { StatusLetters1760000001730 } from './1730-status-letters';
import { VillageNews1760000001731 } from './1731-village-news';
import { VillageEvents1760000001732 } from './1732-village-events';
import { PublicStories1760000001733 } from './1733-public-stories';
import { VillageAnnouncements1760000001734 } from './1734-village-announcements';
import { CollaborationLetters1760000001735 } from './1735-collaboration-letters';

/** One linear history; a new file goes at the end. */
export const migrations = [
  Identity1760000000100,
  Villages1760000000200,
  Proposals1760000000300,
  Moderation1760000000400,
  Matching1760000000500,
  Reconsidering1760000000600,
  AuditChain1760000000700,
  Administration1760000000800,
  Planning1760000000810,
  Settings1760000000850,
  Comments1760000001000,
  Threads1760000001010,
  Versions1760000001100,
  Notifications1760000001200,
  QuestionsOfTeams1760000001310,
  NotificationsOfMessages1760000001320,
  Photos1760000001330,
  Search1760000001340,
  MessagePhotos1760000001350,
  MatchBoard1760000001360,
  ComparedTexts1760000001365,
  Vectors1760000001380,
  LexiconChanges1760000001390,
  Collaborations1760000001400,
  Introductions1760000001410,
  NotificationsOfIntroductions1760000001411,
  WorkingGroups1760000001420,
  Procurement1760000001440,
  Adoptions1760000001450,
  NotificationsOfCollaborations1760000001460,
  Commitments1760000001500,
  NotificationsOfPromises1760000001510,
  Agendas1760000001530,
  DueDays1760000001540,
  AgendaReminders1760000001541,
  AgendaMoves1760000001550,
  ExecutorResidents1760000001551,
  Feasibility1760000001552,
  HiddenAnswers1760000001555,
  Board1760000001560,
  NotificationsOfHiddenAnswers1760000001561,
  Stories1760000001570,
  EnteredWishes1760000001580,
  Imports1760000001600,
  ImportSheets1760000001601,
  Rounds1760000001610,
  Evenings1760000001620,
  Residency1760000001630,
  Budgets1760000001640,
  EnteredBy1760000001650,
  MailIn1760000001700,
  SocketAttachments1760000001701,
  Inbox1760000001710,
  MessageDrafts1760000001711,
  ThreadNotes1760000001712,
  MessageTextBlocks1760000001713,
  Digests1760000001720,
  MailPauses1760000001721,
  StatusLetters1760000001730,
  VillageNews1760000001731,
  VillageEvents1760000001732,
  PublicStories1760000001733,
  VillageAnnouncements1760000001734,
  CollaborationLetters1760000001735,
];
