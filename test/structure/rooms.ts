import { aenRooms } from "./rooms/aen.js";
import { extensionRooms } from "./rooms/extension.js";
import { kernelRooms } from "./rooms/kernel.js";
import { mediaRooms } from "./rooms/media.js";

/**
 * The rooms of the project and what each may import from, for the linter and `npm run graph`. A room is a folder, or a
 * file where one has a place of its own; a module belongs to the room with the longest matching name. Whatever is not
 * listed here may not be imported.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  ...kernelRooms,
  ...aenRooms,
  ...extensionRooms,
  ...mediaRooms,
};

/** Rooms whose modules run in a browser too: they import nothing of Node. */
export const browserSafe: readonly string[] = Object.keys(rooms).filter(
  (room) =>
    [
      "kernel/contracts",
      "kernel/random",
      "kernel/metrics",
      "kernel/figures",
      "kernel/exercises",
      "kernel/words",
    ].includes(room) ||
    ["extension/web", "extension/webExtension.ts", "extension/kernelSelection"].includes(room) ||
    (room.startsWith("extension/") && rooms["extension/web"].includes(room)) ||
    (room.startsWith("media") && !["media/build", "media/pictures"].includes(room)),
);

const longestFirst = Object.keys(rooms).sort((a, b) => b.length - a.length);

/**
 * The room of a module.
 *
 * @param file from the root of the project, with `/`
 * @returns undefined outside of all rooms, as tests are
 */
export function roomOf(file: string): string | undefined {
  return longestFirst.find((room) => file === room || file.startsWith(`${room}/`));
}

/**
 * Why a module may not import another one.
 *
 * @param from the importing module, from the root of the project
 * @param to what it imports: a module from the root of the project, or a package such as "node:fs"
 * @returns null when it may
 */
export function refusal(from: string, to: string): string | null {
  const room = roomOf(from);
  if (room === undefined) return null;
  if (to === "vscode") return from.startsWith("extension/") ? null : "Only extension/ knows VS Code.";
  if (to.startsWith("node:"))
    return browserSafe.includes(room) ? `${room} runs in browsers too, where ${to} is not.` : null;
  if (!/^(kernel|extension|media|test|notebooks)\//.test(to)) return null;
  const target = roomOf(to);
  if (target === undefined) return `${to} belongs to no room.`;
  if (target === room || rooms[room].includes(target)) return null;
  return `${room} does not rest on ${target}: see test/structure/rooms.`;
}
