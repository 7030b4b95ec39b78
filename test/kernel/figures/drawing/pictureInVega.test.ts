import assert from "node:assert/strict";
import { Error as errorLevel, logger, parse, type Spec, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { ablationBoardBundle } from "../../../../kernel/figures/bundles/ablationBoard.js";
import { clipOverviewBundle } from "../../../../kernel/figures/bundles/clipOverview.js";
import { confusionDifferenceBundle } from "../../../../kernel/figures/bundles/confusionDifference.js";
import { confusionMatrixBundle } from "../../../../kernel/figures/bundles/confusionMatrix.js";
import type { VegaLiteSpec } from "../../../../kernel/figures/drawing/layers.js";
import { isPicture } from "../../../../kernel/figures/drawing/pictureInVega.js";
import { renderSvg } from "../../../../kernel/figures/drawing/svg.js";
import { vegaLiteMimeType } from "../../../../kernel/contracts/viewMimeTypes.js";
import { timelineBundle } from "../../../../kernel/figures/bundles/timeline.js";
import * as examples from "../../../media/examplePayloads.js";

const bundles = {
  "a confusion matrix": () => confusionMatrixBundle(examples.confusionOutput(60, 0).payload as never),
  "a timeline": () => timelineBundle(examples.timelineOutput().payload as never),
  "a difference": () => confusionDifferenceBundle(examples.differenceOutput().payload as never),
  "an overview": () => clipOverviewBundle(examples.overviewOutput(12).payload as never),
  "an ablation board": () => ablationBoardBundle(examples.ablationPayload()),
};

async function byVegaLite(spec: VegaLiteSpec): Promise<string> {
  const quiet = logger(errorLevel);
  const compiled = compile(spec as unknown as TopLevelSpec, { logger: quiet }).spec as Spec;
  return new View(parse(compiled), { renderer: "none", logger: quiet }).toSVG();
}

describe("pictures in Vega", () => {
  for (const [name, bundle] of Object.entries(bundles)) {
    it(`draws ${name} as vega-lite's own compiler does`, async () => {
      const spec = (await bundle())[vegaLiteMimeType] as VegaLiteSpec;
      assert.ok(isPicture(spec));
      assert.equal(await renderSvg(spec), await byVegaLite(spec));
    });
  }

  it("leaves to vega-lite what has scales", () => {
    assert.equal(isPicture({ mark: "bar", data: { values: [] }, encoding: {} }), false);
    assert.equal(isPicture({ autosize: { type: "none" }, mark: "bar" }), false);
  });
});
