// Reading aloud, part by part. Off until a reader of the version for the visually impaired turns it on, and not offered where the
// browser has no voice for the language of the page.
(function () {
  "use strict";
  var root = document.documentElement;
  var panel = document.getElementById("look-form");
  var synthesis = window.speechSynthesis;
  if (!panel || !synthesis) {
    return;
  }
  var words = panel.dataset;
  var PARTS = "h1, h2, h3, h4, p, li, dt, dd, th, td, caption, legend, label, summary";
  var reading = null;

  function voice(language) {
    return synthesis.getVoices().find(function (one) {
      return one.lang.toLowerCase().startsWith(language);
    });
  }

  function utterance(text, language) {
    var one = new SpeechSynthesisUtterance(text);
    one.lang = language;
    one.voice = voice(language) || null;
    return one;
  }

  /** The parts under a heading up to the next one of its level, each without the parts inside it. */
  function parts(heading) {
    var all = Array.from(document.getElementById("main").querySelectorAll(PARTS));
    var from = all.indexOf(heading);
    var end = all.findIndex(function (one, i) {
      return i > from && /^H[1-4]$/.test(one.tagName) && one.tagName <= heading.tagName;
    });
    return all.slice(from, end < 0 ? all.length : end).filter(function (one) {
      return one.checkVisibility() && (one === heading || !one.querySelector(PARTS));
    });
  }

  function text(part) {
    var copy = part.cloneNode(true);
    copy.querySelectorAll(".listen, svg, .in-words:not(:only-child)").forEach(function (one) {
      one.remove();
    });
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function stop() {
    if (reading) {
      reading.place.replaceChildren(listen(reading.heading, reading.place));
      reading = null;
    }
    synthesis.cancel();
    document.querySelectorAll(".is-read").forEach(function (one) {
      one.classList.remove("is-read");
    });
  }

  function button(label, press) {
    var one = document.createElement("button");
    one.type = "button";
    one.className = "quiet";
    one.textContent = label;
    one.addEventListener("click", press);
    return one;
  }

  function listen(heading, place) {
    var one = button(words.listen, function () {
      start(heading, place);
    });
    one.setAttribute("aria-label", words.listenTo.replace("{what}", text(heading)));
    return one;
  }

  function start(heading, place) {
    stop();
    var all = parts(heading).filter(text);
    reading = { heading: heading, place: place };
    var pause = button(words.pause, function () {
      var paused = pause.textContent === words.pause;
      synthesis[paused ? "pause" : "resume"]();
      pause.textContent = paused ? words.goOn : words.pause;
    });
    var end = button(words.stop, function () {
      stop();
      place.firstElementChild.focus();
    });
    place.replaceChildren(end, pause);
    end.focus();
    all.forEach(function (part, i) {
      var one = utterance(text(part), part.closest("[lang]").lang);
      one.addEventListener("start", function () {
        part.classList.add("is-read");
      });
      one.addEventListener("end", function () {
        part.classList.remove("is-read");
        if (i === all.length - 1 && reading && reading.place === place) {
          stop();
        }
      });
      synthesis.speak(one);
    });
  }

  /** Offers reading where it is on, and takes it away where it is not. */
  function offer() {
    var possible = Boolean(voice(root.lang));
    panel.querySelector(".look-speech").hidden = !possible;
    var on = possible && /speech-on/.test(root.dataset.look);
    if (!on) {
      stop();
      document.querySelectorAll(".listen").forEach(function (one) {
        one.remove();
      });
      return;
    }
    document.querySelectorAll("main h1, main h2, main h3").forEach(function (heading) {
      if (heading.checkVisibility() && !heading.classList.contains("sr") && !heading.closest("summary") && !heading.querySelector(".listen")) {
        var place = document.createElement("span");
        place.className = "listen";
        place.append(listen(heading, place));
        heading.append(place);
      }
    });
  }

  document.addEventListener("look", offer);
  document.addEventListener("look-said", function (event) {
    if (/speech-on/.test(root.dataset.look)) {
      synthesis.speak(utterance(event.detail, root.lang));
    }
  });
  document.addEventListener("htmx:afterSwap", offer);
  synthesis.addEventListener("voiceschanged", offer);
  window.addEventListener("pagehide", function () {
    synthesis.cancel();
  });
  offer();
})();
