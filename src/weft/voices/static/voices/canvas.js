// Things are moved by hand and arrows drawn on the picture. All of it can be done in the forms too.
(() => {
  const picture = document.querySelector("[data-canvas] svg");
  const from = document.querySelector("[data-from-field]");
  const to = document.querySelector("[data-to-field]");
  const said = document.querySelector("[data-canvas-said]");
  if (!picture || !from || !to || !said) return;
  const [HALF, BEND, STEP] = [88, 26, 10];
  const nodes = [...picture.querySelectorAll("[data-thing]")];
  const places = nodes.map((one) => {
    const { e, f } = one.transform.baseVal.consolidate().matrix;
    return { x: e, y: f, half: Number(one.dataset.half) };
  });

  const edge = (box, [x, y]) => {
    const [dx, dy] = [x - box.x, y - box.y];
    const share = Math.min(dx ? HALF / Math.abs(dx) : 1, dy ? box.half / Math.abs(dy) : 1, 1);
    return [box.x + dx * share, box.y + dy * share];
  };
  const way = (a, b) => {
    if (a === b)
      return [[a.x + HALF, a.y], [a.x + HALF + 70, a.y - a.half - 50], [a.x, a.y - a.half]];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const long = Math.hypot(dx, dy) || 1;
    const bend = [
      (a.x + b.x) / 2 + (dy / long) * BEND * 2,
      (a.y + b.y) / 2 - (dx / long) * BEND * 2,
    ];
    return [edge(a, bend), bend, edge(b, bend)];
  };
  const redraw = (at) => {
    nodes[at].setAttribute("transform", `translate(${places[at].x} ${places[at].y})`);
    for (const one of picture.querySelectorAll(`[data-from="${at}"], [data-to="${at}"]`)) {
      const [s, c, e] = way(places[one.dataset.from], places[one.dataset.to]);
      const turn = (Math.atan2(e[1] - c[1], e[0] - c[0]) * 180) / Math.PI;
      const [line, head, mark] = one.children;
      line.setAttribute("d", `M${s.join(" ")}Q${c.join(" ")} ${e.join(" ")}`);
      head.setAttribute("transform", `translate(${e.join(" ")}) rotate(${turn})`);
      const middle = [0, 1].map((n) => s[n] / 4 + c[n] / 2 + e[n] / 4);
      mark.setAttribute("transform", `translate(${middle.join(" ")})`);
    }
  };
  const move = (at, x, y) => {
    const { width, height } = picture.viewBox.baseVal;
    places[at].x = Math.round(Math.min(Math.max(x, HALF), width - HALF));
    places[at].y = Math.round(Math.min(Math.max(y, places[at].half), height - places[at].half));
    redraw(at);
  };
  const keep = async (at) => {
    const told = new URLSearchParams({
      answer: "place",
      name: nodes[at].dataset.thing,
      across: places[at].x,
      down: places[at].y,
    });
    const not = `«${nodes[at].dataset.thing}» was moved, and that is not kept yet.`;
    try {
      const answer = await fetch(window.location.pathname, { method: "POST", body: told });
      said.textContent = answer.ok ? `«${nodes[at].dataset.thing}» stands here now.` : not;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [undo, now] = [page, document].map((one) => one.querySelector("[data-undo]"));
      if (answer.ok && undo && now) now.replaceWith(undo);
    } catch {
      said.textContent = not;
    }
  };

  let start = null;
  const choose = (at) => {
    const name = nodes[at].dataset.thing;
    if (start === null) {
      start = at;
      nodes[at].setAttribute("aria-pressed", "true");
      said.textContent = `An arrow from «${name}». Now choose where it leads. Escape stops.`;
      return;
    }
    [from.value, to.value] = [nodes[start].dataset.thing, name];
    stop();
    said.textContent = `From «${from.value}» to «${to.value}». Say more of it in the form, and keep it.`;
    to.form.scrollIntoView({ block: "start" });
    to.focus();
  };
  const stop = () => {
    if (start !== null) nodes[start].setAttribute("aria-pressed", "false");
    start = null;
  };

  const waiting = new Map();
  const soon = (at) => {
    window.clearTimeout(waiting.get(at));
    waiting.set(at, window.setTimeout(() => keep(at), 600));
  };
  const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  picture.setAttribute("role", "group");
  nodes.forEach((node, at) => {
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.setAttribute("aria-pressed", "false");
    node.setAttribute("aria-label", node.dataset.thing);
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") choose(at);
      else if (event.key === "Escape") stop();
      else if (event.key in KEYS) {
        const [x, y] = KEYS[event.key].map((one) => one * (event.shiftKey ? STEP * 5 : STEP));
        move(at, places[at].x + x, places[at].y + y);
        soon(at);
      } else return;
      event.preventDefault();
    });
    node.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      const scale = picture.viewBox.baseVal.width / picture.getBoundingClientRect().width;
      const [x, y] = [event.clientX, event.clientY];
      const was = { ...places[at] };
      let moved = false;
      node.setPointerCapture(event.pointerId);
      const drag = (to) => {
        const [dx, dy] = [(to.clientX - x) * scale, (to.clientY - y) * scale];
        moved ||= Math.hypot(dx, dy) > 6;
        if (moved) move(at, was.x + dx, was.y + dy);
      };
      const end = (how) => {
        node.removeEventListener("pointermove", drag);
        if (how.type === "pointercancel") move(at, was.x, was.y);
        else if (moved) keep(at);
        else choose(at);
      };
      node.addEventListener("pointermove", drag);
      node.addEventListener("pointerup", end, { once: true });
      node.addEventListener("pointercancel", end, { once: true });
    });
  });
})();
