// Two taps choose a part of a picture: one corner, then the one across. A finger may still scroll.
// Told in thousandths of the whole: [left, top, width, height].
window.weftCorners = (surface, { first, chosen }) => {
  const WHOLE = 1000;
  let from = null;
  const place = (event) => {
    const box = surface.getBoundingClientRect();
    const part = (at, start, size) =>
      Math.min(WHOLE, Math.max(0, Math.round(((at - start) / size) * WHOLE)));
    return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
  };
  surface.addEventListener("click", (event) => {
    const to = place(event);
    if (!from) {
      from = to;
      first(to);
      return;
    }
    const [left, top] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])];
    const width = Math.min(WHOLE - left, Math.max(1, Math.abs(to[0] - from[0])));
    const height = Math.min(WHOLE - top, Math.max(1, Math.abs(to[1] - from[1])));
    from = null;
    chosen([Math.min(left, WHOLE - 1), Math.min(top, WHOLE - 1), width, height]);
  });
};
