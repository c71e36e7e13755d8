"use strict";
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const named = (id) => document.getElementById(id);
  const on = (id, event, act) => { if (named(id)) named(id).addEventListener(event, act); };

  // Metrics by verdict and by a part of the name, in the table and in the matrix.
  function filterMetrics() {
    const verdict = named("verdicts") ? named("verdicts").value : "";
    const wanted = named("names").value.trim().toLowerCase();
    const shown = new Set();
    all(".metrics tbody tr").forEach((row) => {
      const fits = (!verdict || row.dataset.verdict === verdict) && row.dataset.metric.toLowerCase().includes(wanted);
      row.hidden = !fits;
      if (fits) shown.add(row.dataset.metric);
    });
    all(".matrix tbody tr").forEach((row) => { row.hidden = !shown.has(row.dataset.metric); });
    named("found").textContent = `${shown.size} of ${all(".metrics tbody tr").length} metrics`;
  }

  function filterCases() {
    const only = named("changed").checked;
    all(".case").forEach((each) => { each.hidden = only && each.dataset.changed !== "yes"; });
    const hidden = new Set(all(".case[hidden]").map((each) => each.id.replace("case-", "")));
    all(".matrix [data-case]").forEach((cell) => { cell.hidden = hidden.has(cell.dataset.case); });
  }

  // A link to a story opens it.
  function openTarget() {
    const target = named(decodeURIComponent(location.hash.slice(1)));
    if (target && target.matches(".case")) target.open = true;
  }

  on("verdicts", "change", filterMetrics);
  on("names", "input", filterMetrics);
  on("changed", "change", filterCases);
  on("same", "change", () => { document.body.classList.toggle("without-same", !named("same").checked); });
  on("unfold", "click", () => {
    const open = all(".case").some((each) => !each.open && !each.hidden);
    all(".case").forEach((each) => { each.open = open; });
    named("unfold").textContent = open ? "Close all" : "Open all";
  });
  document.body.classList.toggle("without-same", Boolean(named("same")));
  addEventListener("hashchange", openTarget);
  openTarget();
})();
