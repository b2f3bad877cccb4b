import { Resolver } from 'node:dns/promises';
import { SETTINGS, type Settings } from '@amiable/platform';
import { Inject, Injectable } from '@nestjs/common';
import { HostRefused } from './host.errors';

/** The TXT records of a name, asked of the resolvers of the machine or of DNS_SERVERS, three seconds at most. */
@Injectable()
export class TxtRecords {
  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'DNS_SERVERS'>) {}

  /** None when there are none. Throws HostRefused DNS_UNAVAILABLE when nobody answers. */
  async of(name: string): Promise<readonly string[]> {
    const resolver = new Resolver({ timeout: 1_500, tries: 2 });
    if (this.settings.DNS_SERVERS) resolver.setServers(this.settings.DNS_SERVERS.split(',').map((server) => server.trim()));
    try {
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
      throw new HostRefused('DNS_UNAVAILABLE');
    }
  }
}
