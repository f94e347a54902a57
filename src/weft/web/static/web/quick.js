/* Count at once what fits: whatever is touched is posted as the button would post it, and
   what comes back stands where the old count stood. An answer that was overtaken is let go. */

const form = document.querySelector("[data-quick]");
const found = document.getElementById("quick-found");
let last = 0;

const count = async () => {
  if (!document.getElementById("near").value.trim()) return;
  last += 1;
  const mine = last;
  const answer = await fetch(form.action, {
    method: "POST",
    headers: { "HX-Request": "true" },
    body: new URLSearchParams(new FormData(form)),
  });
  const told = await answer.text();
  if (!answer.ok || mine !== last) return;
  found.innerHTML = told;
  document.getElementById("quick-said").textContent = found.firstElementChild.textContent;
  // «Back» from a sheet asks the coarse address: it tells a part of the map and the chips.
  window.history.replaceState(null, "", found.firstElementChild.dataset.coarse);
};

form?.addEventListener("change", () => count().catch(() => {}));
