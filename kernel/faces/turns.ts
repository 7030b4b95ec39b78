import type { Box } from "./box.js";

/** How far a face is turned clockwise, in quarters of a circle. */
export type Turn = 0 | 1 | 2 | 3;

/** All turns, in the order in which they are tried: upright, lying on either side, upside down. */
export const turns: readonly Turn[] = [0, 1, 3, 2];

/** In radians, clockwise. */
export function angleOf(turn: Turn): number {
  return (turn * Math.PI) / 2;
}

/**
 * Where a box lies in the picture that was found in a square region of it, seen upright for faces turned by `turn`.
 * @param box as if the region had not been turned
 */
export function turnedBack(box: Box, region: Box, turn: Turn): Box {
  const middle = { x: region.x + region.width / 2, y: region.y + region.height / 2 };
  const across = box.x + box.width / 2 - middle.x;
  const down = box.y + box.height / 2 - middle.y;
  const [x, y] = [
    [across, down],
    [-down, across],
    [-across, -down],
    [down, -across],
  ][turn];
  const [width, height] = turn % 2 === 0 ? [box.width, box.height] : [box.height, box.width];
  return { x: middle.x + x - width / 2, y: middle.y + y - height / 2, width, height };
}
