// Selected text can be reported with Ctrl+Enter or with a button; without this file the plain link does the same.
(function () {
  "use strict";
  var link = document.querySelector("[data-report]");
  var button = document.querySelector("[data-report-this]");
  var main = document.getElementById("main");
  if (!link || !button || !main) {
    return;
  }
  var LONGEST = 1000;
  function selected() {
    var selection = window.getSelection();
    var inside = selection.rangeCount > 0 && main.contains(selection.getRangeAt(0).commonAncestorContainer);
    return inside ? selection.toString().trim().replace(/\s+/g, " ").slice(0, LONGEST) : "";
  }
  function report() {
    location.assign(link.href + "&quote=" + encodeURIComponent(selected()));
  }
  document.querySelectorAll("[data-report-hint]").forEach(function (hint) {
    hint.hidden = false;
  });
  document.addEventListener("selectionchange", function () {
    button.hidden = selected() === "";
  });
  // Pressing the button must not take the selection away before it is read.
  button.addEventListener("pointerdown", function (event) {
    event.preventDefault();
  });
  button.addEventListener("click", report);
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.code === "Enter" && (event.ctrlKey || event.metaKey) && !typing && selected() !== "") {
      event.preventDefault();
      report();
    }
  });
})();
