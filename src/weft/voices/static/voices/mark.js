// Whoever chooses words in the text finds them in the field, by hand or by keyboard, and a
// code is offered by its beginning. Without a script one copies the words and types the code.
(() => {
  const text = document.querySelector("[data-text]");
  const form = document.querySelector("[data-marking]");
  if (!text || !form) return;
  const chosenIn = form.querySelector("[data-chosen]");
  const at = form.querySelector("[data-at]");
  const said = form.querySelector("[data-said]");
  const offers = form.querySelector("[data-offers]");
  const fields = [...document.querySelectorAll("[data-codes]")];
  const known = JSON.parse(form.querySelector("[data-known]").dataset.known);
  const LEFT = "weft-left-at";
  const say = (words) => { said.textContent = words; };

  // The text takes a caret, so that words are chosen as in any field, and nothing is typed.
  text.setAttribute("contenteditable", "true");
  text.setAttribute("role", "textbox");
  text.setAttribute("aria-multiline", "true");
  text.setAttribute("aria-readonly", "true");
  text.setAttribute("aria-labelledby", "text");
  text.setAttribute("aria-describedby", "text-keys");
  text.setAttribute("inputmode", "none");
  text.setAttribute("spellcheck", "false");
  document.querySelector("[data-keys]").hidden = false;
  for (const kind of ["beforeinput", "paste", "cut", "drop"])
    text.addEventListener(kind, (event) => event.preventDefault());

  const before = (node, offset) => {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(node, offset);
    return range.toString();
  };
  const chosen = () => {
    const now = document.getSelection();
    if (!now || now.isCollapsed || !now.rangeCount) return null;
    if (!text.contains(now.anchorNode) || !text.contains(now.focusNode)) return null;
    return now.getRangeAt(0);
  };
  const take = () => {
    const range = chosen();
    if (!range) return false;
    const words = range.toString();
    const blank = words.length - words.trimStart().length;
    chosenIn.value = words.trim();
    // places count code points, as the house does, and not the units of a script
    at.value = [...(before(range.startContainer, range.startOffset) + words.slice(0, blank))].length;
    return true;
  };
  document.addEventListener("selectionchange", take);
  chosenIn.addEventListener("input", () => { at.value = ""; });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Tab" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "Enter") return;
    event.preventDefault();
    // Whoever is quick presses Enter before the browser tells that the choice changed.
    if (!take()) return say("No words are chosen. Hold Shift and use the arrow keys.");
    const words = chosenIn.value;
    say(`Chosen: ${words.length > 80 ? `${words.slice(0, 77)}…` : words}. Type a code, or press Enter to mark without one.`);
    form.querySelector("[data-codes]").focus();
  });
  form.addEventListener("submit", () => {
    if (at.value) sessionStorage.setItem(LEFT, `${location.pathname} ${Number(at.value) + [...chosenIn.value].length}`);
  });

  // A code by its beginning: the first that fits is written out, its end chosen, so that
  // whoever types on types over it.
  let listed = [], on = -1, field = null;
  const hide = () => {
    offers.hidden = true;
    offers.replaceChildren();
    listed = []; on = -1;
    if (field) {
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }
  };
  const parts = () => {
    const last = field.value.lastIndexOf(";") + 1;
    const space = field.value.slice(last).match(/^\s*/)[0];
    return [field.value.slice(0, last) + space, field.value.slice(last + space.length)];
  };
  const show = (number) => {
    on = number;
    [...offers.children].forEach((one, place) => one.setAttribute("aria-selected", String(place === on)));
    field.setAttribute("aria-activedescendant", `code-offer-${on}`);
  };
  const complete = (number, typed) => {
    const [head] = parts();
    field.value = head + listed[number];
    show(number);
    if (typed !== undefined) field.setSelectionRange(head.length + typed, field.value.length);
  };
  const offer = (writeOut) => {
    const [, typed] = parts();
    const sought = typed.toLowerCase();
    hide();
    if (!typed.trim()) return;
    listed = known.filter((one) => one.toLowerCase().startsWith(sought)).slice(0, 8);
    if (!listed.length) return say("A new code.");
    field.after(offers);
    offers.replaceChildren(...listed.map((one, number) => {
      const item = document.createElement("li");
      item.id = `code-offer-${number}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = one;
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        complete(number);
        hide();
      });
      return item;
    }));
    offers.hidden = false;
    field.setAttribute("aria-expanded", "true");
    say(`${listed[0]}. ${listed.length} ${listed.length === 1 ? "code fits" : "codes fit"}. Enter takes it.`);
    if (writeOut) complete(0, typed.length);
    else show(0);
  };
  for (const one of fields) {
    one.setAttribute("role", "combobox");
    one.setAttribute("aria-autocomplete", "both");
    one.setAttribute("aria-expanded", "false");
    one.setAttribute("aria-controls", "code-offers");
    one.addEventListener("focus", () => { field = one; });
    one.addEventListener("blur", hide);
    one.addEventListener("input", (event) => {
      field = one;
      offer(event.inputType === "insertText" && one.selectionEnd === one.value.length);
    });
    one.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        if (!offers.hidden) return hide();
        return text.focus();
      }
      if (!listed.length || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      complete((on + step + listed.length) % listed.length);
      say(`${listed[on]}, ${on + 1} of ${listed.length}`);
    });
  }

  // After a mark one goes on where one was, and hears what was done.
  const left = sessionStorage.getItem(LEFT);
  sessionStorage.removeItem(LEFT);
  const news = document.querySelector("[data-news]");
  if (!left || !news) return;
  const [path, letters] = left.split(" ");
  if (path !== location.pathname) return;
  let rest = Number(letters);
  const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const length = [...node.data].length;
    if (rest <= length) {
      text.focus();
      document.getSelection().collapse(node, [...node.data].slice(0, rest).join("").length);
      break;
    }
    rest -= length;
  }
  setTimeout(() => say(news.textContent.trim()), 100);
})();
