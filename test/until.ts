/**
 * The one place of the tests that lets time pass (eslint refuses sleeping elsewhere): for what no event tells. A test
 * waits for what it needs, however long that takes on a slow machine, and fails only when it never comes.
 */
type Held<T> = T | false | null | undefined | "";

/**
 * Asks again and again until something holds, and gives it back.
 * @param what is waited for, to follow "until" in the message
 * @throws Error when it has not come within the seconds given
 */
export async function until<T>(
  what: string,
  holds: () => Held<T> | Promise<Held<T>>,
  { seconds = 60, everyMs = 50 } = {},
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const held = await holds();
    if (held) return held;
    if (Date.now() > end) throw new Error(`Waited ${seconds} s in vain until ${what}.`);
    await passed(everyMs);
  }
}

/**
 * Reads a value until it has come to rest: the same text five times in succession.
 * @throws Error when it goes on changing for a minute
 */
export async function untilSteady(what: string, read: () => Promise<string>): Promise<string> {
  let [last, same] = ["", 0];
  await until(`${what} stands still`, async () => {
    const now = await read();
    same = now === last ? same + 1 : 0;
    last = now;
    return same >= 4;
  });
  return last;
}

/** For what has to hold whenever it happens, such as a stop: a moment of random length, in milliseconds. */
export function randomMoment(shortest: number, longest: number, random = Math.random): Promise<void> {
  return passed(shortest + (longest - shortest) * random());
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
