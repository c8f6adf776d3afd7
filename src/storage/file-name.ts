/** What a file is called where it is saved. */

/** Separators of folders, invisible characters, characters that reverse the order of others, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go
const UNSAFE = /[\u0000-\u001f\u007f-\u009f/\\\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** The name as a user gave it, without what no name of a file may hold. */
export function safeFileName(name: string): string {
  return name.replace(UNSAFE, '_');
}
