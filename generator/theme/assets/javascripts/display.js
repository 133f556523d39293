/*
 * The two buttons of the header: 长者模式 (large type) and 深色显示 (dark). What is chosen is kept in this browser alone and
 * set before the first paint by the few words at the head of partials/header.html; without scripts the buttons are hidden.
 */
(function () {
  "use strict";
  var root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");
  var TYPE = "gongkai.type", SCHEME = "gongkai.scheme";
  // What cannot be kept (storage switched off) still holds on this page.
  var chosen = {};

  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch (_) {
      return chosen[key] || null;
    }
  }

  function keep(key, value) {
    chosen[key] = value;
    try {
      localStorage.setItem(key, value);
    } catch (_) {
      // Nothing is lost but the memory of it.
    }
    show();
  }

  function isLarge() {
    return read(TYPE) === "large";
  }

  function isDark() {
    var scheme = read(SCHEME);
    return scheme ? scheme === "dark" : dark.matches;
  }

  function show() {
    root.classList.toggle("gk-large", isLarge());
    document.body.setAttribute("data-md-color-scheme", isDark() ? "slate" : "default");
    document.querySelectorAll("[data-gk-display]").forEach(function (button) {
      var isOn = button.getAttribute("data-gk-display") === "type" ? isLarge() : isDark();
      button.setAttribute("aria-pressed", String(isOn));
    });
  }

  /** A change of type size moves everything: what begins first in the window stays where it is. */
  function keepingPlace(change) {
    var lines = scrollY > 0 ? document.querySelectorAll(".md-content :is(p, li, tr, h1, h2, h3, h4, h5)") : [];
    var first = Array.prototype.find.call(lines, function (line) {
      var box = line.getBoundingClientRect();
      return box.top >= 0 && box.height > 0; // what is not shown is nowhere
    });
    var before = first && first.getBoundingClientRect().top;
    change();
    if (first) scrollBy({ top: first.getBoundingClientRect().top - before, behavior: "instant" });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-gk-display]");
    if (!button) return;
    if (button.getAttribute("data-gk-display") === "scheme") keep(SCHEME, isDark() ? "light" : "dark");
    else keepingPlace(function () { keep(TYPE, isLarge() ? "normal" : "large"); });
  });
  // Chosen in another tab, or on a page that the reader left by the back button; or the system turned dark at dusk.
  addEventListener("storage", show);
  addEventListener("pageshow", function (event) { if (event.persisted) show(); });
  if (dark.addEventListener) dark.addEventListener("change", show);
  show();
})();
