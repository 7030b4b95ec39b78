class Given {
  constructor(object: object) {
    return object;
  }
}

class Mark extends Given {
  #value: unknown;

  constructor(object: object, value: unknown) {
    super(object);
    this.#value = value;
  }

  static read(object: object): unknown {
    return #value in object ? object.#value : undefined;
  }

  static write(object: object, value: unknown): void {
    if (#value in object) object.#value = value;
    else if (value !== undefined) new Mark(object, value);
  }
}

/** The value that an object has been marked with. */
export const markOf: (object: object) => unknown = Mark.read;

/**
 * Marks any object with a value, in a private field: nothing that prints, lists or compares the object sees it. A
 * property would be seen, and a WeakMap is too slow for something that is done to every promise.
 */
export const mark: (object: object, value: unknown) => void = Mark.write;
