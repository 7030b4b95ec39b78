import assert from "node:assert/strict";
import { unpackedPayload } from "../../kernel/contracts/packedPayload.js";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { type Notebook, type NotebookOutput, wholeText } from "../../kernel/notebook/notebookFile.js";
import { temporaryFolder } from "../temporaryFolder.js";
import { skipBecause } from "../skipBecause.js";

const small = ["-p", "preset=tiny", "-p", "perEmotion=6", "-p", "epochs=2"];

function quickstart(output: string, ...args: string[]) {
  const command = ["dist/kernel/cli.js", "run", "notebooks/quickstart.ipynb", "--output", output, ...args];
  return spawnSync(process.execPath, command, { encoding: "utf8", timeout: 500_000 });
}

function outputsOf(file: string): NotebookOutput[] {
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as Notebook;
  return cells.flatMap((cell) => cell.outputs ?? []);
}

function typesIn(outputs: readonly NotebookOutput[]): Set<string> {
  return new Set(outputs.flatMap((output) => ("data" in output ? Object.keys(output.data) : [])));
}

describe("quickstart notebook", function () {
  this.timeout(600_000);
  const folder = temporaryFolder();
  const output = path.join(folder, "quickstart.ipynb");
  const page = path.join(folder, "quickstart.html");

  before("runs top to bottom", () => {
    const { status, stderr } = quickstart(output, ...small);
    assert.equal(status, 0, stderr);
  });

  it("prints UAR and WAR for emotions and for sentiment", () => {
    const printed = outputsOf(output)
      .map((each) => (each.output_type === "stream" ? wholeText(each.text) : ""))
      .join("");
    assert.match(printed, /Emotions:\s+UAR [\d.]+ %, WAR [\d.]+ %/);
    assert.match(printed, /Sentiment, own head: UAR [\d.]+ %, WAR [\d.]+ %/);
    assert.match(printed, /Sentiment, group of the emotion: UAR [\d.]+ %, WAR [\d.]+ %/);
  });

  it("gives nothing to remark: what it trains on shows every emotion", () => {
    const remarks = outputsOf(output).filter(
      (each) => each.output_type === "stream" && each.name === "stderr",
    );
    assert.deepEqual(remarks, []);
  });

  it("shows the training board, the confusion matrix, the overview, a timeline and a difference, each also as a picture", () => {
    const types = typesIn(outputsOf(output));
    const shown = [
      "training-board",
      "confusion-matrix",
      "clip-overview",
      "frame-timeline",
      "confusion-difference",
    ];
    for (const view of shown) {
      assert.ok(types.has(`application/vnd.aen.${view}.v1+json`), view);
    }
    const views = outputsOf(output).filter((each) => "data" in each && "image/svg+xml" in each.data);
    assert.ok(views.length >= shown.length);
  });

  it("is saved in less than 3,000 lines, whatever its views hold", () => {
    const lines = readFileSync(output, "utf8").split("\n").length;
    assert.ok(lines < 3000, `${lines} lines`);
  });

  it("is valid nbformat 4.5, and nbconvert makes a page of it", function () {
    if (!existsSync("/usr/bin/jupyter-nbconvert"))
      skipBecause(this, "no nbconvert: apt-get install jupyter-nbconvert");
    const check = "import nbformat, sys; n = nbformat.read(sys.argv[1], as_version=4); nbformat.validate(n)";
    execFileSync("/usr/bin/python3", ["-c", check, output], { stdio: "pipe" });
    const convert = ["/usr/bin/jupyter-nbconvert", "--to", "html", "--output", "converted", output];
    execFileSync("/usr/bin/python3", convert, { stdio: "pipe" });
    assert.match(readFileSync(path.join(folder, "converted.html"), "utf8"), /<svg/);
  });

  it("opens as a page that loads nothing from the network and has live views", async function () {
    if (!existsSync("/usr/bin/chromium")) skipBecause(this, "no Chromium: apt-get install chromium");
    const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
    try {
      const opened = await browser.newPage();
      const asked: string[] = [];
      opened.on("request", (request) => asked.push(request.url().slice(0, 80)));
      await opened.goto(pathToFileURL(page).href);
      await opened.getByRole("button", { name: "Table" }).first().waitFor();
      assert.deepEqual(
        asked.filter((url) => !/^(file|data|blob):/.test(url)),
        [],
      );
    } finally {
      await browser.close();
    }
  });

  it("shows a real video frame by frame", function () {
    const video = path.resolve("../shared/data/sad-occluded-happy.mp4");
    if (!existsSync(video)) skipBecause(this, `${video} is not there`);
    const shown = path.join(folder, "video.ipynb");
    const { status, stderr } = quickstart(shown, ...small, "-p", `video=${video}`);
    assert.equal(status, 0, stderr);
    const timelines = outputsOf(shown).flatMap((each) =>
      "data" in each && each.data["application/vnd.aen.frame-timeline.v1+json"]
        ? [
            unpackedPayload(each.data["application/vnd.aen.frame-timeline.v1+json"]) as {
              clip: { frames: { thumbnails: string[] } };
            },
          ]
        : [],
    );
    assert.equal(timelines.length, 2);
    const { thumbnails } = timelines[1].clip.frames;
    assert.ok(thumbnails.length >= 16);
    for (const thumbnail of thumbnails) assert.match(thumbnail, /^data:image\/jpeg;base64,/);
  });

  const text = path.join(folder, "text.mp4");
  const empty = path.join(folder, "empty");
  for (const [what, video, message] of [
    ["a video without a face", path.resolve("../shared/data/no-face.mp4"), /no face/i],
    ["a missing file", path.join(folder, "none.mp4"), /none\.mp4: there is no such video/],
    ["a text file named .mp4", text, /text\.mp4: this is not a video/],
    ["a folder without images", empty, /empty: it contains no images/],
  ] as const) {
    it(`says at once what is wrong with ${what}, and keeps what was written before`, function () {
      if (video.endsWith("no-face.mp4") && !existsSync(video)) skipBecause(this, `${video} is not there`);
      writeFileSync(text, "hello");
      mkdirSync(empty, { recursive: true });
      const broken = path.join(folder, "broken", "q.ipynb");
      const { status, stderr } = quickstart(broken, ...small, "-p", `video=${video}`);
      assert.equal(status, 1);
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /aen\.train/);
      const written = JSON.parse(readFileSync(broken, "utf8")) as {
        cells: { outputs?: { output_type: string }[] }[];
      };
      const outputs = written.cells.flatMap((cell) => cell.outputs ?? []);
      assert.equal(outputs.at(-1)!.output_type, "error", "it ends with what is wrong");
    });
  }
});
