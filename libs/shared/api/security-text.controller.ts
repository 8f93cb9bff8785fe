import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Problem } from '@kernagenda/shared/domain';
import { Access } from './access/access.decorator';
import { Clock } from './clock';
import { Settings } from './settings';

/** Made anew at each request, so it runs out only where the server no longer answers; RFC 9116 asks for under a year. */
const validDays = 180;

@ApiExcludeController()
@Access('visitor')
@Controller()
export class SecurityTextController {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Where to report a weakness, as RFC 9116 writes it; 404 while the installation names no contact. */
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  @Get('.well-known/security.txt')
  getText(): string {
    const { securityContact, publicUrl } = this.settings;
    if (securityContact === null) throw new Problem('not_found');
    const expires = new Date(this.clock.now().getTime() + validDays * 86_400_000);
    return [
      `Contact: ${securityContact}`,
      `Expires: ${expires.toISOString()}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${publicUrl}/.well-known/security.txt`,
      '',
    ].join('\n');
  }
}
