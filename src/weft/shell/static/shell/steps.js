/* Step through pictures without leaving the page, or let them play; without it every
   step is a link. Whoever asks for little motion steps, and nothing plays. */

const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const pause = 1400; /* ms a picture stays */
let playing = null;

const section = () => document.querySelector("[data-weft-steps]");

const show = async (address) => {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  section().replaceWith(page.querySelector("[data-weft-steps]"));
  history.replaceState(null, "", address);
  ready();
};

const stop = () => {
  clearTimeout(playing);
  playing = null;
  ready();
};

const step = async (which) => {
  const link = section().querySelector(`[data-weft-step="${which}"]`);
  if (!link) return false;
  try {
    await show(link.href);
  } catch {
    window.location.assign(link.href);
    return false;
  }
  return true;
};

const play = async () => {
  const more = await step("after");
  if (playing === null) return;
  if (more && section().querySelector('[data-weft-step="after"]')) {
    playing = setTimeout(play, pause);
  } else {
    stop();
  }
};

const ready = () => {
  const button = section().querySelector("[data-weft-play]");
  button.hidden =
    still.matches || !section().querySelector('[data-weft-step="after"]');
  if (playing !== null) button.textContent = button.dataset.stop;
};

document.addEventListener("click", async (event) => {
  const link = event.target.closest?.("[data-weft-step]");
  const button = event.target.closest?.("[data-weft-play]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    const which = link.dataset.weftStep;
    stop();
    await step(which);
    section().querySelector(`[data-weft-step="${which}"]`)?.focus();
  } else if (button && playing !== null) {
    stop();
    button.textContent = "Play the week";
  } else if (button) {
    playing = setTimeout(play, 0);
    button.textContent = button.dataset.stop;
  }
});

if (section()) ready();
