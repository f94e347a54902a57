// A picture is made smaller on the telephone, without where and when it was taken, and what shall not
// be seen is painted over there: what leaves is the painted picture and nothing under it.
(() => {
  const input = document.querySelector("#picture");
  const panel = document.querySelector("[data-cover]");
  if (!input || !panel || !window.createImageBitmap) return;
  const LONGEST = 2000;
  const MOST = 80_000_000;
  const WHOLE = 1000;
  const canvas = panel.querySelector("canvas");
  const said = panel.querySelector("[data-covered]");
  const pen = canvas.getContext("2d");
  let bitmap = null;
  let parts = [];
  let turn = 0;

  const paint = () => {
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#1d2429";
    for (const [left, top, width, height] of parts) {
      pen.fillRect(
        Math.floor((left * canvas.width) / WHOLE),
        Math.floor((top * canvas.height) / WHOLE),
        Math.ceil((width * canvas.width) / WHOLE),
        Math.ceil((height * canvas.height) / WHOLE),
      );
    }
    said.textContent = parts.length ? `${said.dataset.words} ${parts.length}` : "";
  };
  // the painted picture takes the place of the chosen one in the form itself
  const put = () =>
    new Promise((done) => {
      const mine = ++turn;
      input.form.dataset.busy = "";
      canvas.toBlob(
        (blob) => {
          if (blob && mine === turn) {
            const kept = new DataTransfer();
            kept.items.add(new File([blob], "picture.jpg", { type: "image/jpeg" }));
            input.files = kept.files;
            delete input.form.dataset.busy;
          }
          done();
        },
        "image/jpeg",
        0.85,
      );
    });
  const cover = async (part) => {
    parts.push(part);
    paint();
    await put();
  };

  input.addEventListener("change", async () => {
    const file = input.files[0];
    panel.hidden = true;
    parts = [];
    if (!file || file.size > MOST) return;
    try {
      bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    } catch {
      return; // no picture that this browser knows: the page says what to do when it is sent
    }
    const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    panel.hidden = false;
    paint();
    await put();
  });
  input.form.addEventListener("reset", () => {
    panel.hidden = true;
  });
  window.weftCorners(canvas, {
    first: ([left, top]) => {
      pen.fillStyle = "#1d2429";
      pen.fillRect((left * canvas.width) / WHOLE - 6, (top * canvas.height) / WHOLE - 6, 12, 12);
    },
    chosen: cover,
  });
  panel.querySelector("[data-cover-part]").addEventListener("click", () => {
    const typed = ["left", "top", "width", "height"].map((name) =>
      Number(panel.querySelector(`[data-over="${name}"]`).value || Number.NaN),
    );
    if (typed.every((one) => one >= 0 && one <= WHOLE) && typed[2] && typed[3]) cover(typed);
  });
  panel.querySelector("[data-uncover]").addEventListener("click", async () => {
    parts.pop();
    paint();
    await put();
  });
})();
