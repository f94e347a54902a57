/* Answer at once when something is ticked or moved: the address that the button would lead
   to is asked for, and what comes back stands where the old answer stood. An answer that
   was overtaken is let go. */

const form = document.querySelector("[data-own-week]");
const found = document.getElementById("own-found");
const said = document.getElementById("own-said");
let last = 0;

const answer = async () => {
  last += 1;
  const mine = last;
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  found.setAttribute("aria-busy", "true");
  try {
    const told = await fetch(address, { headers: { "HX-Request": "true" } });
    const page = await told.text();
    if (!told.ok || mine !== last) return;
    found.innerHTML = page;
    said.textContent = found.querySelector("[data-answer]")?.textContent ?? "";
    window.history.replaceState(null, "", address);
  } finally {
    if (mine === last) found.removeAttribute("aria-busy");
  }
  again();
};

/* What takes long is asked for again by itself. */
const PAUSE = 3000;
const again = () => {
  if (!found.querySelector("[data-not-yet]")) return;
  const mine = last;
  setTimeout(() => mine === last && answer().catch(() => {}), PAUSE);
};

/* Who moves the price means it. */
form?.elements.pay.addEventListener("input", () => {
  form.elements.any.checked = false;
});
form?.addEventListener("change", () => answer().catch(() => {}));
if (form) again();
