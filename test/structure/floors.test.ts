import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { structureReport } from "./floors.js";
import { graphText, isSound } from "./graphText.js";
import { importGraph } from "./importGraph.js";
import { refusal, rooms } from "./rooms.js";
import { roomsOfViews, viewFolders } from "./rooms/media.js";

const graph = importGraph(fileURLToPath(new URL("../..", import.meta.url)));
const arrow = (from: string, to: string) => ({ from, to, isTypeOnly: false });

describe("the project's imports", () => {
  it("run one way, without a circle, and need every arrow of rooms.ts", () => {
    const report = structureReport(graph);
    assert.ok(isSound(report), graphText(graph, report));
  });

  it("are found as TypeScript resolves them, types and import() included", () => {
    const has = (from: string, to: string, isTypeOnly: boolean) =>
      graph.arrows.some((one) => one.from === from && one.to === to && one.isTypeOnly === isTypeOnly);
    assert.ok(has("kernel/cli.ts", "kernel/commands/commands.ts", false));
    assert.ok(has("media/viewLoaders.ts", "media/timeline/timelineView.ts", false));
    assert.ok(has("kernel/aen/clips/clip.ts", "kernel/contracts/frameTruth.ts", true));
  });
});

describe("a report on the structure", () => {
  it("names an arrow that runs up", () => {
    const added = {
      ...graph,
      arrows: [...graph.arrows, arrow("kernel/metrics/scores.ts", "kernel/session/comms.ts")],
    };
    const { refused } = structureReport(added);
    assert.deepEqual(refused, [
      "kernel/metrics/scores.ts imports kernel/session/comms.ts: " +
        "kernel/metrics does not rest on kernel/session: see test/structure/rooms.",
    ]);
  });

  it("names a circle of modules within a room", () => {
    const modules = ["kernel/files/a.ts", "kernel/files/b.ts", "kernel/files/c.ts"];
    const arrows = [
      arrow(modules[0], modules[1]),
      arrow(modules[1], modules[0]),
      arrow(modules[1], modules[2]),
    ];
    const report = structureReport({ modules, arrows });
    assert.deepEqual(report.circles, [["kernel/files/a.ts", "kernel/files/b.ts"]]);
    assert.match(
      graphText({ modules, arrows }, report),
      /kernel\/files\/a\.ts -> kernel\/files\/b\.ts -> kernel\/files\/a\.ts/,
    );
  });

  it("names arrows of rooms.ts that no module needs", () => {
    const { unused } = structureReport({ modules: ["kernel/metrics/scores.ts"], arrows: [] });
    assert.ok(unused.includes("kernel/metrics -> kernel/contracts"));
  });

  it("names what views may import and no view needs, once for all of them", () => {
    const without = (left: (from: string, to: string) => boolean) =>
      structureReport({ ...graph, arrows: graph.arrows.filter(({ from, to }) => !left(from, to)) }).unused;
    const isView = (file: string) => viewFolders.some((folder) => file.startsWith(`${folder}/`));
    const isSelection = (file: string) => file.startsWith("media/selection/");
    assert.deepEqual(
      without((from, to) => isView(from) && isSelection(to)),
      ["each view -> media/selection"],
    );
    assert.deepEqual(
      without((from, to) => from.startsWith("media/whatIf/") && isSelection(to)),
      [],
    );
    const isTimeline = (file: string) => file.startsWith("media/timeline/");
    assert.deepEqual(
      without((from, to) => isView(from) && !isTimeline(from) && isTimeline(to)),
      ["each view -> media/timeline"],
    );
  });

  it("puts each room above all that it rests on", () => {
    const { floors } = structureReport(graph);
    const floorOf = (room: string) => floors.findIndex((names) => names.includes(room));
    assert.equal(floorOf("kernel/contracts"), 0);
    assert.ok(floorOf("kernel/aen/training") > floorOf("kernel/aen/results"));
    assert.ok(floorOf("kernel/protocol") > floorOf("kernel/session"));
  });
});

describe("the table of rooms", () => {
  it("lets the session import only AEN's index and host", () => {
    const ofAen = rooms["kernel/session"].filter((room) => room.startsWith("kernel/aen"));
    assert.deepEqual(ofAen.sort(), ["kernel/aen/host", "kernel/aen/index.ts"]);
  });

  it("orders the engine: contract, variables, ir, onnx, lowering, trace, cache, run, and what is above its folders", () => {
    const order = [
      "/contract.ts",
      "/weakVariables.ts",
      "/ir",
      "/onnx",
      "/lowering",
      "/trace",
      "/cache",
      "/run",
      "",
    ].map((place) => `kernel/engine${place}`);
    const engine = Object.keys(rooms).filter((room) => room.startsWith("kernel/engine"));
    assert.deepEqual(new Set(engine), new Set(order));
    const upward = order.flatMap((room, place) =>
      rooms[room].filter((target) => order.indexOf(target) > place).map((target) => `${room} -> ${target}`),
    );
    assert.deepEqual(upward, []);
  });

  it("has a room for each registered view, below media", () => {
    assert.deepEqual(viewFolders.slice(0, 2), ["media/confusionMatrix", "media/timeline"]);
    assert.deepEqual(
      viewFolders.filter((folder) => !rooms[folder] || !rooms.media.includes(folder)),
      [],
    );
  });

  it("lets a new view import what all views need and parts of shared views, but not of others", () => {
    const invented = roomsOfViews([...viewFolders, "media/invented"])["media/invented"];
    const offered = [
      "media/view",
      "media/drawing",
      "kernel/figures",
      "media/timeline",
      "media/confusionMatrix",
    ];
    assert.deepEqual(
      offered.filter((room) => !invented.includes(room)),
      [],
    );
    assert.deepEqual(
      ["media/invented", "media/whatIf", "media/trainingBoard", "media", "media/page"].filter((room) =>
        invented.includes(room),
      ),
      [],
    );
  });

  it("lets shared views import only those before them", () => {
    const [timeline, matrix] = ["timeline/timelineView.ts", "confusionMatrix/clipList.ts"].map(
      (file) => `media/${file}`,
    );
    assert.equal(refusal(matrix, timeline), null);
    assert.match(refusal(timeline, matrix) ?? "", /does not rest on media\/confusionMatrix/);
  });
});
