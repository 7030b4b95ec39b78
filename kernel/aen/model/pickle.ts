/** A Python class or function by name; never executed. */
export class PickledName {
  constructor(
    readonly module: string,
    readonly name: string,
  ) {}
}

/** What a pickle would create by a call: only the name and the arguments. */
export class PickledCall {
  constructor(
    readonly callee: unknown,
    readonly arguments_: readonly unknown[],
  ) {}
}

/** A reference to something stored outside the pickle. */
export class PickledReference {
  constructor(readonly id: unknown) {}
}

const mark = Symbol("mark");

/** A ResNet's checkpoint with its optimizer has some ten thousand; a byte of a pickle can make one that takes 200. */
const mostContainers = 500_000;

/**
 * Reads a Python pickle (protocols 2 to 4) as data: dictionaries become Maps, names and calls stay descriptions.
 * Nothing in it is executed.
 * @throws RangeError for a truncated pickle, one that uses opcodes plain weights never need, or one with more than half
 *   a million dictionaries, lists, tuples, names and calls
 */
export function readPickle(bytes: Buffer): unknown {
  return new PickleReader(bytes).read();
}

class PickleReader {
  #at = 0;
  readonly #stack: unknown[] = [];
  readonly #memo = new Map<number, unknown>();
  #containers = 0;

  constructor(readonly bytes: Buffer) {}

  read(): unknown {
    while (this.#at < this.bytes.length) {
      const code = this.bytes[this.#at++];
      if (code === 0x2e) return this.#stack.pop();
      this.#step(code);
    }
    throw new RangeError("The pickle is truncated: it has no end.");
  }

  #step(code: number): void {
    const push = (value: unknown) => {
      if (typeof value === "object" && value !== null && ++this.#containers > mostContainers)
        throw new RangeError(
          `The pickle holds more than ${mostContainers} lists and dictionaries, as no weights do.`,
        );
      this.#stack.push(value);
    };
    switch (String.fromCharCode(code)) {
      case "\x80":
        this.#take(1);
        return;
      case "\x95":
        this.#take(8);
        return;
      case "(":
        return push(mark);
      case "}":
        return push(new Map());
      case "]":
        return push([]);
      case ")":
        return push([]);
      case "N":
        return push(null);
      case "\x88":
        return push(true);
      case "\x89":
        return push(false);
      case "J":
        return push(this.#take(4).readInt32LE());
      case "K":
        return push(this.#take(1)[0]);
      case "M":
        return push(this.#take(2).readUInt16LE());
      case "G":
        return push(this.#take(8).readDoubleBE());
      case "\x8a":
        return push(wholeNumber(this.#take(this.#take(1)[0])));
      case "X":
        return push(this.#take(this.#take(4).readUInt32LE()).toString("utf8"));
      case "\x8c":
        return push(this.#take(this.#take(1)[0]).toString("utf8"));
      case "c":
        return push(new PickledName(this.#line(), this.#line()));
      case "\x93": {
        const name = String(this.#stack.pop());
        return push(new PickledName(String(this.#stack.pop()), name));
      }
      case "q":
        return this.#remember(this.#take(1)[0]);
      case "r":
        return this.#remember(this.#take(4).readUInt32LE());
      case "\x94":
        return this.#remember(this.#memo.size);
      case "h":
        return push(this.#memo.get(this.#take(1)[0]));
      case "j":
        return push(this.#memo.get(this.#take(4).readUInt32LE()));
      case "\x85":
      case "\x86":
      case "\x87":
        return push(this.#stack.splice(-(code - 0x84)));
      case "t":
        return push(this.#sinceMark());
      case "Q":
        return push(new PickledReference(this.#stack.pop()));
      case "R": {
        const given = this.#stack.pop() as unknown[];
        return push(this.#called(this.#stack.pop(), given));
      }
      case "s":
        return this.#setItems(this.#stack.splice(-2));
      case "u":
        return this.#setItems(this.#sinceMark());
      case "a":
        return this.#append(this.#stack.splice(-1));
      case "e":
        return this.#append(this.#sinceMark());
      case "b":
        this.#stack.pop();
        return;
    }
    throw new RangeError(
      `The pickle contains an instruction that weights do not need (code 0x${code.toString(16)}).`,
    );
  }

  #called(callee: unknown, given: readonly unknown[]): unknown {
    const ordered = callee instanceof PickledName && callee.name === "OrderedDict";
    return ordered
      ? new Map((given[0] as [unknown, unknown][] | undefined) ?? [])
      : new PickledCall(callee, given);
  }

  #setItems(items: readonly unknown[]): void {
    const target = this.#stack.at(-1);
    if (!(target instanceof Map)) return;
    for (let i = 0; i + 1 < items.length; i += 2) target.set(items[i], items[i + 1]);
  }

  #append(items: readonly unknown[]): void {
    const target = this.#stack.at(-1);
    if (Array.isArray(target)) target.push(...(items as unknown[]));
  }

  #remember(place: number): void {
    this.#memo.set(place, this.#stack.at(-1));
  }

  #sinceMark(): unknown[] {
    const from = this.#stack.lastIndexOf(mark);
    if (from < 0) throw new RangeError("The pickle is damaged.");
    const items = this.#stack.splice(from);
    return items.slice(1);
  }

  #take(count: number): Buffer {
    if (this.#at + count > this.bytes.length) throw new RangeError("The pickle is truncated.");
    this.#at += count;
    return this.bytes.subarray(this.#at - count, this.#at);
  }

  #line(): string {
    const end = this.bytes.indexOf(10, this.#at);
    if (end < 0) throw new RangeError("The pickle is truncated.");
    const line = this.bytes.toString("utf8", this.#at, end);
    this.#at = end + 1;
    return line;
  }
}

/** A little-endian integer in two's complement. */
function wholeNumber(bytes: Buffer): number {
  return bytes.length === 0
    ? 0
    : Number(BigInt.asIntN(bytes.length * 8, BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`)));
}
