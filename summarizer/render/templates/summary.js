// Claims on the left, their words on the right. Script of ours: nothing of an article runs.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const keyOf = (claim) => claim.dataset.claim || claim.dataset.cites;
  const keysOf = (mark) => `${mark.dataset.claim || ""} ${mark.dataset.cites || ""}`.trim().split(" ");
  const claims = all(".claim");
  const claimOf = new Map(claims.map((claim) => [keyOf(claim), claim]));
  const marksOf = new Map();
  for (const mark of all(".cited")) {
    for (const key of keysOf(mark)) {
      if (!marksOf.has(key)) marksOf.set(key, []);
      marksOf.get(key).push(mark);
    }
  }
  const shelf = document.querySelector(".shelf");
  const bar = byId("places");
  const hint = byId("hint");
  const narrow = matchMedia("(max-width: 56rem)");
  let current = null;
  let places = [];
  let place = 0;

  const show = (element, block = "center") => element.scrollIntoView({ block, inline: "nearest" });

  // Only the shelf moves where it stands beside the summary; else the page does.
  function showWords(mark) {
    if (narrow.matches) return show(mark);
    const top = mark.getBoundingClientRect().top - shelf.getBoundingClientRect().top;
    shelf.scrollBy({ top: top - shelf.clientHeight / 3 });
  }

  // Marks in a row are one place: a stretch that others overlap is cut into several.
  function placesOf(marks) {
    const found = [];
    for (const mark of marks) {
      const last = found.length && found[found.length - 1];
      const before = last && last[last.length - 1];
      if (before && (before.nextSibling === mark)) last.push(mark);
      else found.push([mark]);
    }
    return found;
  }

  function clear() {
    if (current) current.removeAttribute("aria-current");
    places.flat().forEach((mark) => mark.classList.remove("active", "here"));
    current = null;
    places = [];
    bar.hidden = true;
    hint.hidden = false;
  }

  function nameOf(claim) {
    if (claim.dataset.claim) return `Sentence ${claim.closest("li").value}`;
    return claim.dataset.cites === "headline" ? "Headline" : "Value";
  }

  function goTo(number) {
    if (!places.length) return;
    places[place].forEach((mark) => mark.classList.remove("here"));
    place = (number + places.length) % places.length;
    places[place].forEach((mark) => mark.classList.add("here"));
    showWords(places[place][0]);
    const source = byId(places[place][0].dataset.source).querySelector("h3").textContent;
    byId("where").textContent = `${nameOf(current)} · ${place + 1} of ${places.length} · ${source}`;
    byId("previous").disabled = byId("next").disabled = places.length < 2;
  }

  // Highlight the words of a claim and scroll to them: to those in one source, if it is named.
  function activate(claim, source) {
    clear();
    current = claim;
    claim.setAttribute("aria-current", "true");
    places = placesOf(marksOf.get(keyOf(claim)) || []);
    places.flat().forEach((mark) => mark.classList.add("active"));
    bar.hidden = false;
    hint.hidden = true;
    place = 0;
    byId("where").textContent = `${nameOf(claim)} · no place in the sources`;
    goTo(Math.max(0, places.findIndex(([mark]) => mark.dataset.source === source)));
  }

  function goBack() {
    if (!current) return;
    show(current);
    current.focus({ preventScroll: true });
  }

  // The next claim that is shown, with its words; on a narrow page the claim stays in view.
  function walk(from, step) {
    const next = claims[claims.indexOf(from) + step];
    if (!next) return;
    activate(next);
    next.focus({ preventScroll: true });
    show(next, narrow.matches ? "center" : "nearest");
  }

  const keys = {
    Enter: (claim) => activate(claim),
    " ": (claim) => activate(claim),
    ArrowDown: (claim) => walk(claim, 1),
    ArrowUp: (claim) => walk(claim, -1),
    ArrowRight: (claim) => (claim === current ? goTo(place + 1) : activate(claim)),
    ArrowLeft: (claim) => (claim === current ? goTo(place - 1) : activate(claim)),
  };

  for (const claim of claims) {
    claim.addEventListener("click", () => {
      if (getSelection().isCollapsed) activate(claim);
    });
    claim.addEventListener("keydown", (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !(event.key in keys)) return;
      event.preventDefault();
      keys[event.key](claim);
    });
  }

  for (const link of all("a[data-of]")) {
    link.addEventListener("click", (event) => {
      const claim = claimOf.get(link.dataset.of);
      if (!claim || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      activate(claim, link.dataset.to);
      if (link.closest(".shelf, .voice")) goBack();
    });
  }

  // A click on cited words shows the claim they carry; another click the next one.
  shelf.addEventListener("click", (event) => {
    const mark = event.target.closest(".cited");
    if (!mark || !getSelection().isCollapsed) return;
    const its = keysOf(mark);
    const claim = claimOf.get(its[(its.indexOf(current ? keyOf(current) : "") + 1) % its.length]);
    activate(claim, mark.dataset.source);
    goTo(places.findIndex((each) => each.includes(mark)));
    if (!narrow.matches) show(claim, "nearest");
  });

  byId("previous").addEventListener("click", () => goTo(place - 1));
  byId("next").addEventListener("click", () => goTo(place + 1));
  byId("back").addEventListener("click", goBack);
  byId("clear").addEventListener("click", () => { goBack(); clear(); });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });

  // Where the mouse rests on a sentence of a source: which claims use it. Escape takes it away.
  const uses = byId("uses");
  let resting = 0;
  let under = null;
  function hide() {
    clearTimeout(resting);
    under = null;
    uses.hidden = true;
    all(".claim.hinted").forEach((claim) => claim.classList.remove("hinted"));
  }

  function tell(sentence) {
    const its = [...new Set([...sentence.querySelectorAll(".cited")].flatMap(keysOf))];
    if (!its.length) return;
    uses.replaceChildren(...its.map((key) => {
      const line = document.createElement("p");
      const claim = claimOf.get(key);
      claim.classList.add("hinted");
      line.textContent = `${nameOf(claim)}: ${claim.textContent}`;
      return line;
    }));
    const box = sentence.getBoundingClientRect();
    uses.hidden = false;
    const left = Math.max(8, Math.min(box.left, innerWidth - uses.offsetWidth - 8));
    const above = Math.max(8, box.top - uses.offsetHeight);
    const fits = box.bottom + uses.offsetHeight < innerHeight;
    uses.style.left = `${left}px`;
    uses.style.top = `${fits ? box.bottom : above}px`;
  }

  shelf.addEventListener("mouseover", (event) => {
    const sentence = event.target.closest(".sentence");
    if (sentence && sentence === under) return;
    hide();
    under = sentence;
    if (sentence) resting = setTimeout(tell, 250, sentence);
  });
  shelf.addEventListener("mouseleave", (event) => {
    if (!uses.contains(event.relatedTarget)) hide();
  });
  uses.addEventListener("mouseleave", hide);
  shelf.addEventListener("scroll", hide, { passive: true });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
