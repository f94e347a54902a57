// What was filled in is kept on the device until it has come: nothing is lost where a network fails,
// and nothing is taken twice, since each carries a word («once») that the other side remembers.
(() => {
  const forms = document.querySelectorAll("form[data-keep]");
  const said = document.querySelector("[data-waiting]");
  if (!said || !window.indexedDB || !window.crypto?.randomUUID) return;
  const here = window.location.pathname;
  const AGAIN = 20_000;
  const sent = [];
  let sending = false;

  const opened = new Promise((done, failed) => {
    const asked = indexedDB.open("weft-capture", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("waiting", { keyPath: "once" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
  opened.catch(() => {}); // a browser that keeps nothing sends the form as it is
  const inStore = async (mode, deed) => {
    const store = (await opened).transaction("waiting", mode).objectStore("waiting");
    const asked = deed(store);
    return new Promise((done, failed) => {
      store.transaction.oncomplete = () => done(asked.result);
      store.transaction.onabort = () => failed(store.transaction.error);
      store.transaction.onerror = () => failed(store.transaction.error);
    });
  };
  const keep = (one) => inStore("readwrite", (store) => store.put(one));
  const drop = (once) => inStore("readwrite", (store) => store.delete(once));
  const waiting = async () =>
    (await inStore("readonly", (store) => store.getAll()))
      .filter((one) => one.path === here)
      .sort((one, other) => one.at - other.at);

  const line = (words, children = []) => {
    const made = document.createElement("p");
    made.append(words, ...children);
    return made;
  };
  const show = async (note = "") => {
    const all = await waiting();
    const lines = [];
    if (note) lines.push(line(note));
    if (sent.length) {
      const links = sent.flatMap(({ name, where }) => {
        const link = document.createElement("a");
        link.href = where;
        link.textContent = name;
        return [" ", link];
      });
      lines.push(line(said.dataset.sent, links));
    }
    for (const one of all) {
      const away = document.createElement("button");
      away.type = "button";
      away.className = "nhsuk-button nhsuk-button--secondary";
      away.textContent = said.dataset.away;
      away.addEventListener("click", async () => {
        await drop(one.once);
        await show();
      });
      const why = one.problem ? `${said.dataset.refused} ${one.problem}` : said.dataset.waits;
      lines.push(line(`${why} «${one.name}» `, [away]));
    }
    said.replaceChildren(...lines);
    said.hidden = lines.length === 0;
  };

  // whether it came; where it did not, why, as far as the page says
  const send = async (one) => {
    const body = new FormData();
    for (const [name, value] of one.fields) body.append(name, value);
    let answer;
    try {
      answer = await fetch(one.path, { method: "POST", body, referrerPolicy: "no-referrer" });
    } catch {
      return { came: false };
    }
    if (answer.ok) return { came: true, where: answer.url };
    if (answer.status !== 400) return { came: false };
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.querySelector(".nhsuk-error-summary__list");
    return { came: false, problem: list?.textContent.trim() || `${answer.status}` };
  };
  const flush = async () => {
    if (sending) return;
    sending = true;
    try {
      for (const one of await waiting()) {
        if (one.problem) continue;
        const done = await send(one);
        if (done.came) {
          await drop(one.once);
          sent.push({ name: one.name, where: done.where });
        } else if (done.problem) {
          await keep({ ...one, problem: done.problem });
        } else {
          break; // no network: the rest would not come either
        }
      }
      await show();
    } finally {
      sending = false;
    }
  };

  for (const form of forms) {
    form.addEventListener("submit", async (event) => {
      if ("plain" in form.dataset) return;
      event.preventDefault();
      if (sending || "busy" in form.dataset) {
        window.setTimeout(() => form.requestSubmit(event.submitter), 200);
        return;
      }
      const fields = [...new FormData(form, event.submitter)];
      const told = Object.fromEntries(fields);
      const title = form.closest("section").querySelector("h2").textContent;
      const one = { once: told.once, at: Date.now(), path: here, name: told.name || title, fields };
      sending = true;
      try {
        await keep(one);
      } catch {
        form.dataset.plain = ""; // it cannot be kept here: sent as without a script
        sending = false;
        form.requestSubmit(event.submitter);
        return;
      }
      const done = await send(one);
      sending = false;
      if (done.came) {
        await drop(one.once);
        window.location.assign(done.where);
        return;
      }
      if (done.problem) {
        await drop(one.once); // what was typed is in the form still
        await show(`${said.dataset.refused} ${done.problem}`);
      } else {
        form.reset();
        form.querySelector("[name=once]").value = crypto.randomUUID();
        await show(said.dataset.kept);
      }
      said.focus();
    });
  }
  window.addEventListener("online", flush);
  window.setInterval(async () => {
    if ((await waiting()).length) await flush();
  }, AGAIN);
  opened.then(flush, () => {});
})();
