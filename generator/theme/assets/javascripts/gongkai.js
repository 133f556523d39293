/* Keyboard and button access to Material's search dialog. Without scripts the site works, less search. */
(function () {
  "use strict";
  function openSearch() {
    var toggle = document.getElementById("__search");
    var field = document.querySelector("[data-md-component=search-query]");
    if (toggle && !toggle.checked) toggle.click();
    if (field) field.focus();
  }
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-gk-search]")) openSearch();
  });
  document.addEventListener("keydown", function (event) {
    var label = event.target;
    if (!label.matches || !label.matches("label[role=button][for=__search]")) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openSearch();
    }
  });
})();
