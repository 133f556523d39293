/** Files of the index: fetched once, kept for a while, inflated with what the browser has. */

import { SearchError } from "./errors.js";

/** Bytes of a zlib stream before the dictionary: two for the stream, five for the stored block. */
export const OPENING = 7;
const KEPT_BYTES = 16 << 20;

/** @typedef {(address: string, options?: {cache?: "no-cache"}) => Promise<Response>} Fetch */

export class Store {
  /**
   * @param {URL} base
   * @param {Fetch} fetch
   * @param {number} texts how many texts are kept ready
   */
  constructor(base, fetch, texts) {
    this.base = base;
    this.fetch = fetch;
    this.texts = texts;
    /** @type {Map<string, Promise<any>>} oldest first */
    this.ready = new Map();
    /** @type {Map<string, {promise: Promise<Uint8Array>, size: number}>} oldest first */
    this.kept = new Map();
    this.size = 0;
    /** @type {Map<string, Promise<Uint8Array>>} */
    this.openings = new Map();
  }

  /**
   * The bytes of a file whose name never stands for other bytes.
   * @param {string} name
   * @returns {Promise<Uint8Array>}
   */
  bytes(name) {
    const known = this.kept.get(name);
    if (known) {
      this.kept.delete(name);
      this.kept.set(name, known);
      return known.promise;
    }
    const entry = { promise: this.load(name), size: 0 };
    this.kept.set(name, entry);
    entry.promise.then(
      (bytes) => this.count(entry, bytes.length),
      () => this.kept.delete(name),
    );
    return entry.promise;
  }

  /**
   * @param {{size: number}} entry
   * @param {number} size
   */
  count(entry, size) {
    entry.size = size;
    this.size += size;
    for (const [name, oldest] of this.kept) {
      if (this.size <= KEPT_BYTES || oldest === entry) break;
      this.kept.delete(name);
      this.size -= oldest.size;
    }
  }

  /**
   * @param {string} name
   * @param {{cache?: "no-cache"}} [options]
   * @returns {Promise<Uint8Array>}
   */
  async load(name, options) {
    let answer;
    let content;
    try {
      answer = await this.fetch(new URL(name, this.base).href, options);
      content = answer.ok ? await answer.arrayBuffer() : null;
    } catch (error) {
      throw new SearchError("offline", `${name}: ${error}`);
    }
    if (!content) throw new SearchError("missing-chunk", `${name}: ${answer.status}`);
    return new Uint8Array(content);
  }

  /**
   * What was made of a text lately, or make it.
   * @template T
   * @param {string} name
   * @param {() => Promise<T>} make
   * @returns {Promise<T>}
   */
  text(name, make) {
    const known = this.ready.get(name);
    const promise = known ?? make();
    this.ready.delete(name);
    this.ready.set(name, promise);
    if (!known) promise.catch(() => this.ready.delete(name));
    for (const oldest of this.ready.keys()) {
      if (this.ready.size <= this.texts) break;
      this.ready.delete(oldest);
    }
    return promise;
  }

  /**
   * The beginning of every text's zlib stream: the dictionary in a stored block.
   * @param {string} dictionary file name
   * @returns {Promise<Uint8Array>}
   */
  opening(dictionary) {
    const known = this.openings.get(dictionary);
    if (known) return known;
    const promise = this.inflated(dictionary).then((content) => {
      const size = content.length;
      const start = new Uint8Array(OPENING + size);
      start.set([0x78, 0x9c, 0, size & 255, size >> 8, ~size & 255, (~size >> 8) & 255]);
      start.set(content, OPENING);
      return start;
    });
    this.openings.set(dictionary, promise);
    promise.catch(() => this.openings.delete(dictionary));
    return promise;
  }

  /**
   * @param {string} name
   * @returns {Promise<Uint8Array>} of a compressed file, inflated
   */
  async inflated(name) {
    return inflate([await this.bytes(name)], name);
  }
}

/**
 * @param {Uint8Array[]} pieces of one zlib stream
 * @param {string} name for the error
 */
export async function inflate(pieces, name) {
  try {
    const stream = new Blob(/** @type {BlobPart[]} */ (pieces)).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    throw new SearchError("missing-chunk", `${name}: ${error}`);
  }
}

/**
 * Run what reads bytes of a file; bytes that cannot be read are a missing part.
 * @template T
 * @param {string} name
 * @param {() => T} read
 */
export function reading(name, read) {
  try {
    return read();
  } catch (error) {
    throw new SearchError("missing-chunk", `${name}: ${error}`);
  }
}
