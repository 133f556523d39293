/*
 * The report's page: citations get the day and the address, copies go to the clipboard, and the link of a section or passage
 * opens a menu to copy it. Without scripts the links work as links and the citations stand to be selected.
 */

import { copy, fillCitation, ownAddress, today } from "./report/citation.js";
import { openMenuAt } from "./report/here-menu.js";

const TOLD_MILLISECONDS = 2500;

/** @param {HTMLElement} cite the part of the page that holds the citations */
function prepareCitations(cite) {
  const address = ownAddress(cite);
  fillCitation(cite, { day: today(new Date()), address });
  for (const row of document.querySelectorAll("[data-gk-own-address]")) {
    const place = row.querySelector("dd");
    if (!address || !place || !(row instanceof HTMLElement)) continue;
    place.textContent = address;
    row.hidden = false;
  }
  for (const button of cite.querySelectorAll("[data-gk-copies]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const source = document.getElementById(button.dataset.gkCopies ?? "");
      button.textContent = source && (await copy(source.textContent ?? "")) ? "已复制" : "未能复制，请选中后复制";
      setTimeout(() => { button.textContent = label; }, TOLD_MILLISECONDS);
    });
  }
}

/** @param {HTMLElement} text the official text @param {HTMLElement | null} cite */
function prepareLinks(text, cite) {
  text.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.here") : null;
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!openMenuAt(link, cite)) return; // a browser without popovers follows the link
    event.preventDefault();
    history.replaceState(history.state, "", link.hash);
  });
}

const text = document.querySelector(".official-text"), cite = document.querySelector(".gk-cite");
if (cite instanceof HTMLElement) prepareCitations(cite);
if (text instanceof HTMLElement) prepareLinks(text, cite instanceof HTMLElement ? cite : null);
for (const button of document.querySelectorAll("[data-gk-print]")) {
  if (button.parentElement) button.parentElement.hidden = false;
  button.addEventListener("click", () => print());
}
