import { NotFound } from '@amiable/kernel';

/** The kinds of things that have an id outside; the number is part of every id handed out and never changes. */
const kinds = {
  Client: 1,
  Brand: 2,
  Debtor: 3,
  Invoice: 4,
  Case: 5,
  Promise: 6,
  Plan: 7,
  Dispute: 8,
  Document: 9,
  Movement: 10,
  Remittance: 11,
  Import: 12,
  TimelineEvent: 13,
  Payment: 14,
  StaffUser: 15,
  ClientUser: 16,
  BrandLogo: 21,
  BrandHost: 22,
  Message: 27,
  Alert: 28,
  Refund: 29,
  Answer: 31,
  DebtorContact: 41,
  DebtorJoint: 42,
  Scenario: 51,
  Segment: 52,
  Experiment: 53,
  Action: 54,
  Template: 61,
} as const;

export type IdKind = keyof typeof kinds;

/** What an id names: a thing and the client company it belongs to. */
export interface GlobalId {
  readonly clientId: string;
  readonly id: string;
}

const zero = '00000000-0000-0000-0000-000000000000';
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * An opaque id, base64url of kind, client and uuid (33 bytes, 44 characters). It carries its tenant, so that a single
 * thing is always read inside one client; a forged client finds nothing there (docs/decisions/ids-carry-their-tenant.md).
 */
export function toGlobalId(kind: IdKind, clientId: string | null, id: string): string {
  return Buffer.from(
    kinds[kind].toString(16).padStart(2, '0') + (clientId ?? zero).replaceAll('-', '') + id.replaceAll('-', ''),
    'hex',
  ).toString('base64url');
}

/** Reads an id of the kind expected. Throws NotFound: a wrong id is an id of nothing. */
export function fromGlobalId(kind: IdKind, text: string): GlobalId {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 33 || bytes[0] !== kinds[kind] || bytes.toString('base64url') !== text) throw new NotFound(kind);
  const dashed = (hex: string) => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  const found = { clientId: dashed(bytes.toString('hex', 1, 17)), id: dashed(bytes.toString('hex', 17)) };
  // A client is its own tenant: an id that says otherwise was put together by somebody.
  if (!uuid.test(found.id) || (kind === 'Client' && found.id !== found.clientId)) throw new NotFound(kind);
  return found;
}
