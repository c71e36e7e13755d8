// A button with data-copies="id" puts the JSON string in the element of this id on the clipboard.
(() => {
  "use strict";
  const told = (button, words) => {
    const name = button.textContent;
    button.textContent = words;
    setTimeout(() => { button.textContent = name; }, 2000);
  };

  // Where the browser refuses: show the text, selected, to be copied by hand.
  const offer = (button, text) => {
    const field = document.createElement("textarea");
    field.readOnly = true;
    field.rows = 12;
    field.value = text;
    field.setAttribute("aria-label", "Text to copy");
    button.closest(".tools").after(field);
    field.focus();
    field.select();
  };

  document.querySelectorAll("button[data-copies]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = JSON.parse(document.getElementById(button.dataset.copies).textContent);
      try {
        await navigator.clipboard.writeText(text);
        told(button, "Copied");
      } catch {
        offer(button, text);
      }
    });
  });
})();
