/* The values of a filter: which are listed, and what choosing one means for the others. */

/** @typedef {import("./address.js").FilterName} FilterName */
/** @typedef {import("./address.js").Filters} Filters */
/** @typedef {{value: string, label: string, count: number, parent?: string}} Choice */

/**
 * Places within a place are listed below it, once it is chosen or the only one.
 * @param {Choice[]} choices
 * @param {string[]} chosen
 * @returns {Choice[]}
 */
export function unfolded(choices, chosen) {
  /** @type {(one: Choice) => boolean} */
  const isOpen = (one) => chosen.includes(one.value) || choices.some((part) => part.parent === one.value && isOpen(part));
  const tops = choices.filter((each) => !each.parent);
  /** @type {(each: Choice) => Choice[]} */
  const withParts = (each) => {
    const parts = choices.filter((part) => part.parent === each.value);
    return [each, ...(tops.length === 1 || isOpen(each) ? parts.flatMap(withParts) : [])];
  };
  return tops.flatMap(withParts);
}

/**
 * Choose a value, or not any more. A place and one within it are not chosen together: the larger would make the smaller
 * say nothing.
 * @param {Filters} filters
 * @param {FilterName} name
 * @param {string} value
 * @param {boolean} chosen
 * @returns {Filters}
 */
export function changed(filters, name, value, chosen) {
  const stem = (/** @type {string} */ code) => code.replace(/(?:00)+$/u, "");
  const isRelated = (/** @type {string} */ other) =>
    name === "region" && (stem(other).startsWith(stem(value)) || stem(value).startsWith(stem(other)));
  const others = filters[name].filter((each) => each !== value && !(chosen && isRelated(each)));
  return { ...filters, [name]: chosen ? [...others, value] : others };
}
