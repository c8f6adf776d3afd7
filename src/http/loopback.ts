/** Who asks from this machine itself: what may be told to it alone. */
import type { IncomingMessage } from 'node:http';

/** As a browser on this machine names it: any other name may be somebody's who has it point here (DNS rebinding). */
const HOSTS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;
/** IPv4 in IPv6 too, as a socket for both has it. */
const ADDRESS = /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$|^::1$/i;
/** What a proxy says of whom it asks for, who may be anybody. */
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
