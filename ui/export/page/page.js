(function () {
  "use strict";
  const byId = function (id) { return document.getElementById(id); };
  const data = JSON.parse(byId("data").textContent);
  const count = data.labels.length;
  const figure = byId("figure"), pictures = Array.from(figure.querySelectorAll("svg")), words = byId("words"), track = byId("track");
  const play = byId("play"), enlarge = byId("enlarge");

  // A layer of the picture is seen at the stops in its ranges: "1-3 7".
  const layers = Array.from(figure.querySelectorAll("[data-s]"), function (element) {
    const ranges = element.dataset.s.split(" ").map(function (range) {
      const ends = range.split("-").map(Number);
      return [ends[0], ends[ends.length - 1]];
    });
    return { element: element, ranges: ranges, isOn: element.classList.contains("on") };
  });
  const isSeen = function (ranges, stop) {
    return ranges.some(function (range) { return range[0] <= stop && stop <= range[1]; });
  };

  let stop = 0, isPlaying = false, startTime = 0, startStop = 1, timer = 0;

  const show = function (wanted) {
    const next = Math.min(Math.max(Math.round(wanted) || 1, 1), count);
    if (next === stop) return;
    stop = next;
    for (const layer of layers) {
      const isOn = isSeen(layer.ranges, stop);
      if (isOn === layer.isOn) continue;
      layer.isOn = isOn;
      layer.element.classList.toggle("on", isOn);
    }
    byId("label").textContent = data.labels[stop - 1];
    byId("sentence").textContent = data.sentences[stop - 1];
    track.value = stop;
    track.setAttribute("aria-valuetext", data.labels[stop - 1]);
  };

  const setPlaying = function (isOn) {
    isPlaying = isOn;
    if (!isOn) window.clearTimeout(timer);
    play.classList.toggle("playing", isOn);
    play.setAttribute("aria-label", isOn ? data.pause : data.play);
    play.title = isOn ? data.pause : data.play;
    words.setAttribute("aria-live", isOn ? "off" : "polite"); // nobody can listen that fast
  };
  // By the clock, not by counting: a slow machine leaves stops out and still ends in time.
  const move = function () {
    let due = startStop, left = (performance.now() - startTime) / 1000 - data.seconds[due - 1];
    while (left >= 0 && due < count) {
      due += 1;
      left -= data.seconds[due - 1];
    }
    show(due);
    if (due === count) setPlaying(false);
    else timer = window.setTimeout(move, Math.max(16, -1000 * left));
  };
  const go = function (wanted) {
    setPlaying(false);
    show(wanted);
  };
  const toggle = function () {
    if (isPlaying) return setPlaying(false);
    if (stop === count) show(1);
    startStop = stop;
    startTime = performance.now();
    setPlaying(true);
    move();
  };

  byId("first").addEventListener("click", function () { go(1); });
  byId("back").addEventListener("click", function () { go(stop - 1); });
  byId("forward").addEventListener("click", function () { go(stop + 1); });
  byId("last").addEventListener("click", function () { go(count); });
  play.addEventListener("click", toggle);
  track.addEventListener("input", function () { go(Number(track.value)); });

  const keys = {
    ArrowLeft: function () { go(stop - 1); },
    ArrowRight: function () { go(stop + 1); },
    Home: function () { go(1); },
    End: function () { go(count); },
    " ": toggle
  };
  document.addEventListener("keydown", function (event) {
    const isOwn = event.target === track ? event.key !== " " : event.key === " " && event.target.tagName === "BUTTON";
    if (isOwn || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  // On a small screen the picture can be had in its own size, to be pushed about.
  const fit = function () {
    const isLarge = figure.classList.contains("large");
    const picture = pictures.find(function (svg) {
      const look = window.getComputedStyle(svg);
      return look.display !== "none" && look.visibility !== "hidden";
    });
    enlarge.hidden = !isLarge && figure.clientWidth > 0.8 * picture.viewBox.baseVal.width;
  };

  // A finger that is drawn across the picture goes on or back by one, unless the picture itself can be pushed about.
  let touched = null;
  figure.addEventListener("touchstart", function (event) {
    touched = event.touches.length === 1 && figure.scrollWidth <= figure.clientWidth ? event.touches[0] : null;
  }, { passive: true });
  figure.addEventListener("touchend", function (event) {
    if (!touched) return;
    const x = event.changedTouches[0].clientX - touched.clientX, y = event.changedTouches[0].clientY - touched.clientY;
    touched = null;
    if (Math.abs(x) > 40 && Math.abs(x) > 2 * Math.abs(y)) go(stop + (x < 0 ? 1 : -1));
  });
  enlarge.addEventListener("click", function () {
    const isLarge = figure.classList.toggle("large");
    enlarge.setAttribute("aria-pressed", String(isLarge));
    fit();
  });
  window.addEventListener("resize", fit);

  // page.html#5 opens at the fifth stop.
  const wanted = function () { return Number(window.location.hash.slice(1)) || 1; };
  window.addEventListener("hashchange", function () { go(wanted()); });

  byId("controls").hidden = false;
  setPlaying(false);
  fit();
  show(wanted());
})();
