/** The state shared by the main thread and the thread that interrupts it; see {@link sharedState}. */
export interface SharedState {
  /** Bytes handed to the transport but not yet taken by the other side. */
  readonly outstanding: 0;
  /** How many interrupts the main thread has seen. */
  readonly acknowledged: 1;
  /** 1 while the transport has been notified of text that it has not looked at yet. */
  readonly textWaits: 2;
  /** 1 while the main thread waits for room and must not be terminated. */
  readonly holds: 3;
  /** 1 from an interrupt until the main thread has seen it; meanwhile it does not wait for room. */
  readonly stopping: 4;
  /** How many calls of the main thread wait for a program to end. */
  readonly awaitsProgram: 5;
  /** How many questions of the watch over stopped cells the main thread has answered. */
  readonly answered: 6;
  /** How many interrupts have been asked for. */
  readonly asked: 7;
  /** What the main thread has found on its stack and waits for the other thread to act on; see stackLook.ts. */
  readonly verdict: 8;
}

export const sharedState: SharedState = {
  outstanding: 0,
  acknowledged: 1,
  textWaits: 2,
  holds: 3,
  stopping: 4,
  awaitsProgram: 5,
  answered: 6,
  asked: 7,
  verdict: 8,
};

/** Memory for {@link SharedState}. */
export function newSharedState(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(36));
}
