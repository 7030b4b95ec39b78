import assert from "node:assert/strict";
import { peopleIn } from "../../../kernel/faces/people.js";
import { sizes, trackOf } from "./tracksOfPeople.js";

const framesOf = (faces: readonly { frame: number }[]) => faces.map(({ frame }) => frame);

describe("the people of a video", () => {
  it("are none where nobody was seen", () => assert.deepEqual(peopleIn([], sizes), []));

  it("are numbered by how large and long they are seen: width counts as much as time", () => {
    const [near, far] = [trackOf(0, 0, 5, 80), trackOf(1, 0, 9, 40)];
    const [first, second] = peopleIn([far, near], sizes);
    assert.deepEqual([first.number, first.faces, first.prominence], [1, near.faces, 400]);
    assert.deepEqual([second.number, second.faces], [2, far.faces]);
    const longer = trackOf(1, 0, 11, 40);
    assert.deepEqual(peopleIn([longer, near], sizes)[0].faces, longer.faces);
  });

  it("are joined across a cut by the likeness of the face, in the order of frames", () => {
    const tracks = [trackOf(0, 10, 14, 40, { wobble: 0.3 }), trackOf(1, 0, 7, 40), trackOf(0, 0, 4, 40)];
    const [person, stranger] = peopleIn(tracks, sizes);
    assert.deepEqual(framesOf(person.faces), [0, 1, 2, 3, 10, 11, 12, 13]);
    assert.equal(stranger.faces.length, 7);
  });

  it("are two where descriptors are 0.5 or more apart", () => {
    const one = trackOf(0, 0, 5, 40);
    assert.equal(peopleIn([one, trackOf(0, 10, 12, 40, { wobble: 0.49 })], sizes).length, 1);
    assert.equal(peopleIn([one, trackOf(0, 10, 12, 40, { wobble: 0.51 })], sizes).length, 2);
  });

  it("are two where two faces alike are in one frame", () => {
    const [twin, other] = [trackOf(0, 0, 5, 60), trackOf(0, 4, 8, 50)];
    assert.deepEqual(
      peopleIn([other, twin], sizes).map(({ faces }) => faces),
      [twin.faces, other.faces],
    );
  });

  it("have a mean place and width, as shares of each picture, also where its size changes", () => {
    const track = trackOf(0, 0, 2, 100, { x: 100, y: 50 });
    const [{ place, width }] = peopleIn([track], [sizes[0], { width: 500, height: 250 }]);
    assert.deepEqual([place.x, place.y].map((share) => +share.toFixed(9)), [0.225, 0.3]); // prettier-ignore
    assert.ok(Math.abs(width - 0.15) < 1e-9);
  });

  it("have the portrait of the track where the face was largest", () => {
    const picture = (grey: number) => ({ width: 1, height: 1, data: new Uint8Array([grey, grey, grey]) });
    const small = { ...trackOf(0, 0, 4, 40), portrait: { picture: picture(1), faceWidth: 40 } };
    const large = { ...trackOf(0, 9, 12, 60), portrait: { picture: picture(2), faceWidth: 60 } };
    assert.deepEqual(peopleIn([small, large], sizes)[0].portrait, picture(2));
    assert.equal(peopleIn([trackOf(0, 0, 4, 40)], sizes)[0].portrait, null);
  });
});
