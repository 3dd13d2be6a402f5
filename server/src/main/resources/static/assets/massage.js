// The timer of a massage. A step is known by when it ends, so that a page in the background or asleep stays right.
(function () {
  "use strict";
  var timer = document.getElementById("timer");
  var steps = Array.prototype.slice.call(document.querySelectorAll("#steps > li"));
  if (!timer || !steps.length) {
    return;
  }
  var lengths = steps.map(function (step) {
    return Number(step.dataset.seconds) * 1000;
  });
  var still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  var key = "massage " + location.pathname;
  var state = restored() || { at: 0, left: lengths[0], ends: null };

  // What was going on before the page was loaded anew, unless the steps have changed.
  function restored() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(key));
      return kept && kept.lengths === lengths.join() ? kept.state : null;
    } catch (e) {
      return null;
    }
  }
  function keep() {
    try {
      sessionStorage.setItem(key, JSON.stringify({ lengths: lengths.join(), state: state }));
    } catch (e) {
      // Without storage a reload begins anew.
    }
  }
  function clock(milliseconds) {
    var seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    return Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  }
  function name(at) {
    return steps[at].querySelector("h2").firstChild.textContent.trim();
  }
  function say(words) {
    document.getElementById("spoken").textContent = words;
  }
  function go(at, running, now) {
    state.at = Math.min(steps.length - 1, Math.max(0, at));
    state.left = lengths[state.at];
    state.ends = running ? now + state.left : null;
    say(timer.dataset.sayStep + " " + (state.at + 1) + ": " + name(state.at));
    steps[state.at].scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  }
  // Brings the state to this moment: as many steps may have ended as the time that passed allows.
  function pass(now) {
    while (state.ends !== null && now >= state.ends) {
      var over = now - state.ends;
      if (state.at === steps.length - 1) {
        state.left = 0;
        state.ends = null;
        say(timer.dataset.sayEnd);
      } else {
        go(state.at + 1, true, now - over);
      }
      keep();
    }
  }
  function draw() {
    var now = Date.now();
    pass(now);
    var left = state.ends === null ? state.left : state.ends - now;
    var rest = lengths.slice(state.at + 1).reduce(function (a, b) { return a + b; }, left);
    document.getElementById("clock").textContent = clock(left);
    document.getElementById("whole").textContent = state.at + 1 + "/" + steps.length + " · " + clock(rest);
    document.getElementById("run").textContent =
      state.ends !== null ? timer.dataset.pause : left < lengths[state.at] ? timer.dataset.go : timer.dataset.start;
    steps.forEach(function (step, i) {
      var current = i === state.at;
      step.classList.toggle("current", current);
      step.classList.toggle("past", i < state.at);
      if (current) {
        step.setAttribute("aria-current", "step");
      } else {
        step.removeAttribute("aria-current");
      }
      var picture = step.querySelector("img");
      picture.dataset.still = picture.dataset.still || picture.getAttribute("src");
      var wanted = current && state.ends !== null && !still ? picture.dataset.moving : picture.dataset.still;
      if (picture.getAttribute("src") !== wanted) {
        picture.setAttribute("src", wanted);
      }
    });
  }
  var actions = {
    run: function (now) {
      if (state.ends !== null) {
        state.left = state.ends - now;
        state.ends = null;
      } else {
        state.left = state.left > 0 ? state.left : lengths[state.at];
        state.ends = now + state.left;
      }
    },
    next: function (now) { go(state.at + 1, state.ends !== null, now); },
    back: function (now) { go(state.at - 1, state.ends !== null, now); },
  };
  function act(name) {
    var now = Date.now();
    pass(now);
    actions[name](now);
    keep();
    draw();
  }
  timer.addEventListener("click", function (event) {
    var button = event.target.closest("[data-timer]");
    if (button) {
      act(button.dataset.timer);
    }
  });
  document.addEventListener("keydown", function (event) {
    var action = { Space: "run", ArrowRight: "next", ArrowLeft: "back" }[event.code];
    if (action && !event.target.closest("button, a, input, select, textarea, summary")) {
      event.preventDefault();
      act(action);
    }
  });
  timer.hidden = false;
  setInterval(draw, 200);
  draw();
})();
