import type { CheckedPart, ExerciseCheckPayload } from "../../contracts/payloads/exerciseCheck.js";
import { displayMethod, type Displayable, type MimeBundle } from "../../contracts/mimeBundle.js";
import { exerciseCheckBundle } from "../../figures/bundles/exerciseCheck.js";
import { checkText } from "../../figures/exerciseCheck/frameTexts.js";

/** What the check of an exercise has found. It displays itself; printed, it says the same as text. */
export class CheckedExercise implements Displayable {
  /** @param payload what its view shows */
  constructor(readonly payload: ExerciseCheckPayload) {}

  /** Reached, from 0 to `maxPoints`. */
  get points(): number {
    return this.payload.points;
  }

  get maxPoints(): number {
    return this.payload.maxPoints;
  }

  get parts(): readonly CheckedPart[] {
    return this.payload.parts;
  }

  /** What to look at next; undefined where all is right. */
  get hint(): string | undefined {
    return this.payload.hint;
  }

  toString(): string {
    return checkText(this.payload);
  }

  async [displayMethod](): Promise<MimeBundle> {
    return exerciseCheckBundle(this.payload);
  }
}

/** Thrown by the check of an exercise that has no point: its message is the hint. */
export class ExerciseError extends Error {
  override readonly name = "NotRightYet";

  constructor(readonly checked: CheckedExercise) {
    super(checked.hint ?? checked.toString());
    // The student looks at the hint, not at where the check was called.
    this.stack = `${this.name}: ${this.message}`;
    Object.defineProperty(this, "checked", { value: checked, enumerable: false });
  }
}
