// Whoever taps two corners on the picture finds the part in the fields. Without a script one writes it.
(() => {
  const frame = document.querySelector("[data-frame]");
  if (!frame) return;
  const drawn = frame.querySelector("[data-drawn]");
  const names = ["left", "top", "width", "height"];
  const groups = [...document.querySelectorAll("[data-numbers]")];
  const draw = (part) => {
    ["x", "y", "width", "height"].forEach((name, at) => drawn.setAttribute(name, part[at]));
  };
  // into the form that is open last: who is in it, what to cover; else what is marked
  const meant = () =>
    groups.slice(1).reverse().find((one) => one.closest("details")?.open) ?? groups[0];
  frame.classList.add("v-frame--draws");
  window.weftCorners(frame, {
    first: ([left, top]) => draw([Math.max(0, left - 5), Math.max(0, top - 5), 10, 10]),
    chosen: (part) => {
      draw(part);
      const group = meant();
      const details = group.closest("details");
      if (details) details.open = true;
      const fields = [...group.querySelectorAll("input")];
      names.forEach((_, at) => {
        fields[at].value = part[at];
      });
    },
  });
})();
