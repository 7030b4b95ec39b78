import assert from "node:assert/strict";
import { checkFaceOptions, type FaceOptions } from "../../../../kernel/aen/faces/faceOptions.js";

describe("the options of a drawn face", () => {
  it("are accepted at the ends of their ranges", () => {
    checkFaceOptions({});
    checkFaceOptions({ intensity: 0, yaw: -90, roll: 180, light: 0, size: 512, units: { jawDrop: 1.5 } });
    checkFaceOptions({ emotion: "fear", units: {} });
  });

  const refused: readonly (readonly [FaceOptions, RegExp])[] = [
    [{ yaw: 91 }, /"yaw" must lie between -90 and 90, got 91/],
    [{ zoom: NaN }, /"zoom" must lie between 0.1 and 3/],
    [{ person: 1.5 }, /"person" must be a whole number/],
    [{ size: 8 }, /"size" must lie between 16 and 512/],
    [{ emotion: "happy", units: { jawDrop: 1 } }, /"units" or an "emotion", not both/],
    [{ emotion: "joy" as never }, /"joy" cannot be drawn; choose one of happy, sad/],
    [{ units: { smile: 1 } as never }, /no unit "smile"; the units are innerBrowRaiser/],
    [{ units: { jawDrop: 2 } }, /strength of "jawDrop" must lie between 0 and 1.5, got 2/],
  ];
  for (const [options, message] of refused)
    it(`are refused where ${JSON.stringify(options)} cannot be drawn`, () => {
      assert.throws(() => checkFaceOptions(options), message);
    });
});
