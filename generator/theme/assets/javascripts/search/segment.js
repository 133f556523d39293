/** One segment of the index: which of its reports may hold a word, and their texts. */

import { hashOf, intersect, readList, readTable, readVarint, seek } from "./lists.js";
import { normalise } from "./normalise.js";
import { keysOf } from "./query.js";
import { OPENING, inflate, reading } from "./store.js";

const SHORT_LISTS = 3;
/** All lists are asked. */
export const MOST_EFFORT = 2;

/**
 * @typedef {import("./lists.js").List} List
 * @typedef {import("./lists.js").Row} Row
 * @typedef {import("./query.js").Key} Key
 * @typedef {{name: string, reports: number, leaves: number, passages: number, chunks: number}} Entry from the manifest
 * @typedef {object} Head
 * @property {Uint32Array} firstPassage of each leaf, and the end of the last
 * @property {Uint32Array} reportOf each leaf
 * @property {Uint32Array} firstLeaf of each report, and the end of the last
 * @property {Map<number, Row & {number: number}>} long lists with files of their own, the shortest first
 * @typedef {object} Match where a word may stand
 * @property {boolean} isFine `places` are passages, else leaves
 * @property {List} list
 * @property {boolean} isWhole every list of the word was asked
 * @typedef {object} Columns what filters look at
 * @property {[id: string, name: string, code: string, names: string[]][]} agencies
 * @property {[id: string, name: string][]} types
 * @property {[themes: string[], roles: string[]][]} labels
 * @property {number[]} agency of each report
 * @property {number[]} type
 * @property {number[]} year
 * @property {Uint32Array} passages number of each passage's labels
 * @typedef {[anchor: string, label: string, headingEnd: number, text: string]} Passage
 * @typedef {object} About
 * @property {string} id
 * @property {string} uri
 * @property {string} title
 * @property {string} agency
 * @property {number | null} year
 * @property {string} date
 * @property {string} type
 * @property {string} fold
 * @typedef {object} Leaf
 * @property {number} firstPassage number of its first passage in the segment
 * @property {About} about the report
 * @property {Passage[]} passages
 * @property {string[]} normals their normal forms
 * @property {Map<string, string>} fold
 */

export class Segment {
  /**
   * @param {Entry} entry
   * @param {import("./store.js").Store} store
   * @param {string} dictionary name of the file
   * @param {number} before reports in newer segments
   */
  constructor(entry, store, dictionary, before) {
    this.entry = entry;
    this.store = store;
    this.dictionary = dictionary;
    this.before = before;
    /** @type {Promise<Head> | undefined} */
    this.headPromise = undefined;
    /** @type {Head | undefined} */
    this.loadedHead = undefined;
  }

  /** @returns {Promise<Head>} */
  head() {
    if (!this.headPromise) {
      this.headPromise = this.loadHead();
      this.headPromise.catch(() => {
        this.headPromise = undefined;
      });
    }
    return this.headPromise;
  }

  async loadHead() {
    const name = `${this.entry.name}/head.bin`;
    const bytes = await this.store.inflated(name);
    this.loadedHead = reading(name, () => readHead(bytes, this.entry));
    return this.loadedHead;
  }

  /**
   * The list of a key; null where nothing holds it.
   * @param {Key} key
   * @returns {Promise<List | null>}
   */
  async list(key) {
    const hash = hashOf(key.key);
    const long = (await this.head()).long.get(hash);
    if (long) {
      const name = `${this.entry.name}/long/${long.number}.bin`;
      const bytes = await this.store.bytes(name);
      return reading(name, () => readList(bytes, { ...long, at: 0 }, 0));
    }
    const name = `${this.entry.name}/lists/${Math.floor((hash * this.entry.chunks) / 2 ** 32)}.bin`;
    const bytes = await this.store.bytes(name);
    return reading(name, () => {
      const cursor = { at: 0 };
      const row = readTable(bytes, cursor).get(hash);
      return row ? readList(bytes, row, cursor.at) : null;
    });
  }

  /**
   * Where a word may stand: everywhere where it does stand, and where its lists cannot tell.
   * @param {string} normal
   * @param {number} effort 0: the lists that are likely to be enough; more: more of them; `MOST_EFFORT`: all
   * @returns {Promise<Match>}
   */
  async match(normal, effort) {
    const head = await this.head();
    const keys = Array.from(new Map(keysOf(normal).map((key) => [key.key, key])).values());
    const chosen = choose(keys, head, effort);
    const lists = await Promise.all(chosen.map((key) => this.list(key)));
    const isFine = keys.some((key) => !key.isCoarse);
    const isWhole = chosen.length === keys.length;
    if (lists.some((list) => !list)) return { isFine, list: nothing(), isWhole: true };
    const found = lists.map((list, index) => ({ list: /** @type {List} */ (list), isCoarse: chosen[index].isCoarse }));
    const own = found.filter((each) => each.isCoarse !== isFine).map((each) => each.list);
    own.sort((one, other) => one.places.length - other.places.length);
    let list = own.reduce(intersect);
    if (isFine) {
      for (const each of found) if (each.isCoarse) list = withinLeaves(list, each.list, head);
    }
    return { isFine, list, isWhole };
  }

  /** @returns {Promise<Columns>} */
  async columns() {
    const names = [`${this.entry.name}/reports.bin`, `${this.entry.name}/passages.bin`];
    const [told, numbers] = await Promise.all(names.map((name) => this.store.inflated(name)));
    return reading(names[0], () => {
      const view = new DataView(numbers.buffer, numbers.byteOffset, numbers.byteLength);
      const passages = Uint32Array.from({ length: numbers.length / 4 }, (_, index) => view.getUint32(index * 4, true));
      return { ...JSON.parse(new TextDecoder().decode(told)), passages };
    });
  }

  /**
   * Numbers of the passages of a leaf; the head must have been loaded.
   * @param {number} leaf
   * @returns {[start: number, end: number]}
   */
  passagesOf(leaf) {
    const { firstPassage } = /** @type {Head} */ (this.loadedHead);
    return [firstPassage[leaf], firstPassage[leaf + 1]];
  }

  /**
   * @param {number} number
   * @returns {Promise<Leaf>}
   */
  leaf(number) {
    const name = `${this.entry.name}/texts/${number}.bin`;
    return this.store.text(name, () => this.loadLeaf(number, name));
  }

  /**
   * @param {number} number
   * @param {string} name
   * @returns {Promise<Leaf>}
   */
  async loadLeaf(number, name) {
    const [start, content, head] = await Promise.all([this.store.opening(this.dictionary), this.store.bytes(name), this.head()]);
    const bytes = await inflate([start, content], name);
    return reading(name, () => {
      const text = new TextDecoder("utf-16le").decode(bytes.subarray(start.length - OPENING));
      /** @type {[About, Passage[]]} */
      const [about, passages] = JSON.parse(text);
      const characters = Array.from(about.fold);
      /** @type {Map<string, string>} */
      const fold = new Map();
      for (let at = 0; at < characters.length; at += 2) fold.set(characters[at], characters[at + 1]);
      const normals = passages.map((passage) => normalise(passage[3], fold));
      return { firstPassage: head.firstPassage[number], about, passages, normals, fold };
    });
  }
}

/** @returns {List} */
const nothing = () => ({ places: new Uint32Array(0), heads: new Uint8Array(0) });

/**
 * @param {Uint8Array} bytes
 * @param {Entry} entry
 * @returns {Head}
 */
function readHead(bytes, entry) {
  const cursor = { at: 0 };
  const leaves = readVarint(bytes, cursor);
  const firstPassage = new Uint32Array(leaves + 1);
  const reportOf = new Uint32Array(leaves);
  const firstLeaf = new Uint32Array(entry.reports + 1);
  let report = -1;
  for (let leaf = 0; leaf < leaves; leaf += 1) {
    const value = readVarint(bytes, cursor);
    if (value % 2 === 0) firstLeaf[(report += 1)] = leaf;
    reportOf[leaf] = report;
    firstPassage[leaf + 1] = firstPassage[leaf] + Math.floor(value / 2);
  }
  firstLeaf[entry.reports] = leaves;
  const rows = Array.from(readTable(bytes, cursor), ([hash, row], number) => ({ hash, row: { ...row, number } }));
  rows.sort((one, other) => one.row.size - other.row.size);
  return { firstPassage, reportOf, firstLeaf, long: new Map(rows.map(({ hash, row }) => [hash, row])) };
}

/**
 * Lists that are likely to be enough: numbers, short ones spread over the word, bridges, the shortest of the long ones. What is
 * shown is looked up in the texts anyway; more lists are asked when that shows that too many were let through.
 * @param {Key[]} keys all of the word
 * @param {Head} head
 * @param {number} effort 0, 1, or 2 for all
 */
function choose(keys, head, effort) {
  const fine = keys.filter((key) => !key.isCoarse);
  if (effort >= MOST_EFFORT || !fine.length) return keys;
  const size = (/** @type {Key} */ key) => head.long.get(hashOf(key.key))?.size ?? 0;
  const numbers = fine.filter((key) => key.isNumber && !size(key)).slice(0, 1 + effort);
  const short = fine.filter((key) => !key.isNumber && !size(key));
  const long = fine.filter(size).sort((one, other) => size(one) - size(other));
  const bridges = keys.filter((key) => key.isBridge && !size(key));
  const some = SHORT_LISTS * (effort + 1);
  const rest = some - numbers.length;
  const step = (/** @type {number} */ index) => Math.floor((index * rest) / short.length);
  const spread = [...numbers, ...short.filter((_, index) => short.length <= rest || step(index) !== step(index - 1))];
  const helping = effort || spread.length < 2 ? bridges.slice(0, some) : [];
  const enough = 2 + effort - Math.min(2, spread.length + helping.length);
  return [...spread, ...helping, ...long.slice(0, Math.max(enough, spread.length ? 0 : 1))];
}

/**
 * The passages that stand in one of the leaves.
 * @param {List} passages
 * @param {List} leaves
 * @param {Head} head
 * @returns {List}
 */
function withinLeaves(passages, leaves, head) {
  const kept = [];
  let at = 0;
  for (const leaf of leaves.places) {
    at = seek(passages.places, head.firstPassage[leaf], at);
    for (; at < passages.places.length && passages.places[at] < head.firstPassage[leaf + 1]; at += 1) kept.push(at);
  }
  return {
    places: Uint32Array.from(kept, (index) => passages.places[index]),
    heads: Uint8Array.from(kept, (index) => passages.heads[index]),
  };
}
