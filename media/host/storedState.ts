const prefix = "aen.view.";

/** Keeps view state in the browser's storage or, where that is forbidden, in memory. */
export function storedState(): { load(key: string): unknown; save(key: string, state: unknown): void } {
  const memory = new Map<string, unknown>();
  return {
    load(key) {
      if (memory.has(key)) return memory.get(key);
      try {
        const text = localStorage.getItem(prefix + key);
        return text === null ? undefined : JSON.parse(text);
      } catch {
        return undefined;
      }
    },
    save(key, state) {
      memory.set(key, state);
      try {
        localStorage.setItem(prefix + key, JSON.stringify(state));
      } catch {
        // Storage is full or forbidden: the state lasts as long as the page.
      }
    },
  };
}
