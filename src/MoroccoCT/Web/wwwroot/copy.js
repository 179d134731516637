// Copies a field's text at the press of the button beside it. Where the browser lets no page copy, there is no button, and the text can be selected.

if (navigator.clipboard) {
  document.documentElement.dataset.copies = "";
  // On the whole page: what is shown of a request is replaced when it is finished.
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const field = document.getElementById(button.dataset.copy);
    const told = document.getElementById("copied");
    told.textContent = "";
    const copied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
    if (copied) told.textContent = button.dataset.done;
    else field.select();
  });
}
