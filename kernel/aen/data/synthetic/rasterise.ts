/** An image to sample colours from, by u to the right and v down, both 0..1. */
export interface Texture {
  readonly width: number;
  readonly height: number;
  /** RGB, 8 bits. */
  readonly data: Uint8Array;
}

/** Triangles on the screen: pixels to the right and down, depth growing towards the viewer. */
export interface ScreenMesh {
  readonly triangles: Uint16Array;
  /** `[vertices, 3]`: x, y, depth. */
  readonly points: Float32Array;
  /** `[vertices, 2]` */
  readonly uv: Float32Array;
  /** `[vertices, 4]`: light in red, green and blue that multiplies the texture, and shine that is added. */
  readonly light: Float32Array;
}

/** Draws textured, smoothly lit triangles with a depth buffer. */
export class Canvas {
  readonly colour: Uint8ClampedArray;
  readonly depth: Float32Array;

  constructor(readonly size: number) {
    this.colour = new Uint8ClampedArray(size * size * 3);
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
    const [u0, v0] = [uv[a * 2], uv[a * 2 + 1]];
    const [ub, vb] = [uv[b * 2] - u0, uv[b * 2 + 1] - v0];
    const [uc, vc] = [uv[c * 2] - u0, uv[c * 2 + 1] - v0];
    const [la, lb, lc] = [a * 4, b * 4, c * 4];
    for (let y = top; y <= bottom; y++) {
      const dy = y + 0.5 - ay;
      const startX = left + 0.5 - ax;
      let wb = bx * startX + by * dy;
      let wc = cx * startX + cy * dy;
      let pixel = y * size + left;
      for (let x = left; x <= right; x++, wb += bx, wc += cx, pixel++) {
        if (wb < 0 || wc < 0 || wb + wc > 1) continue;
        const z = az + wb * bz + wc * cz;
        if (z <= depth[pixel]) continue;
        depth[pixel] = z;
        let tx = ((u0 + wb * ub + wc * uc) * width) | 0;
        let ty = ((v0 + wb * vb + wc * vc) * height) | 0;
        tx = tx < 0 ? 0 : tx >= width ? width - 1 : tx;
        ty = ty < 0 ? 0 : ty >= height ? height - 1 : ty;
        const texel = (ty * width + tx) * 3;
        const wa = 1 - wb - wc;
        const shine = wa * light[la + 3] + wb * light[lb + 3] + wc * light[lc + 3];
        const to = pixel * 3;
        colour[to] = data[texel] * (wa * light[la] + wb * light[lb] + wc * light[lc]) + shine;
        colour[to + 1] =
          data[texel + 1] * (wa * light[la + 1] + wb * light[lb + 1] + wc * light[lc + 1]) + shine;
        colour[to + 2] =
          data[texel + 2] * (wa * light[la + 2] + wb * light[lb + 2] + wc * light[lc + 2]) + shine;
      }
    }
  }
}
