import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { newId } from '@amiable/kernel';
import { Performer, RequestContext } from '@amiable/platform';
import { openTestDatabase, seatCast, type Cast, type TestDatabase } from '@amiable/testing';
import '../index';
import { addressOfBrand } from '../brand/brand.entity';
import { BrandQueries } from '../brand/brand.queries';
import { ClaimHost } from './claim-host';
import { RevokeHost } from './revoke-host';
import { TxtRecords } from './txt-records';
import { ProveHost, VerifyHost } from './verify-host';

/** A name server that knows a few TXT records and denies all else. */
function nameServer(records: Map<string, string[]>): Socket {
  const socket = createSocket('udp4');
  socket.on('message', (query, peer) => {
    const labels: string[] = [];
    let at = 12;
    for (; query[at]! > 0; at += query[at]! + 1) labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!));
    const question = query.subarray(12, at + 5);
    const found = records.get(labels.join('.').toLowerCase()) ?? [];
    const header = Buffer.from([query[0]!, query[1]!, 0x81, found.length ? 0x80 : 0x83, 0, 1, 0, found.length, 0, 0, 0, 0]);
    const answers = found.map((text) =>
      Buffer.concat([Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, text.length + 1, text.length]), Buffer.from(text)]),
    );
    socket.send(Buffer.concat([header, question, ...answers]), peer.port, peer.address);
  });
  return socket.bind(0, '127.0.0.1');
}

describe('the host of a brand', () => {
  let test: TestDatabase;
  let cast: Cast;
  let dns: Socket;
  let performer: Performer;
  let proving: ProveHost;
  const records = new Map<string, string[]>();
  const owner = (client: { id: string }) =>
    new RequestContext('client', { kind: 'client', id: newId(), name: 'Alix', role: 'owner', clientId: client.id }, 'fr');
  const claim = async (client: Cast['a'], host = 'payer.alize.fr') =>
    (await performer.perform(owner(client), client.id, new ClaimHost(test.settings), { brandId: client.brandId, host })).hostId;
  const tokenOf = async (hostId: string) =>
    (await test.owner<{ token: string }>(`select token from brand_hosts where id = $1`, [hostId]))[0]!.token;
  const brandAt = async (host: string) => (await new BrandQueries(test.database).brandAt(`host:${host}`))?.id ?? null;

  beforeAll(async () => {
    test = await openTestDatabase();
    cast = await seatCast(test);
    dns = nameServer(records);
    await once(dns, 'listening');
    performer = new Performer(test.database);
    const settings = { DNS_SERVERS: `127.0.0.1:${(dns.address() as AddressInfo).port}` };
    proving = new ProveHost(test.database, performer, new VerifyHost(), new TxtRecords(settings));
  });
  afterAll(async () => {
    dns.close();
    await test.close();
  });

  it('is asked for by two, belongs to who proves it, is used only then, and is given back first by who leaves', async () => {
    const [mine, theirs] = [await claim(cast.a), await claim(cast.b)];
    expect(await brandAt('payer.alize.fr')).toBeNull();
    await expect(proving.prove(owner(cast.a), cast.a.id, mine)).rejects.toMatchObject({
      code: 'HOST_PROOF_MISSING',
      facts: { name: '_page-proof.payer.alize.fr' },
    });

    records.set('_page-proof.payer.alize.fr', ['v=spf1 -all', `page-proof=${await tokenOf(mine)}`]);
    await expect(proving.prove(owner(cast.b), cast.b.id, theirs)).rejects.toMatchObject({ code: 'HOST_PROOF_MISSING' });
    await expect(proving.prove(owner(cast.b), cast.b.id, mine)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await proving.prove(owner(cast.a), cast.a.id, mine);
    expect(await brandAt('payer.alize.fr')).toBe(cast.a.brandId);
    expect(await brandAt('x.payer.alize.fr')).toBeNull();
    const [brand] = await test.owner<{ host: string; slug: string }>(`select host, slug from brands where id = $1`, [cast.a.brandId]);
    expect(addressOfBrand(brand!, 'https://portal.example')).toBe('https://payer.alize.fr');

    // The domain changes hands while the first still holds it: the second proves it, and must wait.
    records.set('_page-proof.payer.alize.fr', [`page-proof=${await tokenOf(theirs)}`]);
    await expect(proving.prove(owner(cast.b), cast.b.id, theirs)).rejects.toMatchObject({ code: 'HOST_TAKEN' });
    await performer.perform(owner(cast.a), cast.a.id, new RevokeHost(), { hostId: mine });
    expect(await brandAt('payer.alize.fr')).toBeNull();
    await proving.prove(owner(cast.b), cast.b.id, theirs);
    expect(await brandAt('payer.alize.fr')).toBe(cast.b.brandId);
    await expect(proving.prove(owner(cast.a), cast.a.id, mine)).rejects.toMatchObject({ code: 'NO_SUCH_TRANSITION' });
  });

  it('is no host of ours, no address of a machine, and one at a time', async () => {
    await expect(claim(cast.a, new URL(test.settings.PUBLIC_URL).hostname)).rejects.toMatchObject({ code: 'NOT_A_HOST' });
    await expect(claim(cast.a, '169.254.169.254')).rejects.toMatchObject({ code: 'NOT_A_HOST' });
    await claim(cast.a, 'factures.alize.fr');
    await expect(claim(cast.a, 'autre.alize.fr')).rejects.toMatchObject({ code: 'HOST_CLAIMED' });
    const reader = new RequestContext('client', { kind: 'client', id: newId(), name: 'S', role: 'reader', clientId: cast.a.id }, 'fr');
    await expect(
      performer.perform(reader, cast.a.id, new ClaimHost(test.settings), { brandId: cast.a.brandId, host: 'x.alize.fr' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('says when no name server answers', async () => {
    const silent = new TxtRecords({ DNS_SERVERS: '127.0.0.1:9' });
    await expect(silent.of('_page-proof.payer.alize.fr')).rejects.toMatchObject({ code: 'DNS_UNAVAILABLE' });
  });
});
