import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { dfewLabels } from "../../../../../kernel/aen/labels.js";
import { labelVideos, type VideoLabelling } from "../../../../../kernel/aen/sources/labels/videoLabels.js";
import { DataError } from "../../../../../kernel/files/dataError.js";
import { temporaryFolder } from "../../../../temporaryFolder.js";

describe("labels of videos", () => {
  const folder = temporaryFolder();
  const at = (...names: string[]) => path.join(folder, ...names);
  function table(...rows: string[]): string {
    writeFileSync(at("labels.csv"), ["path,label,actor", ...rows, ""].join("\n"));
    return at("labels.csv");
  }
  async function labelsOf(files: string[], labelling: VideoLabelling) {
    const { videos } = await labelVideos(files, labelling, dfewLabels);
    return videos.map(({ label }) => (label === null ? null : dfewLabels.emotions[label]));
  }

  it("in a record are found by path, then by file name, then by name without extension", async () => {
    const labels = { "/x/a.mp4": "Happy", "a.mp4": "Sad", a: "Fear" };
    const files = ["/x/a.mp4", "/y/a.mp4", "/y/a.avi", "/y/b.avi"];
    assert.deepEqual(await labelsOf(files, { labels }), ["Happy", "Sad", "Fear", null]);
  });

  it("in a record are no properties that every object has", async () => {
    const files = ["/x/constructor.mp4", "toString", "a"];
    assert.deepEqual(await labelsOf(files, { labels: { a: "Sad" } }), [null, null, "Sad"]);
  });

  it("in a table follow the folder, with a person where a column names them", async () => {
    const labels = table("Anger/1.mp4,Angry,P1", "Happy\\1.mp4,3.0,", "Fear/1,fear,P2", "Sad/1.mp4,-1,P3");
    const files = ["Sad", "Happy", "Fear", "Anger"].map((name) => at(name, "1.mp4"));
    const { videos, remarks } = await labelVideos(files, { labels, firstLabel: 0 }, dfewLabels);
    assert.deepEqual(
      videos.map(({ label, identity }) => [label, identity]),
      [
        [null, "P3"],
        [3, null],
        [6, "P2"],
        [3, "P1"],
      ],
    );
    assert.deepEqual(remarks, []);
  });

  it("in a table come with groups where columns are named for them, and are refused without a table", async () => {
    writeFileSync(at("groups.csv"), "path,label,sex,age\na.mp4,Happy,woman,old\nb.mp4,Sad,,old\n");
    const labelling = { labels: at("groups.csv"), groups: ["sex", "age"] };
    const { videos } = await labelVideos([at("a.mp4"), at("b.mp4"), at("c.mp4")], labelling, dfewLabels);
    assert.deepEqual(
      videos.map(({ groups }) => groups),
      [{ sex: "woman", age: "old" }, { age: "old" }, {}],
    );
    const inRecord = { labels: { a: "Sad" }, groups: ["sex"] };
    await assert.rejects(
      labelVideos([at("a.mp4")], inRecord, dfewLabels),
      /groups names the columns sex, but labels is no table/,
    );
  });

  it("are those of the path where nothing else says any, and so are people and groups", async () => {
    const files = ["x/men/P1/Sad/a.mp4", "x/men/P2/happy/b.mp4", "x/c.mp4"];
    const pattern = "{sex}/{identity}/{label}/*";
    const { videos, remarks } = await labelVideos(files, { pattern }, dfewLabels);
    assert.deepEqual(
      videos.map(({ label, identity, groups }) => [label, identity, groups]),
      [
        [1, "P1", { sex: "men" }],
        [0, "P2", { sex: "men" }],
        [null, null, undefined],
      ],
    );
    assert.deepEqual(remarks, ["1 of 3 paths do not fit the pattern {sex}/{identity}/{label}/*: x/c.mp4."]);
    const labels = () => "Fear";
    const identity = (file: string) => (file.includes("P1") ? "Ann" : null);
    const named = await labelVideos(files.slice(0, 2), { pattern, labels, identity }, dfewLabels);
    assert.deepEqual(
      named.videos.map((one) => [one.label, one.identity]),
      [
        [6, "Ann"],
        [6, "P2"],
      ],
    );
  });

  it("are found by the ends of paths only where the table lies elsewhere, the longest first", async () => {
    const labels = table("day1/a.mp4,Happy,", "b/day1/a.mp4,Sad,", "c.mp4,Fear,");
    const files = ["/d/day1/a.mp4", "/d/b/day1/a.mp4", "/d/e/c.avi", "/d/e/c.mp4"];
    assert.deepEqual(await labelsOf(files, { labels }), ["Happy", "Sad", null, "Fear"]);
    await assert.rejects(labelsOf(["/d/day1/a.mp4", "/e/day1/a.mp4"], { labels }), {
      name: "DataError",
      message: /labels\.csv, line 2: "day1\/a\.mp4" could be \/d\/day1\/a\.mp4 or \/e\/day1\/a\.mp4/,
    });
  });

  it("are not those of a file that exists and was not given", async () => {
    mkdirSync(at("given"), { recursive: true });
    writeFileSync(at("x.mp4"), "");
    const labels = table("x.mp4,Happy,", "given/y.mp4,Sad,");
    const files = [at("given", "x.mp4"), at("given", "y.mp4")];
    const { videos, remarks } = await labelVideos(files, { labels }, dfewLabels);
    assert.deepEqual(
      videos.map(({ label }) => label),
      [null, 1],
    );
    assert.match(remarks[0], /labels\.csv: 1 of 2 rows are about none of these videos: x\.mp4 \(line 2\)/);
    assert.match(remarks[1], /1 of 2 videos have no row in .*labels\.csv and so no label: .*x\.mp4/);
  });

  it("are refused for two rows about one video, and where no row is about any", async () => {
    const twice = table("a.mp4,Happy,", "./a.mp4,Happy,");
    await assert.rejects(
      labelsOf([at("a.mp4")], { labels: twice }),
      /line 3: "\.\/a\.mp4" is already in line 2/,
    );
    await assert.rejects(
      labelsOf([at("z.mp4")], { labels: twice }),
      /none of the 2 rows is about one of the 1 videos.*Paths start at .*set root/,
    );
    await assert.rejects(labelsOf(["z.mp4"], { labels: { a: 0 } }), /none of the 1 entries of labels/);
  });

  it("start at another root or machine where that is said", async () => {
    const labels = table("D:\\set\\a.mp4,Happy,", "b.mp4,Sad,");
    const files = [at("here", "a.mp4"), at("there", "b.mp4")];
    const options = { labels, root: at("there"), remap: { "D:/set": at("here") } };
    assert.deepEqual(await labelsOf(files, options), ["Happy", "Sad"]);
  });

  it("may be left out by a label map, which is said", async () => {
    const labels = table("a.mp4,joy,", "b.mp4,calm,");
    const labelMap = { Joy: "Happy", calm: null };
    const files = [at("a.mp4"), at("b.mp4")];
    const { videos, remarks } = await labelVideos(files, { labels, labelMap }, dfewLabels);
    assert.deepEqual(
      videos.map(({ file, label }) => [path.basename(file), label]),
      [["a.mp4", 0]],
    );
    assert.match(remarks[0], /leaves out 1 of 2 videos/);
  });

  it("come from a function, and are null when nothing was given", async () => {
    assert.deepEqual(await labelsOf(["a", "b"], { labels: (file) => (file === "a" ? "Sad" : 0) }), [
      "Sad",
      "Happy",
    ]);
    assert.deepEqual(await labelsOf(["a"], {}), [null]);
  });

  it("are those of their own row or an error, for any tree, table and order of rows", async () => {
    const name = fc.constantFrom("a", "b", "0001");
    const file = fc
      .tuple(fc.array(name, { maxLength: 3 }), name, fc.constantFrom("mp4", "avi"))
      .map(([folders, stem, extension]) => [...folders, `${stem}.${extension}`].join("/"));
    const tree = fc.uniqueArray(fc.tuple(file, fc.constantFrom(...dfewLabels.emotions)), {
      selector: ([path]) => path,
      minLength: 1,
      maxLength: 8,
    });
    const spelling = fc.constantFrom<(path: string) => string>(
      (path) => path,
      (path) => path.replaceAll("/", "\\"),
      (path) => path.replace(/\.\w+$/, ""),
      (path) => `./${path}`,
    );
    let right = 0;
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.infiniteStream(spelling),
        fc.nat(),
        fc.boolean(),
        async (rows, spell, turn, moved) => {
          const order = rows.map((_, i) => rows[(i + turn) % rows.length]);
          const labels = table(...order.map(([path, label]) => `${spell.next().value!(path)},${label},`));
          const root = moved ? "/elsewhere" : folder;
          const files = rows.map(([file]) => path.join(root, file));
          try {
            assert.deepEqual(
              await labelsOf(files, { labels }),
              rows.map(([, label]) => label),
            );
            right++;
          } catch (error) {
            if (!(error instanceof DataError)) throw error;
          }
        },
      ),
      { numRuns: 400 },
    );
    assert.ok(right > 100, `only ${right} of 400 tables were read`);
  });

  it("are never those of another's row where some of the files or rows are missing", async () => {
    const name = fc.constantFrom("a", "b");
    const file = fc
      .tuple(fc.array(name, { maxLength: 2 }), name)
      .map(([folders, stem]) => [...folders, `${stem}.mp4`].join("/"));
    const entry = fc.tuple(file, fc.constantFrom(...dfewLabels.emotions), fc.boolean(), fc.boolean());
    const tree = fc.uniqueArray(entry, { selector: ([path]) => path, minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(tree, async (entries) => {
        const listed = entries.filter(([, , isListed]) => isListed);
        const given = entries.filter(([, , , isGiven]) => isGiven);
        if (!given.some((entry) => listed.includes(entry))) return;
        const labels = table(...listed.map(([path, label]) => `${path},${label},`));
        assert.deepEqual(
          await labelsOf(
            given.map(([file]) => path.join(folder, file)),
            { labels },
          ),
          given.map(([, label, isListed]) => (isListed ? label : null)),
        );
      }),
      { numRuns: 300 },
    );
  });
});
