import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { decodeVideo } from "../../../../../kernel/aen/sources/video/decodeVideo.js";
import { findFfmpeg } from "../../../../../kernel/aen/sources/video/ffmpeg.js";
import { toneMapping } from "../../../../../kernel/aen/sources/video/toneMapping.js";
import { openVideo } from "../../../../../kernel/aen/sources/video/videoFile.js";
import { writeJpegFrames } from "../../../../../kernel/aen/sources/video/writeJpegFrames.js";
import { ffmpeg, temporaryFolder } from "./testVideo.js";

describe("HDR videos", () => {
  const folder = temporaryFolder();
  const [sdr, pq, hlg] = ["sdr.mkv", "pq.mp4", "hlg.mp4"].map((name) => path.join(folder, name));

  /** Shades of skin and walls, none of them bright; the others show the same light, with white at 203 candela per m². */
  before(function () {
    this.timeout(60_000);
    const shades = "color=black:size=160x120:rate=5,format=gbrp,geq=r='50+X/2':g='40+Y':b='50+X/2',";
    const tagged = "setparams=colorspace=bt709:color_trc=bt709:color_primaries=bt709:range=tv";
    const converted = "scale=out_color_matrix=bt709:out_range=tv,format=yuv444p,";
    ffmpeg("-f", "lavfi", "-i", shades + converted + tagged, "-frames:v", "2", "-c:v", "ffv1", sdr);
    for (const [file, transfer] of [
      [pq, "smpte2084"],
      [hlg, "arib-std-b67"],
    ]) {
      const linear = `${tagged},zscale=t=linear:npl=203,format=gbrpf32le`;
      const coded = `zscale=p=bt2020:t=${transfer}:m=bt2020nc:r=tv:npl=203,format=yuv420p10le`;
      const colours = `log-level=error:colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc`;
      const encoder = ["-c:v", "libx265", "-crf", "5", "-x265-params", colours];
      ffmpeg("-i", sdr, "-vf", `${linear},${coded}`, ...encoder, file);
    }
  });

  async function firstPicture(file: string): Promise<Uint8Array> {
    const { pictures } = await decodeVideo(await openVideo(file));
    for await (const { data } of pictures) return data;
    throw new Error("no picture");
  }
  const difference = (a: Uint8Array, b: Uint8Array) =>
    a.reduce((sum, value, at) => sum + Math.abs(value - b[at]), 0) / a.length;

  /** As drawn above. */
  const drawn = Uint8Array.from({ length: 160 * 120 * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % 160, Math.floor(at / 3 / 160)];
    return at % 3 === 1 ? 40 + y : 50 + x / 2;
  });

  it("give the pictures of the SDR video that shows the same light", async () => {
    for (const file of [pq, hlg]) {
      const mean = difference(await firstPicture(file), drawn);
      assert.ok(mean < 1.5, `${path.basename(file)}: ${mean} grey levels`);
    }
    const { pictures } = await decodeVideo(await openVideo(pq), { stream: { codec: "hevc", hdr: null } });
    for await (const { data } of pictures) assert.ok(difference(data, drawn) > 5, "without mapping");
  });

  it("give them as written JPEGs, too", async () => {
    const to = path.join(folder, "frames");
    mkdirSync(to);
    const log = await writeJpegFrames(await openVideo(pq), to, {});
    const written = await sharp(readFileSync(path.join(to, "000001.jpg")))
      .raw()
      .toBuffer();
    assert.ok(difference(written, drawn) < 2);
    assert.ok(log.toneMapped && log.hdr?.transfer === "smpte2084");
  });

  it("are left as they are by an ffmpeg without the filters, and named colours are kept", async () => {
    const unknown = { matrix: "unknown", primaries: "unknown", transfer: "smpte2084" } as const;
    assert.equal(await toneMapping({ path: "/nowhere", version: "5.1", source: "" }, unknown), null);
    const [params] = (await toneMapping(await findFfmpeg(), unknown)) ?? [];
    assert.equal(params, "setparams=colorspace=bt2020nc:color_primaries=bt2020");
    assert.deepEqual(await toneMapping(await findFfmpeg(), null), []);
  });
});
