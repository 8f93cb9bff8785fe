import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource } from '@kernagenda/shared/api';
import { Actors } from './actors.service';
import { DemoController } from './demo.controller';
import { DemoService } from './demo.service';
import { FirstAdmin } from './first-admin.service';
import { GroupRoles } from './group-roles.service';
import { IdentityController } from './identity.controller';
import { Mandate, Person, RoleAssignment, RoleCover, Session, SignInCode } from './identity.entities';
import { MandatesController } from './mandates.controller';
import { Mandates } from './mandates.service';
import { MeService } from './me.service';
import { PeopleAdminController } from './people-admin.controller';
import { PeopleAdminService } from './people-admin.service';
import { PeopleRegistry } from './people.registry';
import { Rights } from './rights.service';
import { RolesService } from './roles.service';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import { SignInService } from './sign-in.service';

/** Global because the door of every route asks it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Mandate, Person, RoleAssignment, RoleCover, Session, SignInCode])],
  controllers: [IdentityController, MandatesController, PeopleAdminController, DemoController],
  providers: [
    Actors,
    DemoService,
    FirstAdmin,
    GroupRoles,
    Mandates,
    MeService,
    PeopleAdminService,
    PeopleRegistry,
    Rights,
    RolesService,
    SessionCookie,
    Sessions,
    SignInService,
    { provide: ActorSource, useExisting: Actors },
  ],
  exports: [ActorSource, Actors, GroupRoles, PeopleRegistry, Rights, Sessions],
})
export class IdentityApiModule {}
