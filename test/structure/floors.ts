import { circles } from "./circles.js";
import type { Arrow, ImportGraph } from "./importGraph.js";
import { refusal, roomOf, rooms } from "./rooms.js";
import { viewFolders } from "./rooms/media.js";

/** What `npm run graph` says of the project. */
export interface StructureReport {
  /** Rooms from the ground up: each rests on rooms of lower floors alone. */
  readonly floors: readonly (readonly string[])[];
  /** Why arrows are refused, one line each. */
  readonly refused: readonly string[];
  /** Modules that import each other in a circle, types included. */
  readonly circles: readonly (readonly string[])[];
  /** Rooms that the table lets rest on each other. */
  readonly roomCircles: readonly (readonly string[])[];
  /** Arrows that the table allows and no module needs. */
  readonly unused: readonly string[];
}

export function structureReport({ modules, arrows }: ImportGraph): StructureReport {
  const targets = new Map(modules.map((module) => [module, [] as string[]]));
  for (const { from, to } of arrows) targets.get(from)?.push(to);
  const names = Object.keys(rooms);
  const roomCircles = circles(names, (room) => rooms[room]);
  return {
    floors: roomCircles.length > 0 ? [] : floors(names),
    refused: arrows.flatMap(({ from, to }) => {
      const why = refusal(from, to);
      return why ? [`${from} imports ${to}: ${why}`] : [];
    }),
    circles: circles(modules, (module) => targets.get(module) ?? []),
    roomCircles,
    unused: unusedArrows(names, arrows),
  };
}

function floors(names: readonly string[]): string[][] {
  const height = new Map<string, number>();
  const heightOf = (room: string): number => {
    if (!height.has(room)) height.set(room, 1 + Math.max(-1, ...rooms[room].map(heightOf)));
    return height.get(room)!;
  };
  const tallest = Math.max(...names.map(heightOf));
  return Array.from({ length: tallest + 1 }, (_, floor) => names.filter((room) => heightOf(room) === floor));
}

/** Views share one list of what they may import, so an arrow of theirs is unused where no view needs it. */
function unusedArrows(names: readonly string[], arrows: readonly Arrow[]): string[] {
  const arrowOf = (room: string | undefined, target: string | undefined) =>
    `${viewFolders.includes(room ?? "") ? "each view" : room} -> ${target}`;
  const between = arrows
    .map(({ from, to }) => [roomOf(from), roomOf(to)])
    .filter(([room, target]) => room !== target);
  const used = new Set(between.map(([room, target]) => arrowOf(room, target)));
  const allowed = new Set(names.flatMap((room) => rooms[room].map((target) => arrowOf(room, target))));
  return [...allowed].filter((arrow) => !used.has(arrow));
}
