/** Which addresses a handler may be at: those of the public internet, where nothing else is allowed. */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses of this machine, of private networks and of links, and what stands for one of those. */
const RESERVED = createReserved();

/** Thrown where a name leads to an address that is not public. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';

  constructor(host: string, address: string) {
    super(`${host} is at ${address}, which is no address of the public internet`);
  }
}

/** @throws PrivateAddressError where the host of a URL is an address that is not public; a name is looked up when it is connected to. */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isReserved(host)) throw new PrivateAddressError(host, host);
}

/** Looks a name up for a connection, which then goes to the address that was judged here. */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...(options as LookupOptions), all: true }, (error, found) => {
    const strange = error ? undefined : found.find(({ address }) => isReserved(address));
    if (error || strange) return callback(error ?? new PrivateAddressError(host, String(strange?.address)), '', 0);
    if (options.all) return callback(null, found);
    const { address, family } = found[0] as LookupAddress;
    callback(null, address, family);
  });
};

function isReserved(address: string): boolean {
  return RESERVED.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function createReserved(): BlockList {
  const list = new BlockList();
  const networks: (readonly [net: string, prefix: number])[] = [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['224.0.0.0', 3],
  ];
  // `check` finds these for an IPv4 address within IPv6 too.
  for (const [net, prefix] of networks) list.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of [
    ['::', 127],
    ['64:ff9b::', 96],
    ['2002::', 16],
    ['fc00::', 7],
    ['fe80::', 10],
    ['ff00::', 8],
  ] as const)
    list.addSubnet(net, prefix, 'ipv6');
  return list;
}
