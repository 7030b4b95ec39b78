/** Cells that do not end by themselves, of all kinds that the stop soak draws from. Each may be run again and again. */
export const stoppedCells: Readonly<Record<string, string>> = {
  "a loop": "for (;;) {}",
  "a loop that computes": "let sum = 0; for (let i = 0; ; i = (i + 1) % 1e6) sum += Math.sqrt(i);",
  "a loop after an await": "await null; for (;;) {}",
  "a loop after a timer": "await new Promise((next) => setTimeout(next, 5)); for (;;) {}",
  "a loop after several timers":
    "for (let i = 0; i < 5; i++) setTimeout(() => {}, 5); await new Promise((next) => setTimeout(next, 5)); for (;;) {}",
  "a loop in finally": "try { for (;;) {} } finally { for (let i = 0; i < 3; i++) {} }",
  "a loop that catches all": "for (;;) { try { for (let i = 0; i < 1e4; i++) {} } catch {} }",
  "an async loop": "for (;;) await new Promise((next) => setTimeout(next, 1))",
  "an async loop over immediates": "for (;;) await new Promise((next) => setImmediate(next))",
  "a loop of timers as promises":
    "const { setTimeout: later } = require('node:timers/promises'); for (;;) await later(1)",
  "a storm of microtasks": "for (;;) await null",
  "a storm of queueMicrotask":
    "const again = () => queueMicrotask(again); again(); await new Promise(() => {})",
  "a storm of ticks": "const tick = () => process.nextTick(tick); tick(); await new Promise(() => {})",
  "a loop in a timer": "setTimeout(() => { for (;;) {} }, 1); await new Promise(() => {})",
  "a loop in an interval among others":
    "for (let i = 0; i < 5; i++) setInterval(() => {}, 1); setInterval(() => { for (;;) {} }, 1); await new Promise(() => {})",
  "a loop in one of several immediates":
    "for (let i = 0; i < 9; i++) setImmediate(i === 4 ? () => { for (;;) {} } : () => {}); await new Promise(() => {})",
  "a loop among cleared immediates":
    "const some: NodeJS.Immediate[] = []; for (let i = 0; i < 9; i++) some.push(setImmediate(() => { if (i === 0) { some.slice(1).forEach(clearImmediate); for (;;) {} } })); await new Promise(() => {})",
  "a loop in a tick": "process.nextTick(() => { for (;;) {} }); await new Promise(() => {})",
  "a loop in a microtask": "queueMicrotask(() => { for (;;) {} }); await new Promise(() => {})",
  "a loop after reading a file":
    "require('node:fs').readFile(process.execPath, () => { for (;;) {} }); await new Promise(() => {})",
  "a loop in a listener of an event":
    "const bus = new (require('node:events') as typeof import('node:events').EventEmitter)(); bus.on('x', () => { for (;;) {} }); bus.emit('x')",
  "a loop of JSON":
    "const big = Array.from({ length: 1e4 }, (_, i) => ({ i })); for (;;) JSON.parse(JSON.stringify(big))",
  "a regular expression that is stuck": "/^(a+)+$/.test('a'.repeat(40) + 'b')",
  "a sort that compares without end":
    "for (;;) Array.from({ length: 1e5 }, Math.random).sort((a, b) => a - b)",
  "an endless callback of a sort": "[3, 2, 1].sort(() => { for (;;) {} })",
  "a generator without end": "function* all() { for (let i = 0; ; i++) yield i; } for (const _ of all());",
  "an async generator": "async function* all() { for (;;) yield 1; } for await (const _ of all());",
  "a getter that loops": "const it = { get value(): number { for (;;) {} } }; it.value",
  "a value whose inspection loops":
    "console.log({ [Symbol.for('nodejs.util.inspect.custom')]() { for (;;) {} } })",
  "a replacer that loops": "JSON.stringify({ a: 1 }, () => { for (;;) {} })",
  "a loop in a listener of the stop":
    "signal.addEventListener('abort', () => { for (;;) {} }); await new Promise(() => {})",
  "a loop once it is stopped":
    "try { await new Promise((_, no) => signal.addEventListener('abort', no)); } catch { for (;;) {} }",
  "code from text": "new Function('for (;;) {}')()",
  "an import without end": "const from: string = 'data:text/javascript,for (;;) {}'; await import(from)",
  "an import that waits":
    "const from: string = 'data:text/javascript,await new Promise(() => setInterval(() => {}, 1000))'; await import(from)",
  "a child process":
    "await new Promise((end) => require('node:child_process').spawn('sleep', ['600']).on('exit', end))",
  "a child process awaited in one call": "require('node:child_process').execSync('sleep 600')",
  "a worker":
    "await new Promise((end) => new (require('node:worker_threads').Worker)('for (;;) {}', { eval: true }).on('exit', end))",
  "a wait for memory": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)",
  "a wait for memory, with a limit": "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600_000)",
  "a loop of short waits": "for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 7)",
  "a wait for memory in a promise":
    "await (Atomics as any).waitAsync(new Int32Array(new SharedArrayBuffer(4)), 0, 0).value",
  "a stream without end":
    "const { Readable } = require('node:stream') as typeof import('node:stream'); for await (const _ of new Readable({ read() { this.push('x'); } }));",
  "a compression without end":
    "const zlib = require('node:zlib'); for (;;) zlib.gzipSync(Buffer.alloc(1 << 16))",
  "printing without end": "for (;;) console.log('x'.repeat(1000))",
  "printing now and then": "for (;;) { console.log('x'); await new Promise((next) => setTimeout(next, 1)); }",
  "a promise that never settles": "await new Promise(() => {})",
  "a loop of tfjs": "const one = tf.scalar(1); for (;;) tf.tidy(() => one.add(one).dataSync())",
  "a training":
    "await aen.train(aen.model('tiny'), clips, { epochs: 100_000, batch: 7, record: false, pretraining: { epochs: 1 } })",
  "an ablation":
    "await aen.ablate({ model: 'tiny', training: { epochs: 100_000, pretraining: { epochs: 1 } } }, { data: clips.split({ by: 'identity', test: 0.5, seed: 1 }), arms: aen.arms.withoutEach('energy'), seeds: 1, record: false })",
};

/** Runs once in a kernel, before its first stop. */
export const before =
  "const clips = await aen.clips.synthetic({ perEmotion: 4, identities: 2, frames: 4, size: 32, seed: 1 });";
