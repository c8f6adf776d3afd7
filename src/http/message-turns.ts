/** Messages of WebSockets in turns: few between two looks of the event loop at everything else, shared by viewers. */
import type { RawData, WebSocket } from 'ws';
import { givenUp } from '../abort.ts';
import { createFairPlaces, type GivePlace } from '../fair-places.ts';

/** What serves the messages of one WebSocket. */
export interface TurnTaker {
  /** Whose turn it is, as `holderOf` names a viewer. */
  readonly holder: () => string;
  /** Begins what the message asks for. */
  readonly receive: (bytes: RawData) => void;
}

/** Serves the messages of a WebSocket one after the other; nothing more is read of it while one waits for its turn. */
export type ServeInTurns = (socket: WebSocket, taker: TurnTaker) => void;

/** Messages between two looks. */
const AT_ONCE = 8;

/** Makes the turns of a gateway. */
export function createMessageTurns(): ServeInTurns {
  const places = createFairPlaces({
    places: AT_ONCE,
    // Each WebSocket has one that waits at most.
    maxQueue: Number.POSITIVE_INFINITY,
    refuse: () => new Error('unreachable: the queue has no end'),
    leave: givenUp,
  });
  return (socket, { holder, receive }) => {
    /** What had been read already when the WebSocket was paused. */
    const read: RawData[] = [];
    let isWaiting = false;
    const begin = (give: GivePlace, bytes: RawData) => {
      setImmediate(give);
      receive(bytes);
    };
    const serve = async (turn: Promise<GivePlace>) => {
      isWaiting = true;
      socket.pause();
      for (let next: ReturnType<typeof places.take> | null = turn; next; ) {
        const give = await next;
        const bytes = read.shift();
        if (bytes) begin(give, bytes);
        else give();
        next = read.length > 0 ? places.take(holder()) : null;
      }
      isWaiting = false;
      socket.resume();
    };
    socket.on('message', (bytes) => {
      const turn = isWaiting ? null : places.take(holder());
      if (typeof turn === 'function') return begin(turn, bytes);
      read.push(bytes);
      if (turn) void serve(turn);
    });
    socket.once('close', () => {
      read.length = 0;
    });
  };
}
