/** An image to sample colours from, by u to the right and v down, both 0..1. */
export interface Texture {
  readonly width: number;
  readonly height: number;
  /** RGB, 8 bits. */
  readonly data: Uint8Array;
}

/** Triangles in screen space: pixels to the right and down, depth increasing towards the viewer. */
export interface ScreenMesh {
  readonly triangles: Uint16Array;
  /** `[vertices, 3]`: x, y, depth. */
  readonly points: Float32Array;
  /** `[vertices, 2]` */
  readonly uv: Float32Array;
  /** `[vertices, 4]`: red, green and blue light that multiplies the texture, and shine that is added. */
  readonly light: Float32Array;
}

/** Draws textured, smoothly shaded triangles with a depth buffer. */
export class Canvas {
  readonly colour: Uint8Array;
  readonly depth: Float32Array;

  constructor(readonly size: number) {
    this.colour = new Uint8Array(size * size * 3);
    this.depth = new Float32Array(size * size);
  }

  /** @param background `[size, size, 3]` */
  clear(background: Uint8Array): void {
    this.colour.set(background);
    this.depth.fill(-Infinity);
  }

  draw({ triangles, points, uv, light }: ScreenMesh, texture: Texture): void {
    for (let t = 0; t < triangles.length; t += 3) {
      this.#triangle(triangles[t], triangles[t + 1], triangles[t + 2], points, uv, light, texture);
    }
  }

  #triangle(
    a: number,
    b: number,
    c: number,
    points: Float32Array,
    uv: Float32Array,
    light: Float32Array,
    texture: Texture,
  ): void {
    const ax = points[a * 3];
    const ay = points[a * 3 + 1];
    const abx = points[b * 3] - ax;
    const aby = points[b * 3 + 1] - ay;
    const acx = points[c * 3] - ax;
    const acy = points[c * 3 + 1] - ay;
    const area = abx * acy - acx * aby;
    if (!(area < 0)) return;
    const { size, depth, colour } = this;
    const left = Math.max(0, Math.ceil(ax + Math.min(0, abx, acx) - 0.5));
    const right = Math.min(size - 1, Math.floor(ax + Math.max(0, abx, acx) - 0.5));
    const top = Math.max(0, Math.ceil(ay + Math.min(0, aby, acy) - 0.5));
    const bottom = Math.min(size - 1, Math.floor(ay + Math.max(0, aby, acy) - 0.5));
    if (left > right || top > bottom) return;
    const inverse = 1 / area;
    const bx = acy * inverse;
    const by = -acx * inverse;
    const cx = -aby * inverse;
    const cy = abx * inverse;
    const az = points[a * 3 + 2];
    const bz = points[b * 3 + 2] - az;
    const cz = points[c * 3 + 2] - az;
    const { width, height, data } = texture;
    // Interpolated values are set up at a triangle's first visible pixel; most triangles have none.
    let prepared = false;
    let ua = 0;
    let va = 0;
    let ub = 0;
    let vb = 0;
    let uc = 0;
    let vc = 0;
    let red = 0;
    let green = 0;
    let blue = 0;
    let shine = 0;
    let redB = 0;
    let greenB = 0;
    let blueB = 0;
    let shineB = 0;
    let redC = 0;
    let greenC = 0;
    let blueC = 0;
    let shineC = 0;
    for (let y = top; y <= bottom; y++) {
      const dx = left + 0.5 - ax;
      const dy = y + 0.5 - ay;
      let wb = bx * dx + by * dy;
      let wc = cx * dx + cy * dy;
      let pixel = y * size + left;
      let reached = false;
      for (let x = left; x <= right; x++, wb += bx, wc += cx, pixel++) {
        if (wb < 0 || wc < 0 || wb + wc > 1) {
          if (reached) break; // the row has left the triangle
          continue;
        }
        reached = true;
        const z = az + wb * bz + wc * cz;
        if (z <= depth[pixel]) continue;
        depth[pixel] = z;
        if (!prepared) {
          ua = uv[a * 2] * width;
          va = uv[a * 2 + 1] * height;
          ub = uv[b * 2] * width - ua;
          vb = uv[b * 2 + 1] * height - va;
          uc = uv[c * 2] * width - ua;
          vc = uv[c * 2 + 1] * height - va;
          red = light[a * 4];
          green = light[a * 4 + 1];
          blue = light[a * 4 + 2];
          shine = light[a * 4 + 3];
          redB = light[b * 4] - red;
          greenB = light[b * 4 + 1] - green;
          blueB = light[b * 4 + 2] - blue;
          shineB = light[b * 4 + 3] - shine;
          redC = light[c * 4] - red;
          greenC = light[c * 4 + 1] - green;
          blueC = light[c * 4 + 2] - blue;
          shineC = light[c * 4 + 3] - shine;
          prepared = true;
        }
        let column = (ua + wb * ub + wc * uc) | 0;
        let row = (va + wb * vb + wc * vc) | 0;
        column = column < 0 ? 0 : column >= width ? width - 1 : column;
        row = row < 0 ? 0 : row >= height ? height - 1 : row;
        const texel = (row * width + column) * 3;
        const to = pixel * 3;
        const glow = shine + wb * shineB + wc * shineC;
        const r = data[texel] * (red + wb * redB + wc * redC) + glow;
        const g = data[texel + 1] * (green + wb * greenB + wc * greenC) + glow;
        const blueHere = data[texel + 2] * (blue + wb * blueB + wc * blueC) + glow;
        colour[to] = r > 255 ? 255 : r | 0;
        colour[to + 1] = g > 255 ? 255 : g | 0;
        colour[to + 2] = blueHere > 255 ? 255 : blueHere | 0;
      }
    }
  }
}
