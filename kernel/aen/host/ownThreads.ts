let starts = false;

/** Starts a thread that serves the whole process: it outlives the cell whose code came to need it. */
export function startOwnThread<T>(start: () => T): T {
  starts = true;
  try {
    return start();
  } finally {
    starts = false;
  }
}

/** Whether the thread that is being created is one of AEN's own; the notebook session ends the others with their cell. */
export function isOwnThread(): boolean {
  return starts;
}
