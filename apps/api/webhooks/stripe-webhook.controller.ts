import { BadSignature, ReceiveEvent } from '@amiable/payments';
import { OpenTo } from '@amiable/platform';
import { Controller, HttpCode, Post, Req, Res, type RawBodyRequest } from '@nestjs/common';
import type { Request, Response } from 'express';

/** Where Stripe reports: verified on the raw bytes, kept, answered at once; the worker does the rest. */
@Controller('webhooks')
@OpenTo('Stripe proves itself by its signature')
export class StripeWebhookController {
  constructor(private readonly inbox: ReceiveEvent) {}

  @Post('stripe')
  @HttpCode(200)
  async stripe(@Req() req: RawBodyRequest<Request>, @Res() res: Response): Promise<void> {
    try {
      await this.inbox.receive(req.rawBody ?? Buffer.alloc(0), req.header('stripe-signature'));
      res.json({ received: true });
    } catch (error) {
      if (!(error instanceof BadSignature)) throw error;
      res.status(400).json({ error: 'bad signature' });
    }
  }
}
