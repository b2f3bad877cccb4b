import { Worker } from 'node:worker_threads';
import { jpegHead, pngSize, type PictureSize } from './picture-head';
import { UploadRefused } from './upload.errors';

/** The largest picture taken: more than any telephone makes by default, little enough to be unpacked in memory. */
export const mostMegapixels = 26;
const longestSide = 12_000;
const secondsToClean = 20;

/** A JPEG encoded anew and turned the right way up: position, camera and whatever else it carried stay behind. */
export async function cleanJpeg(bytes: Buffer, file: string): Promise<Buffer> {
  const head = jpegHead(bytes);
  requireSize(head, file);
  return inTurn(() => encodeAnew('jpeg', bytes, file, head!.orientation));
}

/** A PNG encoded anew. */
export async function cleanPng(bytes: Buffer, file: string): Promise<Buffer> {
  requireSize(pngSize(bytes), file);
  return inTurn(() => encodeAnew('png', bytes, file, 1));
}

function requireSize(size: PictureSize | null, file: string): void {
  if (!size || size.width === 0 || size.height === 0) throw new UploadRefused('PICTURE_UNREADABLE', { file });
  if (size.width > longestSide || size.height > longestSide || size.width * size.height > mostMegapixels * 1_000_000)
    throw new UploadRefused('PICTURE_TOO_LARGE', { file, megapixels: mostMegapixels });
}

let last: Promise<unknown> = Promise.resolve();

/** One picture at a time in a process: unpacked, each takes a hundred megabytes. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work);
  last = mine.catch(() => undefined);
  return mine;
}

/** In a thread of its own, with an end: a hostile picture stops nobody else. */
function encodeAnew(kind: 'jpeg' | 'png', bytes: Buffer, file: string, orientation: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const unreadable = () => reject(new UploadRefused('PICTURE_UNREADABLE', { file }));
    const worker = new Worker(`(${cleanInThread.toString()})(require('node:worker_threads'), require)`, {
      eval: true,
      env: {},
      workerData: { kind, bytes, orientation, modules: { jpeg: require.resolve('jpeg-js'), png: require.resolve('pngjs') } },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const timer = setTimeout(() => void worker.terminate().then(unreadable), secondsToClean * 1000);
    worker.once('message', (clean: Uint8Array) => resolve(Buffer.from(clean.buffer, clean.byteOffset, clean.byteLength)));
    worker.once('error', unreadable);
    worker.once('exit', (code) => (clearTimeout(timer), code !== 0 && unreadable()));
  });
}

/** Runs inside the thread, from its own text: it may use nothing of this file. */
function cleanInThread({ parentPort, workerData }: typeof import('node:worker_threads'), load: NodeJS.Require): void {
  const { kind, bytes, orientation, modules } = workerData;
  const from = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'png') {
    const { PNG } = load(modules.png);
    const { width, height, data } = PNG.sync.read(from, { checkCRC: true });
    parentPort!.postMessage(PNG.sync.write({ width, height, data }, { deflateLevel: 6 }));
    return;
  }
  const jpeg = load(modules.jpeg);
  const taken = jpeg.decode(from, { useTArray: true, formatAsRGBA: true, tolerantDecoding: false, maxMemoryUsageInMB: 1024 });
  const turned = orientation >= 5;
  const width = turned ? taken.height : taken.width;
  const height = turned ? taken.width : taken.height;
  const pixels = new Uint32Array(taken.data.buffer, taken.data.byteOffset, taken.width * taken.height);
  let upright = pixels;
  if (orientation > 1) {
    upright = new Uint32Array(width * height);
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        // Where in the picture as it was taken the pixel of the upright picture lies (EXIF 2.3, tag 274).
        const across = turned ? y : x;
        const down = turned ? x : y;
        const fromX = [2, 3, 7, 8].includes(orientation) ? taken.width - 1 - across : across;
        const fromY = [3, 4, 6, 7].includes(orientation) ? taken.height - 1 - down : down;
        upright[y * width + x] = pixels[fromY * taken.width + fromX]!;
      }
  }
  const data = Buffer.from(upright.buffer, upright.byteOffset, upright.byteLength);
  parentPort!.postMessage(jpeg.encode({ width, height, data }, 82).data);
}
