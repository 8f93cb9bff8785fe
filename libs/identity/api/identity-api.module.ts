import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ActorSource } from '@kernagenda/shared/api';
import { Actors } from './actors.service';
import { DemoController } from './demo.controller';
import { DemoService } from './demo.service';
import { IdentityController } from './identity.controller';
import { Person, RoleAssignment, Session, SignInCode } from './identity.entities';
import { MeService } from './me.service';
import { PeopleRegistry } from './people.registry';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions.service';
import { SignInService } from './sign-in.service';

/** Global because the door of every route asks it who is there. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person, RoleAssignment, Session, SignInCode])],
  controllers: [IdentityController, DemoController],
  providers: [
    DemoService,
    MeService,
    PeopleRegistry,
    SessionCookie,
    Sessions,
    SignInService,
    { provide: ActorSource, useClass: Actors },
  ],
  exports: [ActorSource, PeopleRegistry, Sessions],
})
export class IdentityApiModule {}
