import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compareFixture } from "../../kernel/aen/parity/compareFixture.js";
import { isWithin } from "../../kernel/aen/parity/deviation.js";
import { parseFixture, type Fixture, type TensorRecord } from "../../kernel/aen/parity/fixture.js";
import { parityTable, summarizeDeviations } from "../../kernel/aen/parity/parityReport.js";
import { skipBecause } from "../skipBecause.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { readFixture } from "./fixtures.js";

type Request = Pick<Fixture, "seeds" | "batch" | "labels" | "emotions" | "groups"> & {
  readonly otherLabels: readonly (readonly number[])[];
  /** Which draws of last bits `dev32` comes from. */
  readonly roundings?: readonly number[];
};

const dfew = ["Happy", "Sad", "Neutral", "Angry", "Surprise", "Disgust", "Fear"];
const dfewGroups = {
  Positive: ["Happy", "Surprise"],
  Neutral: ["Neutral"],
  Negative: ["Sad", "Angry", "Disgust", "Fear"],
};
const given: Request = {
  seeds: { main: "main-a", frozen: "frozen-a", clips: "clips-a" },
  ...{ batch: 3, labels: [0, 2, 5], otherLabels: [], emotions: dfew, groups: dfewGroups },
};
const others: Readonly<Record<string, Request>> = {
  "other seeds, four clips and other labels": {
    ...given,
    seeds: { main: "another network", frozen: "another teacher", clips: "other clips" },
    ...{ batch: 4, labels: [6, 4, 1, 1], otherLabels: [[3, 3, 0, 2]] },
  },
  "eight emotions by valence and arousal, in four groups": {
    seeds: { main: "main-8", frozen: "frozen-8", clips: "clips-8" },
    ...{ batch: 2, labels: [7, 3], otherLabels: [[0, 1]] },
    emotions: [...dfew, "Contempt"],
    groups: {
      "pleasant, aroused": ["Happy", "Surprise"],
      "pleasant, calm": ["Neutral"],
      "unpleasant, aroused": ["Angry", "Fear", "Disgust"],
      "unpleasant, calm": ["Sad", "Contempt"],
    },
  },
  "the eleven emotions of MAFW in two groups": {
    seeds: { main: "main-11", frozen: "frozen-11", clips: "clips-11" },
    ...{ batch: 3, labels: [10, 0, 8], otherLabels: [] },
    emotions: [...dfew, "Contempt", "Anxiety", "Helplessness", "Disappointment"],
    groups: {
      agreeable: ["Happy", "Surprise", "Neutral"],
      disagreeable: [
        "Sad",
        "Angry",
        "Disgust",
        "Fear",
        "Contempt",
        "Anxiety",
        "Helplessness",
        "Disappointment",
      ],
    },
  },
};

const script = fileURLToPath(new URL("reference.py", import.meta.url));
const generator = fileURLToPath(new URL("fixtures/generator.json", import.meta.url));

function reference(request: Request): string {
  const options = { input: JSON.stringify(request), encoding: "utf8", maxBuffer: 1 << 28 } as const;
  return execFileSync("/usr/bin/python3", [script, generator], options);
}

const groups = ["eval", "trainForward", "gradients", "after1", "after3"] as const;

function largestDifference(made: Fixture, recorded: Fixture, group: (typeof groups)[number]): number {
  const values = ({ all, samples }: TensorRecord) => all ?? samples ?? [];
  const differences = Object.entries(made[group]).map(([name, record]) => {
    const [ours, theirs] = [values(record), values(recorded[group][name])];
    assert.equal(ours.length, theirs.length, name);
    const scale = Math.max(...theirs.map(Math.abs));
    return Math.max(...ours.map((value, index) => Math.abs(value - theirs[index]))) / scale;
  });
  return Math.max(...differences);
}

/**
 * A second reference, reference.py, written in PyTorch from SPEC.md alone, in double precision: it first has to
 * give the recorded values of the published code, then it records others.
 */
describe("parity does not hang on the given seeds, labels and groups", function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  before(function () {
    const { status } = spawnSync("/usr/bin/python3", ["-c", "import torch"]);
    if (status !== 0) skipBecause(this, "no PyTorch: apt-get install python3-torch");
  });

  it("the second reference gives the published code's numbers to the digits of the file", () => {
    const [made, recorded] = [parseFixture(reference(given)), readFixture("small")];
    assert.deepEqual(made.checksums, recorded.checksums);
    assert.deepEqual([...made.noGradient].sort(), [...recorded.noGradient].sort());
    for (const group of groups) assert.ok(largestDifference(made, recorded, group) < 1e-8, group);
    made.stepLosses.forEach(({ terms }, update) => {
      for (const [name, { value }] of Object.entries(recorded.stepLosses[update].terms)) {
        assert.ok(Math.abs(terms[name].value - value) < 1e-8, `${name} before update ${update}`);
      }
    });
  });

  it("the second reference's dev32 is what rounding does to a tensor of one number, not one lucky run", () => {
    for (const request of Object.values(others)) {
      const [made, again] = [request, { ...request, roundings: [5, 6, 7, 8, 9] }].map((each) =>
        parseFixture(reference(each)),
      );
      const single = Object.keys(made.gradients).filter((name) =>
        made.gradients[name].shape.every((length) => length === 1),
      );
      assert.notEqual(single.length, 0);
      for (const name of single) {
        const [ours, other] = [made, again].map(({ gradients }) => gradients[name].dev32!);
        assert.ok(ours > other / 10 && ours < other * 10, `${name}: ${ours}, with other last bits ${other}`);
      }
    }
  });

  for (const [what, request] of Object.entries(others)) {
    it(`it holds for ${what}`, async () => {
      const deviations = await compareFixture(parseFixture(reference(request)));
      const outside = deviations.filter((one) => !isWithin(one));
      assert.ok(deviations.length > 600, `${deviations.length} comparisons`);
      assert.deepEqual(outside, [], parityTable(summarizeDeviations(deviations)));
    });
  }

  it("it notices groups that are not those of the recorded values", async () => {
    const fixture = parseFixture(reference(given));
    const swapped = {
      ...dfewGroups,
      Positive: ["Happy", "Fear"],
      Negative: ["Sad", "Angry", "Disgust", "Surprise"],
    };
    const deviations = await compareFixture({ ...fixture, groups: swapped }, { untilOutside: true });
    assert.ok(!deviations.every(isWithin));
  });

  it("aen parity --fixtures takes such a file, and rejects others by name", () => {
    const file = path.join(folder, "other.json");
    writeFileSync(file, reference(Object.values(others)[1]));
    const aen = (name: string) =>
      spawnSync(process.execPath, ["--import", "tsx", "kernel/cli.ts", "parity", "--fixtures", name], {
        encoding: "utf8",
      });
    const { status, stdout, stderr } = aen(file);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /comparisons, within tolerance/);
    const broken = path.join(folder, "broken.json");
    writeFileSync(broken, JSON.stringify({ ...given, config: "small" }));
    const refused = aen(broken);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /broken\.json" is not a file of recorded values: it has no "checksums"/);
  });
});
