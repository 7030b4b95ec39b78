import assert from "node:assert/strict";
import type { PersonChoice } from "../../../kernel/contracts/personChoice.js";
import type { Box } from "../../../kernel/faces/box.js";
import { choosePerson } from "../../../kernel/faces/choosePerson.js";
import { trackFaces } from "../../../kernel/faces/trackFaces.js";
import { composite, type Path } from "./composites.js";

const square = (x: number, y: number, side: number) => ({ x, y, width: side, height: side });
const between = (from: number, to: number, box: Box): Path => (frame) => frame >= from && frame < to ? box : null; // prettier-ignore
const frameCount = 18;

/** Two people each, and whose path each choice is to follow. */
const composites: Readonly<
  Record<
    string,
    { paths: readonly [Path, Path]; follows: readonly (readonly [PersonChoice, 0 | 1])[]; found?: number }
  >
> = {
  "side by side": {
    paths: [() => square(30, 60, 160), () => square(290, 60, 150)],
    follows: [["largest", 0], ["left", 0], ["right", 1], [2, 1]], // prettier-ignore
  },
  "cuts from one to the other and back, at the same place": {
    paths: [(frame) => between(6, 12, square(0, 0, 0))(frame) ? null : square(160, 50, 170), between(6, 12, square(150, 50, 170))], // prettier-ignore
    follows: [["largest", 0], [2, 1]], // prettier-ignore
  },
  "cuts from one on the left to the other on the right": {
    paths: [(frame) => between(6, 12, square(0, 0, 0))(frame) ? null : square(40, 50, 170), between(6, 12, square(260, 50, 170))], // prettier-ignore
    follows: [["largest", 0], ["left", 0], ["right", 1]], // prettier-ignore
  },
  "two people crossing": {
    paths: [(frame) => square(20 + 18 * frame, 20, 120), (frame) => square(330 - 18 * frame, 110, 160)],
    follows: [["largest", 1], [2, 0]], // prettier-ignore
  },
  "a larger person arriving": {
    paths: [() => square(40, 90, 110), (frame) => frame < 5 ? null : square(Math.max(230, 480 - 50 * (frame - 4)), 20, 230)], // prettier-ignore
    follows: [["left", 0], ["right", 1], ["central", 1]], // prettier-ignore
    found: 12, // newcomers are looked for every twelve frames
  },
};

describe("one of two people in a video", function () {
  this.timeout(120_000);

  for (const [name, { paths, follows, found: from = 0 }] of Object.entries(composites)) {
    it(`is followed in all frames and in no other's: ${name}`, async () => {
      const pictures = await composite(paths, frameCount);
      const { people } = await trackFaces(
        (async function* () {
          yield* pictures;
        })(),
      );
      for (const [choice, target] of follows) {
        const { person } = choosePerson(people, choice, name);
        const found = Array.from({ length: frameCount }, (_, frame) =>
          whose(person.faces.find((face) => face.frame === frame)?.box, paths, frame),
        );
        const wanted = found.map((_, frame) => (isVisible(paths[target](frame)) ? target : null));
        const wrong = found.filter((one) => one !== null && one !== target);
        assert.equal(wrong.length, 0, `${choice}: ${found.join(" ")}`);
        const since = target === 1 ? from : 0;
        const right = found.filter((one, frame) => frame >= since && one === target).length;
        const all = wanted.filter((one, frame) => frame >= since && one !== null).length;
        assert.ok(right >= all, `${choice}: ${right} of ${all} frames`);
      }
    });
  }
});

/** Whether at least three quarters of a person's width are in the picture. */
function isVisible(box: Box | null): boolean {
  return box !== null && box.x + 0.75 * box.width <= 480;
}

/** Which person a found face belongs to; of two that overlap, the nearer one. */
function whose(face: Box | undefined, paths: readonly Path[], frame: number): number | null {
  if (!face) return null;
  const distances = paths.map((path) => {
    const box = path(frame);
    return box ? Math.hypot(middle(face).x - middle(box).x, middle(face).y - middle(box).y) : Infinity;
  });
  return distances.indexOf(Math.min(...distances));
}

function middle({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
