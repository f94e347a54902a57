/* What does a page do better when scripts run? Nothing here is ever needed. */

const on = (selector, deed) =>
  document.addEventListener("click", (event) => {
    const found = event.target.closest?.(selector);
    if (found) deed(found, event);
  });

/* Leave: the page left is not one press of «back» away. */
on(".w-leave", (link, event) => {
  event.preventDefault();
  window.location.replace(link.href);
});

/* Buttons that only make sense with a script are drawn hidden and shown here. */
for (const button of document.querySelectorAll("[data-weft][hidden]")) {
  const missing = button.dataset.weft === "share" && !navigator.share;
  button.hidden = missing;
}

on('[data-weft="print"]', () => window.print());

/* Share what the page is called and where it is; never a home, never hours. */
on('[data-weft="share"]', (button) => {
  const { origin, pathname } = window.location;
  const address = button.dataset.address || pathname;
  navigator
    .share({ title: button.dataset.title || document.title, url: origin + address })
    .catch(() => {}); /* closing the sheet is not a fault */
});

/* After a form was not understood, begin where the help is. */
document.querySelector(".nhsuk-error-summary")?.focus();

/* Say in words what was touched on the loom. */
const listed = (things) =>
  things.length > 1
    ? `${things.slice(0, -1).join(", ")} and ${things.at(-1)}`
    : (things[0] ?? "");

for (const said of document.querySelectorAll("[data-weft-said]")) {
  const loom = said.closest("fieldset");
  const boxes = [...loom.querySelectorAll("input[data-said]")];
  const days = 7; /* the boxes come part by part; people say their week day by day */
  const inWeek = (box) => {
    const at = boxes.indexOf(box);
    return (at % days) * days + Math.floor(at / days);
  };
  const say = () => {
    const touched = boxes
      .filter((box) => box.checked)
      .sort((one, other) => inWeek(one) - inWeek(other));
    said.hidden = touched.length === 0;
    said.textContent = `You are free ${listed(touched.map((one) => one.dataset.said))}.`;
  };
  loom.addEventListener("change", say);
  say();
}

/* A number to move: without a script it is typed; with one it slides, and is told. */
for (const number of document.querySelectorAll("[data-weft-slider]")) {
  const { before, after } = number.dataset;
  const told = document.createElement("output");
  told.className = "w-slider__told";
  told.htmlFor = number.id;
  const tell = () => {
    told.textContent = `${before}${number.value}${after ? ` ${after}` : ""}`;
    number.setAttribute("aria-valuetext", told.textContent);
  };
  number.type = "range";
  number.classList.replace("nhsuk-input", "w-slider__thread");
  number.parentElement.replaceChildren(number, told);
  number.addEventListener("input", tell);
  tell();
}
