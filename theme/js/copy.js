// Copies the address of what a "#" stands beside, which is then moved to as ever, and the text that a button names by
// its id. Such buttons are hidden until this runs. That something was copied is shown for a while, and told politely.
const SHOWN = 3000; // milliseconds
const note = document.createElement("p");
let gone;

async function copy(text, told) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return; // the reader, or the browser, forbids it
  }
  clearTimeout(gone);
  note.textContent = "";
  await new Promise(requestAnimationFrame); // so that the same words are told again
  note.textContent = told;
  gone = setTimeout(() => (note.textContent = ""), SHOWN);
}

if (navigator.clipboard) {
  note.className = "copied";
  note.setAttribute("role", "status");
  document.body.append(note);
  for (const button of document.querySelectorAll("button.copy")) button.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const link = target.closest(".anchor");
    if (link) copy(link.href, document.body.dataset.linkCopied);
    const named = document.getElementById(target.closest("button.copy")?.dataset.copy);
    if (named) copy(named.value || named.innerText.trim(), document.body.dataset.copied);
  });
}
