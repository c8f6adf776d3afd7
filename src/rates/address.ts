/** The address that a client asks from: the peer's, or behind proxies that are trusted the one that they name. */
import { BlockList, isIP, isIPv6 } from 'node:net';

/** What is read of a request of `node:http`. */
interface Incoming {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Null where there is none any more: the peer has left. */
export type ReadAddress = (request: Incoming) => string | null;

/** Groups of an IPv6 address that tell one household from another: whoever has one address has the rest of the network. */
const NETWORK_GROUPS = 4;
const GROUPS = 8;

/**
 * Reads `X-Forwarded-For` from its end, as far as each hop is trusted: what stands before the first that is not is
 * whatever a client wrote.
 *
 * @param trusted Addresses and networks, e.g. `10.0.0.0/8`.
 */
export function createReadAddress(trusted: readonly string[]): ReadAddress {
  return trusted.length === 0 ? createReadPeer() : createReadForwarded(trusted);
}

/** A connection has one peer, however many requests come on it. */
function createReadPeer(): ReadAddress {
  const peers = new WeakMap<object, string>();
  return ({ socket }) => {
    const known = peers.get(socket);
    if (known !== undefined) return known;
    const address = toAddress(socket.remoteAddress ?? '');
    if (address === null) return null;
    const peer = toNetwork(address);
    peers.set(socket, peer);
    return peer;
  };
}

function createReadForwarded(trusted: readonly string[]): ReadAddress {
  const proxies = new BlockList();
  for (const network of trusted) {
    const [address = '', prefix] = network.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (prefix === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(prefix), family);
  }
  const isTrusted = (address: string) => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    let address = toAddress(socket.remoteAddress ?? '');
    if (address === null) return null;
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
    while (hops.length > 0 && isTrusted(address)) {
      const hop = toAddress((hops.pop() ?? '').trim());
      if (hop === null) break;
      address = hop;
    }
    return toNetwork(address);
  };
}

/** Whether it names an address or a network. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = isIPv6(address) ? 128 : 32;
  return (
    isIP(address) !== 0 &&
    rest.length === 0 &&
    (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
  );
}

/** Without a port, a zone, brackets, or the form of IPv4 within IPv6. */
function toAddress(text: string): string | null {
  const bare = text
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '')
    .replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(bare) === 0 ? null : bare;
}

function toNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.join(':')}::/64`;
}
