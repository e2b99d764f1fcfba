// SPDX-License-Identifier: EUPL-1.2
// Only enhancements: every page works without this file.
"use strict";

document.documentElement.classList.add("script");

// A second click on a slow line must not send twice (the server also refuses a used submission id).
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  window.setTimeout(() => delete form.dataset.sent, 8000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// j and k walk the tasks, Enter opens (the browser's own), / goes to the search.
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "/") {
    const search = document.getElementById("soeg");
    if (search) {
      event.preventDefault();
      search.focus();
    }
    return;
  }
  if (event.key !== "j" && event.key !== "k") return;
  const rows = [...document.querySelectorAll(".duty summary, [data-row]")];
  const at = rows.indexOf(document.activeElement);
  const next = rows[event.key === "j" ? at + 1 : Math.max(at - 1, 0)];
  if (next) {
    event.preventDefault();
    next.focus();
  }
});

// The list of problems takes the focus, so that a screen reader starts there.
document.getElementById("fejl")?.focus();

// Printing shows what stands folded.
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details:not([open])")) {
    details.dataset.folded = "yes";
    details.open = true;
  }
});
window.addEventListener("afterprint", () => {
  for (const details of document.querySelectorAll("details[data-folded]")) {
    details.open = false;
    delete details.dataset.folded;
  }
});

// Copies the text for the journal; the text itself stands selectable on the page.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const source = document.getElementById(button.dataset.copy);
    await navigator.clipboard.writeText(source.value);
    button.textContent = button.dataset.done;
  });
}

// A draft saves itself a moment after the last key.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = form.querySelector("[data-draft-status]");
  let timer = 0;
  const save = async () => {
    const body = new URLSearchParams(new FormData(form));
    body.set("kladde", form.dataset.draft);
    body.set("om", form.dataset.draftAbout);
    const answer = await fetch(form.dataset.draftTo, { method: "POST", body, credentials: "same-origin" }).catch(() => null);
    if (status && answer?.ok) status.textContent = form.dataset.draftDone;
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(save, 1500);
  });
}
