/* Buttons that open Material's search dialog. Without scripts the site works, less search. */
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    if (!event.target.closest || !event.target.closest("[data-gk-search]")) return;
    var toggle = document.getElementById("__search");
    var field = document.querySelector("[data-md-component=search-query]");
    if (toggle && !toggle.checked) toggle.click();
    if (field) field.focus();
  });
})();
