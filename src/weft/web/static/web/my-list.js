/* What has somebody kept, on this phone only? Kept: a kind, a key, a name, when, where.
   Never a home, never free hours, and nothing is sent to anybody but by the keeper's hand. */

const KEY = "weft.list";
const MOST = 50;

const kept = () => {
  try {
    const told = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(told) ? told : [];
  } catch {
    return []; /* storage is switched off, or holds something that is not ours */
  }
};

const keep = (things) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(things.slice(0, MOST)));
    return true;
  } catch {
    return false;
  }
};

const told = (button) => ({
  address: button.dataset.address,
  name: button.dataset.name,
  when: button.dataset.when ?? "",
  where: button.dataset.where ?? "",
  telephone: button.dataset.telephone ?? "",
  calendar: button.dataset.calendar ?? "",
});

/* --- on a page with something to keep --- */

const mark = (button) => {
  const here = kept().some((thing) => thing.address === button.dataset.address);
  button.setAttribute("aria-pressed", String(here));
  button.textContent = here ? "Kept on this phone" : "Keep on this phone";
};

for (const button of document.querySelectorAll("[data-keep]")) {
  button.hidden = false;
  mark(button);
  button.addEventListener("click", () => {
    const thing = told(button);
    const others = kept().filter((other) => other.address !== thing.address);
    const had = others.length < kept().length;
    keep(had ? others : [thing, ...others]);
    for (const other of document.querySelectorAll("[data-keep]")) mark(other);
  });
}

/* --- on the list's own page --- */

const page = document.getElementById("my-list");

const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter(Boolean));
  return made;
};

const card = (thing) => {
  const line = (words) => words && element("p", { textContent: words });
  const phone =
    thing.telephone &&
    element("p", {}, element("a", {
      href: `tel:${thing.telephone.replaceAll(" ", "")}`,
      textContent: thing.telephone,
    }));
  const drop = element("button", {
    type: "button",
    className: "nhsuk-button nhsuk-button--quiet",
    textContent: "Take off my list",
  });
  drop.setAttribute("aria-label", `Take ${thing.name} off my list`);
  drop.addEventListener("click", () => {
    keep(kept().filter((other) => other.address !== thing.address));
    draw(`${thing.name} is off your list.`);
  });
  return element(
    "li",
    { className: "w-card" },
    element("h2", {}, element("a", { href: thing.address, textContent: thing.name })),
    line(thing.when),
    line(thing.where),
    phone,
    element("div", { className: "nhsuk-button-group" }, drop),
  );
};

const asText = (things) =>
  things
    .map((thing) =>
      [thing.name, thing.when, thing.where, thing.telephone].filter(Boolean).join("\n"),
    )
    .join("\n\n");

const draw = (saying = "") => {
  /* An address that does not begin with one slash is not ours: somebody else wrote it. */
  const things = kept().filter((thing) => /^\/(?!\/)/.test(thing.address ?? ""));
  document.getElementById("my-list-things").replaceChildren(...things.map(card));
  document.getElementById("my-list-empty").hidden = things.length > 0;
  document.getElementById("my-list-deeds").hidden = things.length === 0;
  document.getElementById("my-list-said").textContent = saying;
  page.querySelector('[data-list="text"]').href =
    `sms:?&body=${encodeURIComponent(asText(things))}`;
};

/* One calendar file out of each thing's own: the events inside, one frame around. */
const calendar = async (things) => {
  const files = await Promise.all(
    things
      .filter((thing) => thing.calendar)
      .map((thing) => fetch(thing.calendar).then((answer) => (answer.ok ? answer.text() : ""))),
  );
  const events = files.flatMap((file) => file.match(/BEGIN:VEVENT[\s\S]*?END:VEVENT/g) ?? []);
  const zone = files.join("\n").match(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/)?.[0];
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Weft//list//EN", zone, ...events, "END:VCALENDAR", ""]
    .filter((line) => line !== undefined)
    .join("\r\n");
};

const save = (text) => {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  element("a", { href: address, download: "list.ics" }).click();
  URL.revokeObjectURL(address);
};

if (page) {
  page.hidden = false;
  draw();
  const deed = (name, does) =>
    page.querySelector(`[data-list="${name}"]`).addEventListener("click", does);
  deed("empty", () => {
    keep([]);
    draw("Your list is empty.");
  });
  deed("calendar", async () => {
    const things = kept();
    save(await calendar(things));
    draw("Your calendar will only say the day and the hour.");
  });
  const share = page.querySelector('[data-list="share"]');
  share.hidden = !navigator.share;
  deed("share", () => navigator.share({ text: asText(kept()) }).catch(() => {}));
}
