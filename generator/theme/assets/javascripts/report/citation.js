/* Citations: what only the reader's browser knows, the day and the address; and copying. */

/**
 * @param {Date} now
 * @returns {string} the reader's own day, `2024-03-09` (GB/T 7408)
 */
export function today(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * @param {HTMLElement} cite its `data-address` is the page's address where the site knows it
 * @returns {string} without question and anchor; empty for a file on the reader's own disk
 */
export function ownAddress(cite) {
  const known = cite.dataset.address;
  if (known) return known;
  return location.protocol.startsWith("http") ? location.origin + location.pathname : "";
}

/**
 * Put day and address into their places; an empty one leaves the words that stand there.
 * @param {ParentNode} within
 * @param {{day: string, address: string}} known
 */
export function fillCitation(within, known) {
  for (const place of within.querySelectorAll("[data-cite]")) {
    const value = place.getAttribute("data-cite") === "day" ? known.day : known.address;
    if (!value) continue;
    place.textContent = value;
    place.classList.add("is-filled");
  }
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard now
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text); // a page without https has no clipboard of its own
  }
}

/** @param {string} text */
function copyBySelection(text) {
  const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  field.style.position = "fixed";
  field.style.opacity = "0";
  const focused = document.activeElement;
  // Inside an open popover or nothing of it could take the focus.
  (focused?.closest("[popover]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return done;
}
