/* The menu of a section's or passage's link: copy the link, copy the citation, see the passages on the same theme. */

import { copy, fillCitation, ownAddress, today } from "./citation.js";

const MARGIN = 8;

/** @type {HTMLElement | null} */
let menu = null;

/**
 * @param {HTMLAnchorElement} link
 * @param {HTMLElement | null} cite the part of the page that holds the citations
 * @returns {boolean} false where the browser cannot show it
 */
export function openMenuAt(link, cite) {
  if (!("showPopover" in HTMLElement.prototype)) return false;
  if (menu?.matches(":popover-open")) menu.hidePopover();
  menu = makeMenu(link, cite);
  // In the page's content and outside the official text.
  (document.querySelector(".md-content__inner") ?? document.body).append(menu);
  const opened = menu;
  const isClosing = (/** @type {Event} */ event) => /** @type {ToggleEvent} */ (event).newState === "closed";
  // Before and not after: `toggle` comes late, and the key that closes the menu would leave the link in sight meanwhile.
  opened.addEventListener("beforetoggle", (event) => {
    if (!isClosing(event)) return;
    if (opened.contains(document.activeElement) || document.activeElement === document.body) link.focus({ preventScroll: true });
    link.classList.remove("is-open");
  });
  opened.addEventListener("toggle", (event) => isClosing(event) && opened.remove());
  link.classList.add("is-open"); // in sight as long as the menu is, so that it can take the focus back
  opened.showPopover();
  place(opened, link.getBoundingClientRect());
  opened.querySelector("button")?.focus({ preventScroll: true });
  return true;
}

/** @param {HTMLAnchorElement} link @param {HTMLElement | null} cite */
function makeMenu(link, cite) {
  const address = (cite ? ownAddress(cite) : "") || location.href.split("#")[0];
  const made = document.createElement("div");
  made.className = "gk-here-menu";
  made.popover = "auto";
  made.setAttribute("role", "dialog");
  made.setAttribute("aria-label", link.getAttribute("aria-label") ?? "");
  const told = document.createElement("div");
  told.setAttribute("role", "status");
  const name = Object.assign(document.createElement("p"), { textContent: wordsOf(link) });
  const row = document.createElement("div");
  const button = (/** @type {string} */ label, /** @type {() => string} */ text) => {
    const one = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    one.addEventListener("click", async () => {
      const copied = text();
      told.textContent = (await copy(copied)) ? `已复制：${copied}` : `未能复制，请自行选中：${copied}`;
    });
    row.append(one);
  };
  button("复制链接", () => address + link.hash);
  const standard = cite?.querySelector("#cite-standard");
  if (standard) {
    button("复制引文", () => {
      const copied = /** @type {Element} */ (standard.cloneNode(true));
      fillCitation(copied, { day: today(new Date()), address: address + link.hash });
      return copied.textContent ?? "";
    });
  }
  const same = link.parentElement?.querySelector(".see-also");
  if (same instanceof HTMLAnchorElement) {
    const others = Object.assign(document.createElement("a"), { href: same.hash, textContent: same.getAttribute("aria-label") });
    others.addEventListener("click", () => made.hidePopover());
    row.append(others);
  }
  made.append(name, row, told);
  return made;
}

/**
 * @param {HTMLAnchorElement} link
 * @returns {string} the first words of what it leads to
 */
function wordsOf(link) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const words = (target?.textContent ?? "").replace(/\s+/gu, "");
  return words.length > 24 ? `${words.slice(0, 24)}……` : words;
}

/**
 * Beside its link, and with the page from there on: the page may still be scrolling to the link that Tab has reached.
 * @param {HTMLElement} made
 * @param {DOMRect} at the link's place in the window
 */
function place(made, at) {
  const { width, height } = made.getBoundingClientRect();
  const below = at.bottom + MARGIN + height < innerHeight;
  const left = Math.max(MARGIN, Math.min(at.left, document.documentElement.clientWidth - width - MARGIN));
  made.style.left = `${left + scrollX}px`;
  made.style.top = `${scrollY + (below ? at.bottom + 4 : Math.max(MARGIN, at.top - height - 4))}px`;
}
