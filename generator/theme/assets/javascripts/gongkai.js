/* The search dialog: buttons that open it, and what it says. Without scripts the site works, less search. */
(function () {
  "use strict";
  var field = document.querySelector("[data-md-component=search-query]");
  var results = document.querySelector("[data-md-component=search-result]");

  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("[data-gk-search]")) return;
    var toggle = document.getElementById("__search");
    if (field && toggle && !toggle.checked) toggle.click();
    if (field) field.focus();
  });
  if (!field || !results) return;

  // Who comes to the field is going to ask: the modules for the first query are fetched while the reader writes.
  var scripts = document.currentScript.src;
  field.addEventListener("focus", function () {
    ["search-dialog.js", "../../search/gongkai-search.js"].forEach(function (path) {
      var link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = new URL(path, scripts).href;
      document.head.append(link);
    });
  }, { once: true });

  // Material listens to keys alone; a paste by mouse, a voice or an input method's list writes without any.
  field.addEventListener("input", function (event) {
    if (!event.isComposing) field.dispatchEvent(new KeyboardEvent("keyup"));
  });
  field.addEventListener("compositionend", function () {
    field.dispatchEvent(new KeyboardEvent("keyup"));
  });

  // Enter before the answer has come would open a result of the former words: it leads to the search page instead.
  var dialog = field.closest("[data-gk-search-page]"), isStale = false;
  field.addEventListener("input", function () { isStale = true; });
  field.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.isComposing || !isStale || !dialog || !field.value.trim()) return;
    event.preventDefault();
    event.stopPropagation();
    location.href = dialog.getAttribute("data-gk-search-page") + "?q=" + encodeURIComponent(field.value.trim());
  });

  // Material counts the entries of its list; how much was found is told by our worker, hidden in the last entry.
  var status = results.firstElementChild, list = results.lastElementChild;
  new MutationObserver(function () {
    isStale = false;
    var told = list.querySelector(".gk-search-told");
    if (told && status.textContent !== told.textContent) status.textContent = told.textContent;
  }).observe(results, { childList: true, subtree: true });
})();
