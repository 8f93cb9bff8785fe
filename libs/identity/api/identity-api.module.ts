import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource } from '@kernagenda/shared/api';
import { Actors } from './actors.service';
import { DemoController } from './demo.controller';
import { DemoService } from './demo.service';
import { FirstAdmin } from './first-admin.service';
import { IdentityController } from './identity.controller';
import { Person, RoleAssignment, RoleCover, Session, SignInCode } from './identity.entities';
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
  imports: [TypeOrmModule.forFeature([Person, RoleAssignment, RoleCover, Session, SignInCode])],
  controllers: [IdentityController, PeopleAdminController, DemoController],
  providers: [
    DemoService,
    FirstAdmin,
    MeService,
    PeopleAdminService,
    PeopleRegistry,
    Rights,
    RolesService,
    SessionCookie,
    Sessions,
    SignInService,
    { provide: ActorSource, useClass: Actors },
  ],
  exports: [ActorSource, PeopleRegistry, Rights, Sessions],
})
export class IdentityApiModule {}
