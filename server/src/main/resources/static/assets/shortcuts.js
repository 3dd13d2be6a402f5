// Keys that lead somewhere; the page of help lists them and switches them off, and then this file is not loaded. Keys are known
// by their place on the keyboard, so that they are the same in every layout.
(function () {
  "use strict";
  // "g" waits so long for the key that says where to.
  var PATIENCE = 1500;
  var asked = 0;

  function typing(element) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;
  }

  function follow(link) {
    if (link) {
      link.click();
    }
    return Boolean(link);
  }

  function plain(event) {
    if (event.code === "Slash" && event.shiftKey) {
      return follow(document.querySelector("a[data-help]"));
    }
    if (event.code === "Slash") {
      var search = document.getElementById("q");
      if (search) {
        search.focus();
      }
      return Boolean(search);
    }
    if (event.code === "KeyG") {
      asked = Date.now();
      return false;
    }
    var chord = Date.now() - asked < PATIENCE;
    asked = 0;
    return chord && follow(document.querySelector('a[data-go="' + CSS.escape(event.code) + '"]'));
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.repeat || event.altKey || typing(document.activeElement)) {
      return;
    }
    var held = event.ctrlKey || event.metaKey;
    var done = held
      ? event.code === "Enter" && follow(document.querySelector("a[data-sign]"))
      : plain(event);
    if (done) {
      event.preventDefault();
    }
  });
})();
