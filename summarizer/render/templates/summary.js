"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const keyOf = (claim) => claim.dataset.claim || claim.dataset.cites;
  const keysOf = (mark) => `${mark.dataset.claim || ""} ${mark.dataset.cites || ""}`.trim().split(" ");
  const claims = all(".claim");
  const marks = all(".cited");
  const back = document.getElementById("back");
  let current = null;

  const show = (element) => element.scrollIntoView({ block: "center", inline: "nearest" });

  function clear() {
    if (current) current.removeAttribute("aria-current");
    marks.forEach((mark) => mark.classList.remove("active"));
    current = null;
    back.hidden = true;
  }

  // Highlight the words of a claim and scroll to them: to those in one source, if it is named.
  function activate(claim, source) {
    clear();
    current = claim;
    claim.setAttribute("aria-current", "true");
    const its = marks.filter((mark) => keysOf(mark).includes(keyOf(claim)));
    its.forEach((mark) => mark.classList.add("active"));
    const first = its.find((mark) => mark.dataset.source === source) || its[0];
    if (first) show(first);
    back.hidden = !first;
  }

  function goBack() {
    if (!current) return;
    show(current);
    current.focus({ preventScroll: true });
  }

  claims.forEach((claim) => {
    claim.addEventListener("click", () => activate(claim));
    claim.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      activate(claim);
    });
  });

  all("a[data-of]").forEach((link) => {
    link.addEventListener("click", (event) => {
      const claim = claims.find((each) => keyOf(each) === link.dataset.of);
      if (!claim) return;
      event.preventDefault();
      activate(claim, link.dataset.to);
      if (link.closest("article")) goBack();
    });
  });

  // A click on cited words shows the claim they carry; another click the next one.
  marks.forEach((mark) => {
    mark.addEventListener("click", () => {
      const keys = keysOf(mark);
      const next = keys[(keys.indexOf(current ? keyOf(current) : "") + 1) % keys.length];
      const claim = claims.find((each) => keyOf(each) === next);
      if (!claim) return;
      activate(claim, mark.dataset.source);
      show(mark);
      if (!back.offsetParent) show(claim);
    });
  });

  back.addEventListener("click", goBack);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
})();
