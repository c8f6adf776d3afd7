/** Where a request comes from: believed of a proxy only where a setting says so. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createReadAddress } from '../../src/rates/address.ts';

const read = (trusted: string[], peer: string, forwarded?: string) =>
  createReadAddress(trusted)({ socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': forwarded } });

describe('the address of a request', () => {
  it.each([
    ['the peer, whatever it says', [], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['the peer where another proxy is trusted', ['10.0.0.1'], '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['whom a trusted proxy names', ['10.0.0.1'], '10.0.0.1', '198.51.100.1', '198.51.100.1'],
    [
      'the last that is not trusted: what stands before it anybody may write',
      ['10.0.0.0/8'],
      '10.0.0.1',
      '1.1.1.1, 198.51.100.1, 10.2.3.4',
      '198.51.100.1',
    ],
    ['a trusted proxy that names nobody', ['10.0.0.0/8'], '10.0.0.1', undefined, '10.0.0.1'],
    ['a trusted proxy that names nonsense', ['10.0.0.0/8'], '10.0.0.1', 'unknown', '10.0.0.1'],
    ['an address with a port', ['::1'], '::1', '198.51.100.1:4711', '198.51.100.1'],
    ['IPv4 that came over a socket of IPv6', ['127.0.0.1'], '::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['the network of an IPv6 address', [], '2001:db8:0:12:aaaa::1', undefined, '2001:db8:0:12::/64'],
    ['the same, shortened', [], '2001:0DB8::1', undefined, '2001:db8:0:0::/64'],
    ['the same in brackets', ['fd00::/8'], 'fd00::1', '[2001:db8:0:12::7]:443', '2001:db8:0:12::/64'],
    ['of one machine by IPv6', [], 'fe80::1%eth0', undefined, 'fe80:0:0:0::/64'],
    ['none where the peer has left', [], '', undefined, null],
  ])('is %s', (_what, trusted, peer, forwarded, address) => {
    expect(read(trusted, peer, forwarded)).toBe(address);
  });

  it('is read of the proxies of TRUSTED_PROXIES', () => {
    const config = (networks: string) => readConfig({ TRUSTED_PROXIES: networks }, () => 'x'.repeat(32));
    expect(config('10.0.0.0/8, ::1').trustedProxies).toEqual(['10.0.0.0/8', '::1']);
    for (const bad of ['proxy.example.com', '10.0.0.0/33', '10.0.0.0/8/8', '*'])
      expect(() => config(bad)).toThrow('TRUSTED_PROXIES must be addresses or networks');
  });
});
