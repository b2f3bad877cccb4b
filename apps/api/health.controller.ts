import { Database, OpenTo } from '@amiable/platform';
import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';

/** Alive: the process answers. Ready: the database answers too. */
@Controller('health')
@OpenTo('load balancers ask before anybody is signed in')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res() res: Response): Promise<void> {
    try {
      await this.database.outsideClients((db) => db.row(`select 1 from agency limit 1`));
      res.json({ status: 'ready' });
    } catch {
      res.status(503).json({ status: 'database unreachable' });
    }
  }
}
