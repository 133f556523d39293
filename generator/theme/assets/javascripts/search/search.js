/** One search, from the words to the groups that are shown. */

import { partOf, ranked, sifted } from "./candidates.js";
import { SearchError } from "./errors.js";
import { isListed } from "./query.js";
import { verified } from "./verify.js";

const BATCH = 10;
const FEW = 12; // reports beyond the page that are read too, so that the counts are exact
const ENOUGH_TRUE = 0.3; // below, more lists cost less than the texts that they spare

/**
 * @typedef {import("./segment.js").Segment} Segment
 * @typedef {import("./verify.js").Group} Group
 * @typedef {import("./facets.js").Sieve} Sieve
 * @typedef {object} Wish
 * @property {string[]} phrases normal forms, at least one
 * @property {import("./facets.js").Filters} filters
 * @property {number} limit
 * @property {number} offset
 * @property {"relevance" | "date"} sort
 * @property {boolean} facets
 * @property {() => void} check throws where the search was called off
 * @typedef {object} Found
 * @property {number} total passages
 * @property {number} reports
 * @property {boolean} exact
 * @property {Group[]} groups
 * @property {import("./facets.js").Facets} [facets]
 */

/**
 * @param {Segment[]} segments newest first
 * @param {() => Promise<{themes: [string, string][], roles: [string, string][]}>} loadNames
 * @param {Wish} wish
 * @returns {Promise<Found>}
 */
export async function find(segments, loadNames, wish) {
  for (let effort = 0; ; effort += 1) {
    const found = await look(segments, loadNames, wish, effort);
    if (found) return found;
  }
}

/**
 * @param {Segment[]} segments
 * @param {() => Promise<{themes: [string, string][], roles: [string, string][]}>} loadNames
 * @param {Wish} wish
 * @param {number} effort how many lists are asked
 * @returns {Promise<Found | null>} null where they let too many through that are none
 */
async function look(segments, loadNames, wish, effort) {
  const { phrases, sort } = wish;
  const [sieve, ...asked] = await Promise.all([
    sieveFor(segments, loadNames, wish),
    ...segments.map(async (segment) => {
      const matches = await Promise.all(phrases.map((phrase) => segment.match(phrase, effort)));
      return { segment, head: await segment.head(), matches };
    }),
  ]);
  wish.check();
  const isWhole = asked.every(({ matches }) => matches.every((match) => match.isWhole));
  const all = asked.map(({ segment, head, matches }) => partOf(segment, head, matches));
  const parts = sieve ? all.map((part) => sifted(part, (candidate) => sieve.take(candidate))) : all;
  const order = ranked(parts, sort);
  const reader = new Reader(order, wish, sieve);
  const isKnown = phrases.every(isListed);
  const read = isKnown ? await reader.page() : await reader.pages(isWhole);
  if (!read) return null;
  const facets = sieve && wish.facets ? sieve.facets() : undefined;
  return { ...read, ...(facets ? { facets } : {}) };
}

/**
 * @param {Segment[]} segments
 * @param {() => Promise<{themes: [string, string][], roles: [string, string][]}>} loadNames
 * @param {Wish} wish
 * @returns {Promise<Sieve | null>} null where nothing is to be sifted
 */
async function sieveFor(segments, loadNames, wish) {
  const values = Object.values(wish.filters).flat();
  if (!wish.facets && values.every((value) => value === undefined || value === "")) return null;
  const [{ Sieve }, names, ...columns] = await Promise.all([
    loadFacets(),
    loadNames(),
    ...segments.map((segment) => segment.columns()),
  ]);
  return new Sieve(wish.filters, new Map(segments.map((segment, index) => [segment, columns[index]])), names);
}

async function loadFacets() {
  try {
    return await import("./facets.js");
  } catch (error) {
    throw new SearchError("missing-chunk", `facets.js: ${error}`);
  }
}

/** Reads the texts of candidates in order, and tells of the whole from those that were read. */
class Reader {
  /**
   * @param {ReturnType<typeof ranked>} order
   * @param {Wish} wish
   * @param {Sieve | null} sieve
   */
  constructor(order, wish, sieve) {
    this.order = order;
    this.wish = wish;
    this.sieve = sieve;
  }

  /**
   * @param {number} start
   * @param {number} end
   * @returns {Promise<(Group | null)[]>}
   */
  async read(start, end) {
    const { phrases, check } = this.wish;
    const candidates = Array.from({ length: Math.max(0, end - start) }, (_, index) => this.order.at(start + index));
    const groups = await Promise.all(
      candidates.map((candidate) =>
        verified(candidate, phrases, (passage) => this.sieve?.wantsPassage(candidate.segment, passage) ?? true),
      ),
    );
    check();
    return groups;
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  promised(start, end) {
    let sum = 0;
    for (let at = start; at < end; at += 1) sum += this.order.count(at);
    return sum;
  }

  /**
   * The groups of a page by what was found in the texts, which may be less than the lists promised.
   * @param {Group[]} groups
   */
  sorted(groups) {
    if (this.wish.sort === "date") return groups;
    const rank = (/** @type {Group} */ group) => (group.inHeading ? 2 : 0) + (group.inOnePassage ? 1 : 0);
    return groups
      .map((group, index) => ({ group, index }))
      .sort(
        (one, other) =>
          rank(other.group) - rank(one.group) || other.group.count - one.group.count || one.index - other.index,
      )
      .map(({ group }) => group);
  }

  /** The page alone: the lists have said the rest. */
  async page() {
    const { offset, limit } = this.wish;
    /** @type {Group[]} */
    const groups = [];
    const end = Math.min(offset + limit, this.order.length);
    for (let at = offset; at < end; at += BATCH * 4) {
      for (const group of await this.read(at, Math.min(at + BATCH * 4, end))) if (group) groups.push(group);
    }
    return { total: this.promised(0, this.order.length), reports: this.order.length, exact: true, groups };
  }

  /**
   * The page and all before it: how many of the candidates before it are hits tells where it begins.
   * @param {boolean} isWhole nothing more can be asked of the lists
   */
  async pages(isWhole) {
    const { offset, limit } = this.wish;
    /** @type {Group[]} */
    const groups = [];
    let done = 0;
    let headings = 0;
    let hitsInHeadings = 0;
    while (done < this.order.length) {
      const missing = offset + limit - groups.length;
      if (missing <= 0 && this.order.length - done > FEW) break;
      const end = Math.min(this.order.length, done + Math.min(Math.max(missing, BATCH), BATCH * 4));
      for (const group of await this.read(done, end)) {
        if (group) groups.push(group);
        if (this.order.inHeading(done)) {
          headings += 1;
          if (group) hitsInHeadings += 1;
        }
        done += 1;
      }
      if (!isWhole && groups.length < done * ENOUGH_TRUE && done < this.order.length) return null;
    }
    const read = groups.reduce((sum, group) => sum + group.count, 0);
    const promised = this.promised(0, done);
    // Headings come first, and what stands in one is more often a hit: of those left as many are as of those read. Of the
    // passages of the others as many are hits as of all that were read; a report is one if any of its passages is.
    const share = promised ? read / promised : 1;
    let left = 0;
    for (let at = done; at < this.order.length; at += 1) {
      const isLikeRead = headings > 0 && this.order.inHeading(at);
      left += isLikeRead ? hitsInHeadings / headings : 1 - (1 - Math.min(1, share)) ** this.order.count(at);
    }
    const reports = groups.length + Math.round(left);
    const total = read + Math.round(this.promised(done, this.order.length) * share);
    return {
      total: done === this.order.length ? total : Math.max(total, reports),
      reports,
      exact: done === this.order.length,
      groups: this.sorted(groups.slice(offset, offset + limit)),
    };
  }
}
