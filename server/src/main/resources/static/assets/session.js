// Says two minutes before a session ends that it will, keeps it when that is wanted, and leaves when it is over, so that nobody
// reads on over a shoulder. Time is that of the clock: a sleeping computer counts no seconds.
(function () {
  "use strict";
  var ends = document.getElementById("session-ends");
  if (!ends) {
    return;
  }
  var lasts = Number(ends.dataset.seconds) * 1000;
  // A short session is warned of in its last third.
  var warning = Math.min(120000, lasts / 3);
  var last = Date.now();
  var told = null;
  // What is done in one tab keeps the others, too.
  var tabs = "BroadcastChannel" in window ? new BroadcastChannel("lumbar-session") : null;

  function used(here) {
    last = Date.now();
    if (told) {
      told.remove();
      told = null;
    }
    if (here && tabs) {
      tabs.postMessage("used");
    }
  }

  function stay() {
    fetch("/session", { cache: "no-store", redirect: "manual" }).then(function (answer) {
      if (answer.status === 204) {
        used(true);
      } else {
        leave();
      }
    }, function () {
      // Without a network the warning stays, and the button can be pressed again.
    });
  }

  // What was typed is not lost: the server keeps it, unsaved, until its author has signed in again.
  var typed = null;
  document.addEventListener("input", function (event) {
    var form = event.target.form;
    // An answer that is written at once is not lost.
    if (form && form.elements["shown-to"] && !event.target.closest("[hx-post]")) {
      typed = form;
    }
  });

  function leave() {
    if (!typed || !typed.isConnected) {
      location.assign("/sign-in?problem=expired");
      return;
    }
    var meant = document.createElement("input");
    meant.type = "hidden";
    meant.name = "meant-for";
    meant.value = new URL(typed.getAttribute("action") || "", location.href).pathname;
    typed.append(meant);
    typed.setAttribute("action", "/kept-form");
    HTMLFormElement.prototype.submit.call(typed);
  }

  function look() {
    var still = Date.now() - last;
    if (still >= lasts + 2000) {
      leave();
    } else if (!told && still >= lasts - warning) {
      told = ends.content.firstElementChild.cloneNode(true);
      document.body.append(told);
      var button = told.querySelector("button");
      button.addEventListener("click", stay);
      button.focus();
    }
  }

  if (tabs) {
    tabs.onmessage = function () {
      used(false);
    };
    tabs.postMessage("used");
  }
  document.addEventListener("htmx:afterRequest", function () {
    used(true);
  });
  document.addEventListener("visibilitychange", look);
  setInterval(look, 1000);
})();
