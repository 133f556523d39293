/* The chosen filters, each with the way to take it back. */

import { FILTERS, countChosen, noFilters, writeAddress } from "./address.js";
import { element } from "./elements.js";
import { FILTER_NAMES } from "./filters.js";

/** @typedef {import("./address.js").FilterName} FilterName */
/** @typedef {import("./address.js").SearchState} SearchState */

/**
 * @param {SearchState} state
 * @param {(name: FilterName, value: string) => string} nameOf what a reader calls a value
 * @returns {Node[]} list items; none where nothing is chosen
 */
export function chosenChips(state, nameOf) {
  const chosen = FILTERS.flatMap((name) => state.filters[name].map((value) => ({ name, value })));
  const chips = chosen.map(({ name, value }) => {
    const rest = { ...state.filters, [name]: state.filters[name].filter((each) => each !== value) };
    const href = writeAddress({ ...state, filters: rest, page: 1 }) || "?";
    const text = nameOf(name, value);
    return element(
      "li",
      {},
      element(
        "a",
        { class: "gk-chip", href, "data-state": true },
        element("span", { class: "gk-unseen" }, `去掉筛选条件，${FILTER_NAMES[name]}：`),
        text,
        element("span", { class: "gk-chip-cross", "aria-hidden": "true" }, "×"),
      ),
    );
  });
  if (countChosen(state.filters) > 1) {
    const href = writeAddress({ ...state, filters: noFilters(), page: 1 }) || "?";
    chips.push(element("li", {}, element("a", { class: "gk-chips-clear", href, "data-state": true }, "全部去掉")));
  }
  return chips;
}
