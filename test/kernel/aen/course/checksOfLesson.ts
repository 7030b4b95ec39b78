import assert from "node:assert/strict";
import "../../../../kernel/engine/tensorflow.js";
import { checkAnswer } from "../../../../kernel/aen/course/check.js";
import { type Exercise, pointsOf } from "../../../../kernel/aen/course/exercise.js";
import type { Answers } from "./answers.js";

/** Tries the checks of a lesson on right and wrong answers to each of its exercises. */
export function describeChecks(
  lesson: string,
  exercises: readonly Exercise[],
  answers: Readonly<Record<string, Answers>>,
): void {
  describe(`the checks of ${lesson}`, function () {
    this.timeout(60_000);

    it("each have three further right answers and five wrong ones to be tried on", () => {
      assert.deepEqual(
        Object.keys(answers),
        exercises.map(({ id }) => id),
      );
      for (const { right, wrong } of Object.values(answers))
        assert.ok(Object.keys(right).length >= 3 && wrong.length >= 5);
    });

    for (const exercise of exercises) {
      const { right, wrong } = answers[exercise.id];

      for (const [how, answer] of Object.entries(right))
        it(`${exercise.id} passes ${how}, hidden cases too`, async () => {
          const { points, hint } = await checkAnswer(exercise, answer, { hidden: true });
          assert.deepEqual([points, hint], [pointsOf(exercise), undefined]);
        });

      for (const [what, answer, hint] of wrong)
        it(`${exercise.id} answers "${what}" with a hint of its own`, async () => {
          const checked = await checkAnswer(exercise, answer);
          assert.match(checked.hint ?? "(no hint)", hint);
          assert.ok(checked.points < pointsOf(exercise));
        });
    }
  });
}
