/** Reading lists (see generator/search/lists.py and chunks.py for the bytes) and working with them. */

/**
 * @typedef {{count: number, heads: number, at: number, size: number}} Row a list in a chunk
 * @typedef {{places: Uint32Array, heads: Uint8Array}} List rising places, and for each whether it is in a heading
 */

/** @param {number} key */
export const hashOf = (key) => Math.imul(key, 0x9e3779b1) >>> 0;

/**
 * @param {Uint8Array} bytes
 * @param {{at: number}} cursor
 */
export function readVarint(bytes, cursor) {
  let value = 0;
  let scale = 1;
  for (;;) {
    if (cursor.at >= bytes.length) throw new RangeError("cut short");
    const byte = bytes[cursor.at++];
    value += (byte & 127) * scale;
    if (byte < 128) return value;
    scale *= 128;
  }
}

/**
 * Read a table of lists.
 * @param {Uint8Array} bytes
 * @param {{at: number}} cursor is moved behind the table
 * @returns {Map<number, Row>} hash -> row; `at` counts from the end of the table
 */
export function readTable(bytes, cursor) {
  /** @type {Map<number, Row>} */
  const rows = new Map();
  let hash = 0;
  let at = 0;
  for (let left = readVarint(bytes, cursor); left > 0; left -= 1) {
    hash += readVarint(bytes, cursor);
    const counted = readVarint(bytes, cursor);
    const size = readVarint(bytes, cursor);
    const heads = counted % 2 ? readVarint(bytes, cursor) : 0;
    rows.set(hash, { count: Math.floor(counted / 2), heads, at, size });
    at += size;
  }
  return rows;
}

/**
 * @param {Uint8Array} bytes
 * @param {Row} row
 * @param {number} base what `row.at` counts from
 * @returns {List}
 */
export function readList(bytes, row, base) {
  const start = base + row.at;
  const code = bytes.subarray(start, start + row.size);
  if (code.length < row.size) throw new RangeError("cut short");
  const cursor = { at: 0 };
  const places = readRun(code, cursor, row.count);
  const heads = new Uint8Array(row.count);
  if (row.heads) for (const ordinal of readRun(code, cursor, row.heads)) heads[ordinal] = 1;
  return { places, heads };
}

/**
 * @param {Uint8Array} code
 * @param {{at: number}} cursor in bits
 * @param {number} count
 */
function readRun(code, cursor, count) {
  const numbers = new Uint32Array(count);
  const shift = readBits(code, cursor.at, 5);
  let at = cursor.at + 5;
  for (let index = 0; index < count; index += 1) {
    let zeros = 0;
    let rest = code[at >> 3] >> (at & 7);
    if (rest === 0) {
      zeros = 8 - (at & 7);
      let byte = (at >> 3) + 1;
      while (code[byte] === 0) {
        byte += 1;
        zeros += 8;
      }
      if (byte >= code.length) throw new RangeError("cut short");
      rest = code[byte];
    }
    zeros += 31 - Math.clz32(rest & -rest);
    numbers[index] = zeros;
    at += zeros + 1;
  }
  const scale = 2 ** shift;
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    last += 1 + numbers[index] * scale + (shift ? readBits(code, at, shift) : 0);
    numbers[index] = last;
    at += shift;
  }
  cursor.at = at;
  return numbers;
}

/**
 * @param {Uint8Array} code
 * @param {number} at
 * @param {number} bits at most 31
 */
function readBits(code, at, bits) {
  let byte = at >> 3;
  let value = code[byte] >> (at & 7);
  for (let have = 8 - (at & 7); have < bits; have += 8) {
    byte += 1;
    value += code[byte] * 2 ** have;
  }
  return value % 2 ** bits;
}

/**
 * What is in both; in a heading where it is in both.
 * @param {List} one
 * @param {List} other
 * @returns {List}
 */
export function intersect(one, other) {
  const [few, many] = one.places.length <= other.places.length ? [one, other] : [other, one];
  const places = new Uint32Array(few.places.length);
  const heads = new Uint8Array(few.places.length);
  let found = 0;
  let at = 0;
  for (let index = 0; index < few.places.length; index += 1) {
    at = seek(many.places, few.places[index], at);
    if (many.places[at] !== few.places[index]) continue;
    places[found] = few.places[index];
    heads[found] = few.heads[index] & many.heads[at];
    found += 1;
  }
  return { places: places.subarray(0, found), heads: heads.subarray(0, found) };
}

/**
 * The first index from `at` on whose number is not below `wanted`, by steps that double and then halve.
 * @param {Uint32Array} numbers
 * @param {number} wanted
 * @param {number} at
 */
export function seek(numbers, wanted, at) {
  let step = 1;
  let low = at;
  while (at < numbers.length && numbers[at] < wanted) {
    low = at + 1;
    at += step;
    step *= 2;
  }
  let high = Math.min(at, numbers.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
