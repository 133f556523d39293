/* Filters: a group of check boxes for each property, with the number of reports that each value would leave. */

import { FILTERS } from "./address.js";
import { unfolded } from "./choices.js";
import { element } from "./elements.js";
import { number } from "./wording.js";

/** @typedef {import("./address.js").FilterName} FilterName */
/** @typedef {import("./address.js").Filters} Filters */
/** @typedef {import("./choices.js").Choice} Choice */
/** @typedef {Partial<Record<FilterName, Choice[]>>} Facets */

/** @type {Record<FilterName, string>} */
export const FILTER_NAMES = { region: "地区", agency: "机关", year: "年度", type: "文种", theme: "主题", role: "法定内容" };
const SHOWN = 6; // values before 更多
const NARROWED_FROM = 20; // from so many values on, a field to find one by its name
const MOST = 200; // check boxes in one group

/** Keeps what the reader has opened, from one result to the next. */
export class FilterPanel {
  /**
   * @param {HTMLElement} place is filled
   * @param {(name: FilterName, value: string, chosen: boolean) => void} onChange
   */
  constructor(place, onChange) {
    this.place = place;
    this.onChange = onChange;
    /** @type {Set<string>} */
    this.closed = new Set();
    /** @type {Set<string>} */
    this.expanded = new Set();
    /** @type {Map<string, string>} */
    this.narrowed = new Map();
    /** @type {Map<string, string>} */
    this.names = new Map();
  }

  /**
   * Show the values of a result; the focus stays on the same box.
   * @param {Facets} facets
   * @param {Filters} chosen
   */
  show(facets, chosen) {
    const focused = this.place.contains(document.activeElement) ? document.activeElement?.getAttribute("data-key") : null;
    for (const name of FILTERS) for (const each of facets[name] ?? []) this.names.set(`${name}=${each.value}`, each.label);
    this.place.replaceChildren(...FILTERS.map((name) => this.group(name, facets[name] ?? [], chosen[name])).filter((made) => made !== null));
    if (focused) {
      /** @type {HTMLElement | null} */
      const again = this.place.querySelector(`[data-key="${CSS.escape(focused)}"]`);
      again?.focus({ preventScroll: true });
    }
  }

  /**
   * @param {FilterName} name
   * @param {string} value
   * @returns {string} what a reader calls it
   */
  nameOf(name, value) {
    return this.names.get(`${name}=${value}`) ?? value;
  }

  /**
   * @param {FilterName} name
   * @param {Choice[]} choices
   * @param {string[]} chosen
   * @returns {HTMLElement | null} null where there is nothing to choose
   */
  group(name, choices, chosen) {
    const offered = new Set(choices.map((each) => each.value));
    const gone = chosen.filter((value) => !offered.has(value)).map((value) => ({ value, label: this.nameOf(name, value), count: 0 }));
    const all = [...gone, ...unfolded(choices, chosen)];
    if (!all.length) return null;
    const title = FILTER_NAMES[name];
    const note = chosen.length ? element("span", { class: "gk-facet-chosen" }, `已选 ${chosen.length}`) : null;
    const list = element("ul", {});
    const fields = element("fieldset", {}, element("legend", { class: "gk-unseen" }, title), list);
    const fill = () => list.replaceChildren(...this.boxes(name, all, chosen));
    fill();
    if (all.length > NARROWED_FROM) list.before(this.narrowing(name, title, fill));
    if (all.length > SHOWN && !this.expanded.has(name)) fields.append(this.moreButton(name, title, all.length, fill));
    const folder = element("details", { class: "gk-facet", open: !this.closed.has(name) }, element("summary", {}, title, note), fields);
    folder.addEventListener("toggle", () => {
      if (/** @type {HTMLDetailsElement} */ (folder).open) this.closed.delete(name);
      else this.closed.add(name);
    });
    return folder;
  }

  /**
   * @param {FilterName} name
   * @param {Choice[]} all
   * @param {string[]} chosen
   * @returns {Node[]}
   */
  boxes(name, all, chosen) {
    const words = this.narrowed.get(name)?.trim() ?? "";
    const found = words ? all.filter((each) => each.label.includes(words) || chosen.includes(each.value)) : all;
    if (words || this.expanded.has(name)) return found.slice(0, MOST).map((each) => this.box(name, each, chosen));
    // What is chosen is never out of sight.
    const first = found.slice(0, SHOWN);
    return [...found.slice(SHOWN).filter((each) => chosen.includes(each.value)), ...first].map((each) => this.box(name, each, chosen));
  }

  /**
   * @param {FilterName} name
   * @param {Choice} choice
   * @param {string[]} chosen
   * @returns {HTMLElement}
   */
  box(name, choice, chosen) {
    const box = /** @type {HTMLInputElement} */ (
      element("input", { type: "checkbox", name, value: choice.value, "data-key": `${name}=${choice.value}` })
    );
    box.checked = chosen.includes(choice.value);
    box.addEventListener("change", () => this.onChange(name, choice.value, box.checked));
    const count = element("span", { class: "gk-facet-count" }, number(choice.count), element("span", { class: "gk-unseen" }, " 份"));
    return element("li", choice.parent ? { class: "gk-facet-part" } : {}, element("label", {}, box, element("span", { class: "gk-facet-name" }, choice.label), count));
  }

  /**
   * @param {FilterName} name
   * @param {string} title
   * @param {number} all
   * @param {() => void} fill
   * @returns {HTMLElement}
   */
  moreButton(name, title, all, fill) {
    const button = element("button", { type: "button", class: "gk-plain", "data-key": `${name}+` }, `全部 ${number(all)} 个${title}`);
    button.addEventListener("click", () => {
      this.expanded.add(name);
      const list = button.previousElementSibling;
      fill();
      button.remove();
      /** @type {HTMLElement | null | undefined} */
      const next = list?.querySelectorAll("input")[SHOWN];
      next?.focus();
    });
    return button;
  }

  /**
   * @param {FilterName} name
   * @param {string} title
   * @param {() => void} fill
   * @returns {HTMLElement}
   */
  narrowing(name, title, fill) {
    const field = /** @type {HTMLInputElement} */ (
      element("input", { type: "text", class: "gk-facet-find", "aria-label": `在${title}中查找`, placeholder: `查找${title}`, "data-key": `${name}?` })
    );
    field.value = this.narrowed.get(name) ?? "";
    field.addEventListener("input", () => {
      this.narrowed.set(name, field.value);
      fill();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    return field;
  }
}
