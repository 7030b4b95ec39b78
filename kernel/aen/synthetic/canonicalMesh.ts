import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** The surface of a neutral face: x to the viewer's right, y up, z towards the viewer, in centimetres. */
export interface FaceMesh {
  /** `[vertices, 3]` */
  readonly positions: Float32Array;
  /** `[vertices, 2]`, in 0..1 from the upper left. */
  readonly uv: Float32Array;
  /** `[triangles, 3]`, counter-clockwise as seen by the viewer. */
  readonly triangles: Uint16Array;
}

const assets = "face_mesh_solution_packed_assets";
const metadata = "geometry_pipeline_metadata_landmarks.binarypb";

/**
 * MediaPipe's canonical face: 468 vertices, 898 triangles, from the assets of `@mediapipe/face_mesh` (Apache-2.0).
 * Its vertex numbers are those of MediaPipe's face landmarks. Triangles close the eyes and the slightly open
 * mouth.
 */
export function loadCanonicalMesh(): FaceMesh {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@mediapipe/face_mesh/package.json"));
  const loader = readFileSync(path.join(folder, `${assets}_loader.js`), "utf8");
  const entry = new RegExp(`${metadata}", "start": (\\d+), "end": (\\d+)`).exec(loader);
  if (!entry) throw new Error(`This version of @mediapipe/face_mesh has no ${metadata} among its assets.`);
  const packed = readFileSync(path.join(folder, `${assets}.data`));
  return parseMetadata(packed.subarray(Number(entry[1]), Number(entry[2])));
}

/** Field 1 of mediapipe.face_geometry.GeometryPipelineMetadata is a Mesh3d: floats x, y, z, u, v and indices. */
function parseMetadata(bytes: Buffer): FaceMesh {
  const mesh = readFields(bytes).find(({ field }) => field === 1)!.bytes!;
  const fields = readFields(mesh);
  const values = fields.filter(({ field }) => field === 3).map(({ bytes: float }) => float!.readFloatLE(0));
  const vertices = values.length / 5;
  return {
    positions: Float32Array.from({ length: vertices * 3 }, (_, i) => values[Math.floor(i / 3) * 5 + (i % 3)]),
    uv: Float32Array.from({ length: vertices * 2 }, (_, i) => values[Math.floor(i / 2) * 5 + 3 + (i % 2)]),
    triangles: Uint16Array.from(fields.filter(({ field }) => field === 4).map(({ number }) => number!)),
  };
}

interface Field {
  readonly field: number;
  readonly number?: number;
  readonly bytes?: Buffer;
}

/** The fields of one protocol buffer message, in stored order. */
function readFields(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [field, type] = [key >> 3, key & 7];
    if (type === 0) {
      fields.push({ field, number: varint() });
    } else {
      const length = type === 2 ? varint() : type === 5 ? 4 : 8;
      fields.push({ field, bytes: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}
