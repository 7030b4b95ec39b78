/** Thrown from a call to a user function that did not return and was ended by an interrupt. */
export class CutShort extends Error {
  constructor() {
    super("A function from the notebook did not return and was stopped.");
    this.name = "CutShort";
  }
}

/** Calls a function that can be ended from outside. @throws CutShort if it was */
export type UserCodeGuard = <T>(body: () => T) => T;

let guard: UserCodeGuard = (body) => body();

/** Called by the notebook session, which can end a function that does not return. */
export function setUserCodeGuard(guarded: UserCodeGuard | undefined): void {
  guard = guarded ?? ((body) => body());
}

/**
 * Calls a user function from within work of ours that must clean up afterwards, whatever the function does.
 * @throws CutShort when an interrupt has ended it
 */
export function callUserCode<T>(body: () => T): T {
  return guard(body);
}
