import { createHmac } from 'node:crypto';

/** `Stripe-Signature: t=...,v1=...`: HMAC-SHA256 of `t.payload` with the endpoint's secret. */
export function signatureOf(payload: string, secret: string, timestamp: number): string {
  const v1 = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex');
  return `t=${timestamp},v1=${v1}`;
}
