import assert from "node:assert/strict";
import { Error as errorLevel, logger, parse, type Spec, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { ablationSpec } from "../../../../kernel/figures/ablationBoard/ablationSpec.js";
import { overviewSpec } from "../../../../kernel/figures/clipOverview/overviewSpec.js";
import { comparedMatrices } from "../../../../kernel/figures/compute/difference.js";
import { confusionSpec } from "../../../../kernel/figures/confusionMatrix/confusionSpec.js";
import type { VegaLiteSpec } from "../../../../kernel/figures/drawing/layers.js";
import { standAlone } from "../../../../kernel/figures/drawing/picture.js";
import { isPicture } from "../../../../kernel/figures/drawing/pictureInVega.js";
import { leanSvg } from "../../../../kernel/figures/drawing/leanSvg.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { lightTheme } from "../../../../kernel/figures/theme.js";
import { timelineSpec } from "../../../../kernel/figures/timeline/timelineSpec.js";
import * as examples from "../../../media/examplePayloads.js";

const look = { width: 640, theme: lightTheme, description: "A picture" };
const difference = examples.differenceOutput().payload;
const compared = comparedMatrices(difference);
const groupNames = difference.labels.groups.map(({ name }) => name);
const matrix = { groupNames, figure: "row rate" as const, ...look };
const overview = examples.overviewOutput(12).payload;

const pictures: Readonly<Record<string, VegaLiteSpec>> = {
  "a confusion matrix": confusionSpec({ confusion: compared.run, ...matrix }),
  "a timeline": timelineSpec({ ...examples.timelineOutput().payload, ...look }),
  "a difference": confusionSpec({ confusion: compared.run, base: compared.base, ...matrix }),
  "an overview": overviewSpec({ ...overview, color: "pseudo", ...look }),
  "an ablation board": ablationSpec({ payload: examples.ablationPayload(), ...look }),
};

async function byVegaLite(spec: VegaLiteSpec): Promise<string> {
  const quiet = logger(errorLevel);
  const compiled = compile(spec as unknown as TopLevelSpec, { logger: quiet }).spec as Spec;
  return new View(parse(compiled), { renderer: "none", logger: quiet }).toSVG();
}

describe("pictures in Vega", () => {
  for (const [name, picture] of Object.entries(pictures)) {
    it(`draws ${name} as vega-lite's own compiler does`, async () => {
      const spec = standAlone(picture, "A title", ["A caption"], lightTheme);
      assert.ok(isPicture(spec));
      assert.equal(await renderSvg(spec), leanSvg(await byVegaLite(spec)));
    });
  }

  it("leaves to vega-lite what has scales", () => {
    assert.equal(isPicture({ mark: "bar", data: { values: [] }, encoding: {} }), false);
    assert.equal(isPicture({ autosize: { type: "none" }, mark: "bar" }), false);
  });
});
