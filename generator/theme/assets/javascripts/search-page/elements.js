/* Elements from values. Text becomes text and nothing else: no string of a document or an address is ever read as HTML. */

/**
 * Make an element.
 * @param {string} name tag name
 * @param {Record<string, string | boolean | number | undefined>} [attributes] `true` sets it empty; `false` and `undefined` leave it out
 * @param {...(Node | string | null | undefined)} children strings become text nodes; nothing is added for null
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * The pieces of an excerpt, marked ones as `<mark>`.
 * @param {import("./excerpt.js").Piece[]} pieces
 * @returns {(Node | string)[]}
 */
export function marked(pieces) {
  return pieces.map((piece) => (piece.marked ? element("mark", {}, piece.text) : piece.text));
}
