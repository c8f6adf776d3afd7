/** How many messages a minute one connection may send: each is parsed before anybody knows what it asks. */

const MINUTE_MS = 60_000;

/** Counts one message. @returns Milliseconds until the next minute where it is one too many; null where it is not. */
export type CountMessage = () => number | null;

/** Counts the messages of one connection, from its first one on. @param most A minute; 0 for any number. */
export function createCountMessage(most: number): CountMessage {
  let startMs = 0;
  let messages = 0;
  return () => {
    const now = Date.now();
    if (now - startMs >= MINUTE_MS) {
      startMs = now;
      messages = 0;
    }
    messages += 1;
    return most > 0 && messages > most ? startMs + MINUTE_MS - now : null;
  };
}
