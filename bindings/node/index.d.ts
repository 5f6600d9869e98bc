/**
 * Unguessable tokens, passwords, keys and numbers, and comparison in constant time, from
 * libcsecrets. What csecrets.h says of a function holds here, under the same name in camel case.
 *
 * Secrets come as strings, which JavaScript can't overwrite, and as Buffers, for which there is
 * wipe(). What was copied for C on the way is wiped.
 */

/** Text, in UTF-8, or bytes. */
export type Bytes = string | NodeJS.ArrayBufferView;
/** A Date, or seconds since 1970. */
export type Time = Date | number | bigint;

/** A call that failed; code is its status, such as 'CSECRETS_ERR_WEAK'. */
export class CsecretsError extends Error {
  readonly code: string;
}

export const DEFAULT_ENTROPY: number;
/** The expiry of a signed token that is good for ever. */
export const NEVER: bigint;
export const DIGITS: string;
export const CROCKFORD32: string;
export const BASE58: string;
export const BASE62: string;

/** The version of the library that is running. */
export function version(): string;
/** Draws once, without waiting, to see whether the system gives randomness. */
export function entropyProbe(): void;

/** Random bytes, 32 unless told. 16 can't be guessed. */
export function tokenBytes(nbytes?: number): Buffer;
/** Random bytes in hexadecimal. */
export function tokenHex(nbytes?: number): string;
/** Random bytes in base64url. */
export function tokenUrlsafe(nbytes?: number): string;
/** Random characters of an alphabet, such as BASE58. */
export function tokenAlphabet(nchars: number, alphabet: string): string;
/** How many characters of an alphabet are as strong as a number of bits. */
export function alphabetNchars(alphabet: string, bits: number): number;
/** Fills a typed array with random bytes. */
export function fill<T extends NodeJS.ArrayBufferView>(buffer: T): T;
/** Overwrites a typed array with zeros. */
export function wipe(buffer: NodeJS.ArrayBufferView): void;

/** An integer from 0 to bound - 1; of a bigint, of any length. */
export function randbelow(bound: number): number;
export function randbelow(bound: bigint): bigint;
/** An integer of so many random bits. */
export function randbits(bits: number): bigint;
/** An integer from low to high, both included. */
export function randint(low: number, high: number): number;
/** A real number from 0 up to but not including 1. */
export function random(): number;
/** Many integers from 0 to bound - 1. */
export function randbelowMany(count: number, bound: number): number[];
/** k different indices from 0 to count - 1, in the order in which they were drawn. */
export function sampleIndices(k: number, count: number): number[];
/** An index, each as likely as its weight's share of the sum. */
export function weightedIndex(weights: ReadonlyArray<number | bigint>): number;
/** One element, each equally likely. */
export function choice<T>(array: ArrayLike<T>): T;
/** k elements, each drawn from all of them. */
export function choices<T>(array: ArrayLike<T>, k: number): T[];
/** k different elements, in the order in which they were drawn. */
export function sample<T>(array: ArrayLike<T>, k: number): T[];
/** Brings an array into random order, each order equally likely, and returns it. */
export function shuffle<T>(array: T[]): T[];

/** Whether two texts or byte strings are equal, in a time that does not show where they differ. */
export function equal(a: Bytes, b: Bytes): boolean;
/** The index of the first row that equals a needle, in a time that does not tell which; or -1. */
export function findEqual(needle: Uint8Array, rows: ReadonlyArray<Uint8Array>): number;

/** How many of each class a password has at least; false leaves a class out. */
export interface PasswordPolicy {
  lower?: number | false;
  upper?: number | false;
  digits?: number | false;
  symbols?: number | false;
  /** false leaves out 0, O, 1, l, I and |. */
  lookalikes?: boolean;
  symbolSet?: string;
  exclude?: string;
}
/** A password of 8 to 128 characters: of all that meet the policy, each is equally likely. */
export function password(nchars?: number, policy?: PasswordPolicy): string;
/** How strong such a password is. */
export function passwordBits(nchars?: number, policy?: PasswordPolicy): number;
/** Words of the EFF's large list. Some hold a '-': do not split there. */
export function passphrase(nwords?: number, separator?: string): string;
/** What to store of a login password; 0 iterations are 600000. */
export function passwordHash(password: Bytes, iterations?: number): string;
/** Whether a password is the one whose hash was stored. */
export function passwordMatches(hash: string, password: Bytes): boolean;
/** The iterations of a stored hash, 0 if it is none. */
export function passwordIterations(hash: string): number;
/** A key derived from a password, slowly. */
export function pbkdf2Sha256(password: Bytes, salt: Bytes, iterations: number, nbytes?: number): Buffer;

/** A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them. */
export function apiKey(prefix: string): string;
/** Throws for what can't be an API key of this prefix. It proves nothing. */
export function apiKeyCheck(key: Bytes, prefix?: string): void;
/** A token that carries a payload, signed and not encrypted, until it expires. */
export function sign(key: Bytes, purpose: string, payload: Bytes, expiresAt: Time): string;
/** The payload of a token that one of the keys vouches for; throws for any other. */
export function verify(token: Bytes, purpose: string, keys: Bytes | Bytes[], now?: Time): Buffer;
/** The SHA-256 of a token: store it, not the token. */
export function tokenHash(token: Bytes): Buffer;
/** Whether a token is the one whose hash was stored. */
export function tokenMatches(hash: Bytes, token: Bytes): boolean;
/** The HMAC-SHA-256 of a message, in parts that are not joined. */
export function hmacSha256(key: Bytes, ...parts: Bytes[]): Buffer;
/** Whether all 32 bytes of an HMAC are right. */
export function hmacSha256Matches(mac: Bytes, key: Bytes, ...parts: Bytes[]): boolean;

/** What an authenticator app was told; as it stands, what all of them expect. */
export interface TotpParams {
  digits?: number;
  period?: number;
  window?: number;
  algorithm?: 'sha1' | 'sha256';
  now?: Time;
}
/** The code that an authenticator app shows at this moment. */
export function totp(key: Bytes, params?: TotpParams): string;
/** The step of a code that is right and later than lastStep, to store as the next lastStep. */
export function totpVerify(code: Bytes, key: Bytes, lastStep: number | bigint, params?: TotpParams): number;
/** The code of a counter. */
export function hotp(key: Bytes, counter: number | bigint, digits?: number): string;

/** A code for people to type, such as '7K3QX-9MZ4T'. */
export function code(groups?: number, groupLen?: number, separator?: string): string;
/** What was typed, as it was drawn, without separators: hash this. */
export function codeNormalize(typed: Bytes): string;

export function hexEncode(data: Bytes): string;
export function hexDecode(text: Bytes): Buffer;
export function urlsafeEncode(data: Bytes): string;
export function urlsafeDecode(text: Bytes): Buffer;
export function base32Encode(data: Bytes): string;
export function base32Decode(text: Bytes): Buffer;

export function uuid4(): string;
/** A UUID of the time, which everybody can read, and 74 random bits. */
export function uuid7(unixMs?: number): string;
/** A UUID that sorts after a previous one of version 7, whatever the clock does. */
export function uuid7After(previous: string, unixMs?: number): string;
export function uuidText(bytes: Bytes): string;
export function uuidParse(text: Bytes): Buffer;
