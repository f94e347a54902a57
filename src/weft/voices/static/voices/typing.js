// Ballots are typed without the mouse: a key fills a box and leads to the next. Without a script one tabs.
(() => {
  const table = document.querySelector("[data-typing]");
  if (!table) return;
  const boxes = [...table.querySelectorAll("input:not([type=checkbox])")];
  const go = (box, by) => {
    const next = boxes[boxes.indexOf(box) + by];
    if (next) {
      next.focus();
      next.select();
    }
  };
  table.addEventListener("input", (event) => {
    const box = event.target;
    if (box.name.startsWith("box-") && /^[123adp]$/i.test(box.value)) go(box, 1);
  });
  table.addEventListener("keydown", (event) => {
    const box = event.target;
    if (!box.name) return;
    if (event.key === "Enter" && box.name.startsWith("ballot-")) {
      event.preventDefault();
      go(box, 1);
    }
    if (event.key === "Backspace" && box.value === "") {
      event.preventDefault();
      go(box, -1);
    }
  });
})();
