import { SessionReader } from '@amiable/identity';
import { NotFound } from '@amiable/kernel';
import { Allowed, Ctx, LiveChannel, TooManyTries, type Audience, type RequestContext } from '@amiable/platform';
import { Controller, Get, Res, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { LiveStream } from './live-stream';

/** Seconds between two looks at an idle stream: proxies keep it open, and a session that ran out ends it. */
const heartbeatSeconds = 20;
/** One browser holds one stream for all its tabs; somebody on several devices needs a few. */
const mostStreamsPerSession = 12;

/** What happens, as it happens (server-sent events): ids only, inside the reach of the session. */
@Controller('live')
export class LiveController implements OnModuleDestroy {
  private readonly streams = new Map<LiveStream, string>();

  constructor(
    private readonly channel: LiveChannel,
    private readonly sessions: SessionReader,
  ) {}

  @Get('agency')
  @Allowed('read', 'Case')
  agency(@Ctx() ctx: RequestContext, @Res() res: Response): Promise<void> {
    return this.stream('agency', ctx, res);
  }

  @Get('client')
  @Allowed('read', 'Case')
  client(@Ctx() ctx: RequestContext, @Res() res: Response): Promise<void> {
    return this.stream('client', ctx, res);
  }

  onModuleDestroy(): void {
    for (const stream of this.streams.keys()) stream.end();
  }

  private async stream(audience: Audience, ctx: RequestContext, res: Response): Promise<void> {
    const token = ctx.sessionToken;
    if (!token) throw new NotFound('Session');
    if ([...this.streams.values()].filter((one) => one === token).length >= mostStreamsPerSession) throw new TooManyTries(heartbeatSeconds);
    let stream: LiveStream | undefined;
    const stop = await this.channel.listen((signal) => stream?.hear(signal));
    if (res.destroyed) return stop();
    const opened = (stream = new LiveStream(res, () => this.sessions.actorNow(audience, token)));
    this.streams.set(opened, token);
    const heart = setInterval(() => opened.hear({ kind: 'reach' }), heartbeatSeconds * 1_000);
    res.on('close', () => {
      clearInterval(heart);
      stop();
      opened.end();
      this.streams.delete(opened);
    });
  }
}
