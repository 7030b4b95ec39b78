import { displayMethod, type Displayable, type MimeBundle } from "../../../contracts/mimeBundle.js";
import { peopleSheet } from "./peopleSheet.js";
import type { SeenPerson } from "./seenPerson.js";

/** Who is seen in a video: a contact sheet with the numbers of its people. */
export class VideoPeople implements Displayable, Iterable<SeenPerson> {
  constructor(
    readonly file: string,
    readonly frameCount: number,
    readonly people: readonly SeenPerson[],
  ) {}

  get length(): number {
    return this.people.length;
  }

  [Symbol.iterator](): Iterator<SeenPerson> {
    return this.people[Symbol.iterator]();
  }

  /** A PNG with a picture of each person and the person's number. */
  sheet(): Promise<Buffer> {
    return peopleSheet(this.people);
  }

  toString(): string {
    const count = this.length === 1 ? "1 person" : `${this.length} people`;
    const rows = this.people.map((person) => `  person ${person.number}: ${personText(person)}`);
    return [
      `${this.file}: ${count} in ${this.frameCount} ${this.frameCount === 1 ? "frame" : "frames"}.`,
      ...rows,
    ].join("\n");
  }

  async [displayMethod](): Promise<MimeBundle> {
    const sheet = await this.sheet();
    return { "text/plain": this.toString(), "image/png": sheet.toString("base64") };
  }
}

function personText({ share, from, to, width, place }: SeenPerson): string {
  const percent = (value: number) => `${Math.round(100 * value)} %`;
  return (
    `in ${percent(share)} of the frames, from ${from.toFixed(1)} to ${to.toFixed(1)} s, at ${percent(place.x)} of the width and ` +
    `${percent(place.y)} of the height, face ${percent(width)} wide`
  );
}
