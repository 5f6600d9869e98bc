// Compiles, but for the lines of which a comment says that they do not.

import * as csecrets from '..';

const token: string = csecrets.tokenUrlsafe();
const roll: number = csecrets.randbelow(6);
const big: bigint = csecrets.randbelow(10n ** 40n);
const colour: string = csecrets.choice(['red', 'blue']);
const key: Buffer = csecrets.fill(Buffer.alloc(32));
const payload: Buffer = csecrets.verify(token, 'reset', [key, key], new Date());
csecrets.password(16, { symbols: false, lookalikes: false });
// @ts-expect-error: a text is no number of bytes
csecrets.tokenHex('16');
// @ts-expect-error: no such class of characters
csecrets.password(16, { vowels: 3 });

export { token, roll, big, colour, payload };
