// Whoever chooses words in the text finds them in the field. Without a script one copies them.
(() => {
  const text = document.querySelector("[data-text]");
  const field = document.querySelector("[data-chosen]");
  if (!text || !field) return;
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    if (!chosen || chosen.isCollapsed) return;
    if (!text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) return;
    field.value = chosen.toString();
  });
})();
