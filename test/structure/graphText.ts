import type { StructureReport } from "./floors.js";
import type { ImportGraph } from "./importGraph.js";
import { roomOf, rooms } from "./rooms.js";

/** The floors from the top down, each room with its modules counted and what it rests on, then what is wrong. */
export function graphText(graph: ImportGraph, report: StructureReport): string {
  const counts = new Map<string, number>();
  for (const module of graph.modules) counts.set(roomOf(module)!, (counts.get(roomOf(module)!) ?? 0) + 1);
  const floors = report.floors.map((names, floor) => [
    `floor ${floor}`,
    ...names.map((room) => `  ${room} (${counts.get(room) ?? 0})${restsOn(room)}`),
  ]);
  const types = graph.arrows.filter(({ isTypeOnly }) => isTypeOnly).length;
  return [
    ...floors.reverse().flat(),
    "",
    `${graph.modules.length} modules in ${Object.keys(rooms).length} rooms, ${graph.arrows.length} imports (${types} of types alone)`,
    ...list("no arrow runs up", "arrows that are refused", report.refused),
    ...list("no circle of modules", "circles of modules", report.circles.map(circleText)),
    ...list("no circle of rooms", "circles of rooms", report.roomCircles.map(circleText)),
    ...list("every arrow of rooms.ts is needed", "arrows of rooms.ts that nobody needs", report.unused),
  ].join("\n");
}

/** Whether nothing is wrong. */
export function isSound({ refused, circles, roomCircles, unused }: StructureReport): boolean {
  return [refused, circles, roomCircles, unused].every((wrong) => wrong.length === 0);
}

function restsOn(room: string): string {
  return rooms[room].length === 0 ? "" : ` <- ${rooms[room].join(", ")}`;
}

function circleText(members: readonly string[]): string {
  return [...members, members[0]].join(" -> ");
}

function list(none: string, some: string, wrong: readonly string[]): string[] {
  return wrong.length === 0
    ? [`ok: ${none}`]
    : [`${wrong.length} ${some}:`, ...wrong.map((line) => `  ${line}`)];
}
