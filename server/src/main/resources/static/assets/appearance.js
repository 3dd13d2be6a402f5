// The panel of the version for the visually impaired: what is chosen shows at once, without loading the page anew.
(function () {
  "use strict";
  var root = document.documentElement;
  var panel = document.getElementById("look-form");
  if (!panel) {
    return;
  }
  var said = panel.querySelector(".look-said");
  var radios = Array.from(panel.querySelectorAll("input[type=radio]"));

  function apply(button) {
    var chosen = radios.filter(function (radio) {
      return radio.checked;
    });
    var tokens = ["on"];
    chosen.forEach(function (radio) {
      if (radios.find(function (one) { return one.name === radio.name; }) !== radio) {
        tokens.push(radio.name.slice(5) + "-" + radio.value);
      }
    });
    if (button === "reset") {
      root.removeAttribute("data-look");
    } else {
      root.setAttribute("data-look", tokens.join(" "));
    }
    document.dispatchEvent(new Event("look"));
    var body = new URLSearchParams();
    panel.querySelectorAll("input[type=hidden]").forEach(function (field) {
      body.append(field.name, field.value);
    });
    chosen.forEach(function (radio) {
      body.append(radio.name, radio.value);
    });
    body.append("look", button);
    fetch("/appearance", { method: "POST", body: body, headers: { "HX-Request": "true" }, keepalive: true }).then(function (answer) {
      say(answer.status === 204 ? panel.dataset.applied : panel.dataset.failed);
    }, function () {
      say(panel.dataset.failed);
    });
  }

  function say(text) {
    said.textContent = text;
    document.dispatchEvent(new CustomEvent("look-said", { detail: text }));
  }

  panel.addEventListener("change", function () {
    apply("apply");
  });
  panel.addEventListener("click", function (event) {
    var button = event.target.closest("button[name=look]");
    if (button) {
      event.preventDefault();
      if (button.value === "reset") {
        radios.forEach(function (radio) {
          radio.checked = radios.find(function (one) { return one.name === radio.name; }) === radio;
        });
      }
      apply(button.value);
    }
  });
  // The link in the foot opens the panel before it leads there.
  document.querySelectorAll("a[href='#look-panel']").forEach(function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      document.getElementById("look").open = true;
      document.querySelector("#look > summary").focus();
    });
  });
})();
