// Enhancements only: every page works without this file.
(function () {
  "use strict";
  // A form that has to be corrected says so first.
  function correct(within) {
    var problems = within.querySelector("#problems");
    if (problems) {
      problems.focus();
    }
  }
  // "Why?" opens beside its item, and closes when it is pressed again.
  document.addEventListener("htmx:beforeRequest", function (event) {
    var link = event.detail.elt;
    var place = link.dataset && link.dataset.toggle && document.getElementById(link.dataset.toggle);
    if (place && place.firstElementChild) {
      event.preventDefault();
      place.replaceChildren();
      link.setAttribute("aria-expanded", "false");
    }
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    var opener = document.querySelector('[data-toggle="' + event.detail.target.id + '"]');
    if (opener) {
      opener.setAttribute("aria-expanded", "true");
    }
    // A decision or an order that opens in its item is where one goes on.
    var decision = event.detail.target.querySelector(".decision");
    if (decision) {
      decision.focus();
    }
    correct(event.detail.target);
    alarm();
  });
  // An emergency that an answer raises is brought into sight, wherever on the page the answer stands.
  var alarmed = emergency();
  function emergency() {
    return document.querySelector("#side .triage.alarm");
  }
  function alarm() {
    var raised = emergency();
    if (raised && !alarmed) {
      raised.scrollIntoView({ block: "start" });
    }
    alarmed = raised;
  }
  correct(document);
  // What was folded is shown on paper.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (each) {
      each.open = true;
    });
  });
})();
