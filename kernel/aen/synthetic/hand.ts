import type { Random } from "../../random/random.js";
import type { Identity } from "./identity.js";
import { flatTexture, type Part } from "./part.js";
import { tube, type Place } from "./tube.js";

/** A hand over the mouth of a face at rest: four fingers, the thumb, the back of the hand, the forearm. */
export function coveringHand({ skin, clothes }: Identity, random: Random): Part[] {
  const texture = flatTexture([skin[0] * 0.95, skin[1] * 0.9, skin[2] * 0.87], random, 5);
  const sleeve = flatTexture(clothes, random, 5);
  const side = random.chance(0.5) ? 1 : -1;
  const rise = random.between(-0.5, 0.6);
  const place = (x: number, y: number, z: number): Place => [x * side, y + rise, z];
  const fingers = [0, 1, 2, 3].map((finger) => {
    const [y, length] = [-2.6 - finger * 1.28, [5.6, 6.3, 5.9, 4.9][finger]];
    const line = [0, 0.33, 0.66, 1].map((t) =>
      place(2.2 - length * t, y + 0.5 * t, 7.5 - 0.9 * Math.max(0, t - 0.4) - 0.25 * finger * t),
    );
    return tube("hand", texture, line, (along) => 0.78 - 0.16 * along, 0.12);
  });
  const palm = [-2.9, -4.1, -5.3, -6.4].map((y, i) =>
    tube(
      "hand",
      texture,
      [place(2.4, y, 7.2), place(4.4, y - 0.9, 6.4), place(6.2, -6.2 - i * 0.5, 5)],
      () => 0.95,
    ),
  );
  const thumb = tube(
    "hand",
    texture,
    [place(5.4, -5, 5.4), place(5.2, -2.8, 5.2), place(4.5, -0.6, 4.8)],
    (t) => 0.9 - 0.2 * t,
  );
  const arm = tube(
    "hand",
    texture,
    [place(6, -6.6, 5), place(8, -10, 4), place(9.4, -13, 3)],
    (t) => 1.7 + 0.5 * t,
  );
  const cuff = tube(
    "hand",
    sleeve,
    [place(9, -12, 3.2), place(11, -16, 2.4), place(13, -22, 1)],
    (t) => 2.6 + t,
  );
  return [...fingers, ...palm, thumb, arm, cuff];
}
