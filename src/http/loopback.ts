/** Tells whether a request comes from this machine itself; some answers are for it alone. */
import type { IncomingMessage } from 'node:http';

/** Names of this machine in its own browser. Any other name may be a stranger's that points here (DNS rebinding). */
const HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
/** IPv4 in IPv6 too, as a socket for both has it. */
const ADDRESS = /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/i;
/** Headers in which a proxy names its client, who may be anybody. */
const FORWARDED = /^(forwarded|via|x-forwarded-.+|x-real-ip|x-client-ip|cf-connecting-ip|true-client-ip)$/;

/** Whether an address to listen on, such as `127.0.0.1` or `localhost`, is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || ADDRESS.test(host);
}

/** Whether a request was made on this machine, to this machine by its own name, and came through no proxy. */
export function isFromHere({ headers, socket }: IncomingMessage): boolean {
  return (
    ADDRESS.test(socket.remoteAddress ?? '') &&
    HOSTS.test(headers.host ?? '') &&
    !Object.keys(headers).some((name) => FORWARDED.test(name))
  );
}
